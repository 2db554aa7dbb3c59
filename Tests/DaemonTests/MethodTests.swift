import Daemon
import Search
import Synchronization
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(3))) struct MethodTests {
  @Test func answersEveryMethod() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "hello"))
      let hello = try result(HelloReply.self, peer.next())
      #expect(hello.corpusRoot == "/corpus" && hello.indexDirectory == "/index")
      #expect(
        hello.methods == [
          "check", "cite", "count", "explain", "facet", "first", "get", "hello", "kwic", "reload", "search",
          "status",
          "stop",
          "suggest",
          "trend",
        ])
      try peer.send(request(2, "search", veto))
      let search = try result(SearchReply.self, peer.next())
      #expect(search.total == 3 && search.hits.map(\.id) == ["d#p1", "d#p2", "d#p3"] && search.cursor == nil)
      try peer.send(request(3, "count", veto))
      #expect(try result(CountReply.self, peer.next()).units == ["paragraph": 3])
      try peer.send(request(4, "trend", veto))
      #expect(try result(TrendReply.self, peer.next()).rows.map(\.year) == [2013])
      try peer.send(request(6, "facet", #"{"field":"speaker","query":""}"#))
      let facet = try result(FacetReply.self, peer.next())
      #expect(
        facet.rows.map(\.id) == ["FRA"] && facet.level == "statement" && facet.interpreted == "everything")
      for asked in [
        #"{"query":"veto"}"#, #"{"field":"year","query":""}"#, #"{"field":"mode","query":"!"}"#,
        #"{"field":"mode","query":"","limit":-1}"#,
      ] {
        try peer.send(request(7, "facet", asked))
        #expect(try error(peer.next()).code != 0, "\(asked)")
      }
      try peer.send(request(5, "status"))
      let status = try result(StatusReply.self, peer.next())
      #expect(status.state == .ready && status.generation == "g1" && status.socket == socket.path)
    }
  }

  @Test func theQueryMaySayItsLevel() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for method in ["search", "count", "trend"] {
        for (options, level, warnings) in [
          ("", "document", []), (#","level":"document""#, "document", []),
          (
            #","level":"statement""#, "statement",
            ["level:document in the query does not count, for the level statement is asked for beside it"]
          ),
        ] {
          try peer.send(request(1, method, #"{"query":"level:document veto"\#(options)}"#))
          let reply = try result(LevelOfReply.self, peer.next())
          #expect(reply.level == level && reply.warnings.map(\.message) == warnings, "\(method)\(options)")
        }
      }
    }
  }

  @Test func onlyParagraphsCollapse() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"veto","collapse":true}"#))
      #expect(try result(SearchReply.self, peer.next()).groups == 3)
      try peer.send(request(2, "search", veto))
      #expect(try result(SearchReply.self, peer.next()).groups == nil)
      for asked in [
        #"{"query":"veto","collapse":true,"level":"statement"}"#,
        #"{"query":"level:document veto","collapse":true}"#, #"{"query":"veto","collapse":1}"#,
      ] {
        try peer.send(request(3, "search", asked))
        #expect(try error(peer.next()).code == WireError.Code.invalidParameters, "\(asked)")
      }
    }
  }

  @Test func suggestsOfTheKindsAsked() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      func kinds(_ asked: String) throws -> [String] {
        try peer.send(request(1, "suggest", asked))
        let reply = try result(SuggestReply.self, peer.next())
        #expect(reply.prefix == "vet" && reply.generation == "g1")
        #expect(reply.suggestions.allSatisfy { $0.text == "veto" && $0.count == 3 })
        return reply.suggestions.map(\.kind.rawValue)
      }
      #expect(try kinds(#"{"prefix":"vet"}"#) == ["term", "phrase", "speaker", "title"])
      #expect(try kinds(#"{"prefix":"vet","limit":0}"#) == ["term", "phrase", "speaker", "title"])
      #expect(try kinds(#"{"prefix":"vet","limit":2,"kinds":null}"#) == ["term", "phrase"])
      #expect(try kinds(#"{"prefix":"vet","kinds":["title"]}"#) == ["title"])
      let long = String(repeating: "v", count: 4_097)
      for asked in [
        "{}", #"{"prefix":1}"#, #"{"prefix":"vet","limit":-1}"#, #"{"prefix":"vet","limit":101}"#,
        #"{"prefix":"vet","kinds":"term"}"#, #"{"prefix":"vet","kinds":["word"]}"#,
        #"{"prefix":"vet","query":"veto"}"#, #"{"prefix":"\#(long)"}"#,
      ] {
        try peer.send(request(2, "suggest", asked))
        #expect(try error(peer.next()).code != 0, "\(asked.prefix(60))")
      }
    }
  }

  @Test func whatWasCutIsSaid() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"a* veto"}"#))
      let search = try result(SearchReply.self, peer.next())
      #expect(!search.complete && search.total == 3 && search.warnings.count == 1)
      #expect(search.warnings[0].message.hasPrefix("a* stands for 2000 words"))
      try peer.send(request(2, "count", #"{"query":"ab*"}"#))
      #expect(try result(CountReply.self, peer.next()).complete)
    }
  }

  @Test func bareWordsHaveSynonyms() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", #"{"query":"r2p"}"#))
      let interpreted = try result(CountReply.self, peer.next()).interpreted
      #expect(interpreted == #"any of (r2p (any form) = "responsibility to protect")"#)
      try peer.send(request(2, "count", #"{"query":"=r2p"}"#))
      #expect(try result(CountReply.self, peer.next()).interpreted == #""r2p""#)
    }
  }

  @Test func nothingFoundIsExplained() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 0))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", veto))
      #expect(try result(SearchReply.self, peer.next()).diagnosis?.clauses.map(\.text) == ["veto (any form)"])
      try peer.send(request(2, "count", veto))
      #expect(try result(CountReply.self, peer.next()).diagnosis?.clauses.map(\.total) == [0])
      try peer.send(request(3, "kwic", veto))
      #expect(try result(KwicReply.self, peer.next()).diagnosis != nil)
      try peer.send(request(4, "first", veto))
      #expect(try result(SearchReply.self, peer.next()).diagnosis != nil)
      try peer.send(request(5, "trend", veto))
      #expect(try result(TrendReply.self, peer.next()).diagnosis != nil)
      try peer.send(request(6, "facet", #"{"query":"veto","field":"kind"}"#))
      #expect(try result(FacetReply.self, peer.next()).diagnosis != nil)
    }
  }

  /// Whatever is said about the reading of a query refuses it when that is asked.
  @Test(
    arguments: [
      "(veto", "*veto", "veto near/5 use", "veto and use", "autor:France", "=veto*", "veto~0", "NEAR5",
    ])
  func strictRefusesEveryWarning(query: String) async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", #"{"query":"\#(query)"}"#))
      let warnings = try result(CountReply.self, peer.next()).warnings
      #expect(warnings.count == 1 && warnings[0].kind == .querySyntax && warnings[0].start != nil)
      try peer.send(request(2, "count", #"{"query":"\#(query)","strict":true}"#))
      let refusal = try error(peer.next())
      #expect(refusal.kind == .querySyntax && refusal.data?.start == warnings[0].start)
    }
  }

  @Test func pagesByCursor() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 5))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"veto","limit":2}"#))
      let first = try result(SearchReply.self, peer.next())
      let cursor = try #require(first.cursor)
      #expect(first.hits.count == 2 && first.total == 5)
      try peer.send(request(2, "search", #"{"query":"veto","limit":0,"cursor":"\#(cursor)"}"#))
      let rest = try result(SearchReply.self, peer.next())
      #expect(rest.cursor == nil && rest.offset == 2 && rest.hits.map(\.id) == ["d#p3", "d#p4", "d#p5"])
      let older = "g0" + cursor.dropFirst(2)
      try peer.send(request(3, "search", #"{"query":"veto","cursor":"\#(older)"}"#))
      #expect(try error(peer.next()).code == -32801)
      for cursor in [
        "", "g1", "g1:2", "g1::2", ":a:2", "g1:a:", "g1:a:-1", "g1:a:99999999999999999999", "g1:a:2:3",
      ] {
        try peer.send(request(4, "search", #"{"query":"veto","cursor":"\#(cursor)"}"#))
        #expect(try error(peer.next()).code == -32602)
      }
    }
  }

  @Test func getsParagraphsByName() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      let ids = [
        "d#p2", "d#p2@012abc", "d#p2@012ABC", "d#p2@ffffff", "d#p9", "e#p1", "e", "d#p2@01", "d#p2@012abx",
      ]
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      try peer.send(request(1, "get", "{\"ids\":[\(list)]}"))
      let reply = try result(GetReply.self, peer.next())
      #expect(reply.generation == "g1" && reply.items.map(\.asked) == ids)
      #expect(reply.items.map { $0.hit?.id } == ["d#p2", "d#p2", "d#p2", "d#p2", nil, nil, nil, nil, nil])
      #expect(reply.items.map(\.changed) == [false, false, false, true, false, false, false, false, false])
      #expect(reply.items[0].citation == "d#p2@012abc" && reply.items[0].problem == nil)
      #expect(reply.items[4...].allSatisfy { $0.problem != nil && $0.citation == nil })
      try peer.send(request(3, "get", #"{"ids":["empty","d#s1","d","d#s2","d"]}"#))
      let units = try result(GetReply.self, peer.next())
      #expect(units.items.prefix(4).map { $0.hit?.id } == [nil, "d#p1", "d#p2", "d#p3"])
      #expect(units.items[0].problem == "the document empty has no paragraphs")
      #expect(units.items[1].hit?.mode == "turn" && units.items[1].hit?.speakers == ["France"])
      #expect(units.items[1].citation == "d#p1@012abc" && units.items[1].hit?.statement == nil)
      #expect(units.items[2].hit?.mode == nil && units.items[2].hit?.speakers == [])
      #expect(units.items[3].hit?.mode == "turn" && units.items[3].hit?.statement == [[0, 1], [2, 3]])
      #expect(units.items[4].hit?.mode == nil)
      let whole = units.items.filter { $0.asked == "d" }.compactMap { $0.hit?.id }
      #expect(whole == Array(repeating: (1...whole.count / 2).map { "d#p\($0)" }, count: 2).flatMap(\.self))
      #expect(units.items.contains { $0.problem == "there is no statement d#s2 in this index" })
      #expect(units.cursor == nil)
      let hundreds = Array(repeating: "\"d\"", count: 900).joined(separator: ",")
      var cursor = "null"
      var got: [String?] = []
      repeat {
        try peer.send(request(4, "get", "{\"ids\":[\(hundreds)],\"cursor\":\(cursor)}"))
        let page = try result(GetReply.self, peer.next())
        #expect(page.items.count <= 1_000)
        got += page.items.map { $0.hit?.id }
        cursor = page.cursor.map { "\"\($0)\"" } ?? "null"
      } while cursor != "null"
      #expect(got == Array(repeating: (1...whole.count / 2).map { "d#p\($0)" }, count: 900).flatMap(\.self))
      let many = Array(repeating: "\"d#p1\"", count: 1_001).joined(separator: ",")
      try peer.send(request(2, "get", "{\"ids\":[\(many)]}"))
      #expect(try error(peer.next()).kind == .tooLarge)
    }
  }

  /// What is wrong with an id is said, by `get`, `cite` and `explain` alike.
  @Test(
    arguments: [
      ("", "it is empty"), ("#p1", "found no document before #p1"),
      ("d#", "found #; expected #p and the number"),
      ("d#q3", "found #q3; expected #p and the number"), ("d#p0", "found #p0"), ("d#p", "found #p;"),
      ("d#20", "found #20"), ("d#p1@zz", "found @zz behind #p1; expected @ and the six digits"),
      ("d#s1@012abc", "found @012abc behind #s1"), ("d@012abc", "found @012abc behind no paragraph"),
      ("d.md", "a document's is its path below the corpus without the ending"),
      ("corpus/d.md:41:30", "which has neither the file's ending nor a line"),
      ("e", "there is no document"), ("e#p1", "there is no"),
    ])
  func saysWhatIsWrongWithAnID(id: String, problem: String) async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "get", "{\"ids\":[\"\(id)\"]}"))
      let got = try #require(result(GetReply.self, peer.next()).items.first?.problem)
      #expect(got.contains(problem), "\(got)")
      try peer.send(request(2, "cite", "{\"ids\":[\"\(id)\"]}"))
      #expect(try result(CiteReply.self, peer.next()).items.first?.problem == got)
      try peer.send(request(3, "explain", "{\"id\":\"\(id)\",\"query\":\"veto\"}"))
      let refusal = try error(peer.next())
      #expect(refusal.kind == .unknownUnit && refusal.message.contains(problem), "\(refusal.message)")
    }
  }

  /// Pages of any length make one list, whatever units have how many rows.
  @Test func concordancesGoOnWithinAUnit() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 12))) { socket in
      var peer = try Peer(socket)
      func page(_ limit: Int, _ cursor: String?) throws -> KwicReply {
        let cursor = cursor.map { #","cursor":"\#($0)""# } ?? ""
        try peer.send(request(1, "kwic", #"{"query":"veto","limit":\#(limit)\#(cursor)}"#))
        return try result(KwicReply.self, peer.next())
      }
      let whole = try page(0, nil)
      #expect(whole.total == 12 && whole.occurrences == 12 && whole.cursor == nil)
      let expected = (1...12).flatMap { unit in (0..<(unit % 3)).map { "d#p\(unit) \($0)" } }
      #expect(whole.rows.map { "\($0.id) \($0.left)" } == expected)
      for limit in 1...13 {
        var rows: [KwicRowMessage] = []
        var cursor: String?
        repeat {
          let next = try page(limit, cursor)
          #expect(next.rows.count <= limit && (next.cursor == nil || next.rows.count == limit))
          rows += next.rows
          cursor = next.cursor
        } while cursor != nil && rows.count <= expected.count
        #expect(rows == whole.rows, "\(limit)")
      }
      // Beyond the end there is nothing.
      let list = try #require(page(1, nil).cursor).split(separator: ":").prefix(2).joined(separator: ":")
      #expect(try page(3, list + ":99:0").rows.isEmpty && page(3, list + ":99:0").cursor == nil)
      #expect(try page(3, list + ":0:99").rows.first?.id == "d#p2")
    }
  }

  @Test func concordancesRefuseParameters() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for wrong in [
        #""width":-1"#, #""width":1001"#, #""limit":-1"#, #""cursor":"g1:a:2""#, #""cursor":"g1:a:2:-1""#,
        #""cursor":"g1:a:2:x""#, #""cursor":"""#, #""k1":1"#,
      ] {
        try peer.send(request(1, "kwic", "{\"query\":\"veto\",\(wrong)}"))
        #expect(try error(peer.next()).code == -32602, "\(wrong)")
      }
      try peer.send(request(2, "kwic", #"{"query":"veto","cursor":"g0:a:2:1"}"#))
      #expect(try error(peer.next()).code == -32801)
      try peer.send(request(3, "kwic", veto))
      #expect(try result(KwicReply.self, peer.next()).rows.count == 3)
    }
  }

  @Test func firstIsASearchByDate() async throws {
    let sorts = Mutex<[SortOrder]>([])
    let index = CannedIndex(seesOptions: { options in sorts.withLock { $0.append(options.sort) } })
    try await withDaemon(CannedSource(index)) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "first", veto))
      let one = try result(SearchReply.self, peer.next())
      #expect(one.total == 3 && one.hits.map(\.id) == ["d#p1"])
      let cursor = try #require(one.cursor)
      try peer.send(request(2, "first", #"{"query":"veto","limit":0,"sort":"date","cursor":"\#(cursor)"}"#))
      #expect(try result(SearchReply.self, peer.next()).hits.map(\.id) == ["d#p2", "d#p3"])
      #expect(sorts.withLock { $0 } == [.dateAscending, .dateAscending])
      try peer.send(request(3, "first", #"{"query":"veto","sort":"-date"}"#))
      #expect(try error(peer.next()).code == -32602)
    }
  }

  @Test func givesParagraphsAroundThoseAskedFor() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 6))) { socket in
      var peer = try Peer(socket)
      func items(_ parameters: String) throws -> [GetItem] {
        try peer.send(request(1, "get", "{\(parameters)}"))
        return try result(GetReply.self, peer.next()).items
      }
      let ids = #""ids":["d#p2","d#p9","x","d#p5@ffffff","d#p1"]"#
      #expect(try items(ids + #","before":0"#).allSatisfy(\.context.isEmpty))
      let around = try items(ids + #","before":2,"after":1"#)
      #expect(
        around.map { $0.context.map(\.hit.id) } == [
          ["d#p1", "d#p3"], [], [], ["d#p3", "d#p4", "d#p6"], ["d#p2"],
        ])
      #expect(around[3].context.map(\.place) == [.before, .before, .after] && around[3].changed)
      #expect(around[0].context[0].citation == "d#p1@012abc")
      #expect(try items(#""ids":["d#p6"],"after":100"#)[0].context.isEmpty)
      for wrong in [#""before":101"#, #""after":-1"#, #""before":"1""#] {
        try peer.send(request(2, "get", "{\(ids),\(wrong)}"))
        #expect(try error(peer.next()).code == -32602)
      }
      let many = Array(repeating: "\"d#p1\"", count: 50).joined(separator: ",")
      try peer.send(request(3, "get", "{\"ids\":[\(many)],\"before\":100,\"after\":100}"))
      #expect(try error(peer.next()).kind == .tooLarge)
    }
  }

  @Test func citesUnitsByName() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      let ids = [
        "d", "d#s1", "d#p1", "d#p1@012ABC", "d#p1@ffffff", "d#p9", "d#s2", "e", "d@012abc", "d#p1@01", "",
      ]
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      func items(_ style: String) throws -> [CiteItem] {
        try peer.send(request(1, "cite", "{\"ids\":[\(list)]\(style)}"))
        let reply = try result(CiteReply.self, peer.next())
        #expect(reply.generation == "g1" && reply.items.map(\.asked) == ids)
        return reply.items
      }
      let footnotes = try items("")
      #expect(
        footnotes.map { $0.citation?.unit }
          == ["d", "d#s1", "d#p1", "d#p1", "d#p1", nil, nil, nil, nil, nil, nil])
      #expect(footnotes.map(\.changed) == ids.map { $0 == "d#p1@ffffff" })
      #expect(footnotes[0].text == "“D”, undated, d")
      #expect(footnotes[2].text == "France, in “D”, undated, para. 1, d#p1@012abc")
      #expect(footnotes.allSatisfy { ($0.problem == nil) == ($0.text != nil) && $0.csl == nil })
      #expect(footnotes[5].problem == "there is no paragraph d#p9 in this index")
      #expect(footnotes[6].problem == "there is no statement d#s2 in this index")
      #expect(footnotes[7].problem?.hasPrefix("there is no document \"e\"") == true)
      #expect(try items(#","style":"footnote""#) == footnotes)
      #expect(try items(#","style":"markdown""#)[2].text?.hasPrefix("> the veto\n\n— France, in") == true)
      #expect(try items(#","style":"bibtex""#)[1].text?.hasPrefix("@misc{d:s1,\n") == true)
      let csl = try items(#","style":"csl-json""#)
      #expect(csl.map { $0.csl?.id } == footnotes.map { $0.citation?.unit })
      #expect(csl.allSatisfy { $0.text == nil })
      try peer.send(request(2, "cite", #"{"ids":["d"],"style":"apa"}"#))
      #expect(try error(peer.next()).code == -32602)
      let many = Array(repeating: "\"d\"", count: 1_001).joined(separator: ",")
      try peer.send(request(3, "cite", "{\"ids\":[\(many)]}"))
      #expect(try error(peer.next()).kind == .tooLarge)
    }
  }

  @Test func receiptsAreGivenWhenAsked() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      let ids = #"["d#p1","d#p9","d#p2","x","d#p1","d#p3"]"#
      for (number, asked) in ["", #","receipt":false"#].enumerated() {
        try peer.send(request(number, "get", "{\"ids\":\(ids)\(asked)}"))
        let items = try result(GetReply.self, peer.next()).items
        #expect(items.allSatisfy { $0.receipt == nil && $0.warnings.isEmpty })
      }
      try peer.send(request(3, "get", "{\"ids\":\(ids),\"receipt\":true}"))
      let items = try result(GetReply.self, peer.next()).items
      // Each with its own, whatever stands between them.
      #expect(items.map { $0.receipt?.lines.map(\.number) } == [[1], nil, nil, nil, [1], [3]])
      #expect(items.map { $0.warnings.map(\.message) } == [[], [], ["no receipt of d#p2"], [], [], []])
      try peer.send(request(4, "get", "{\"ids\":\(ids),\"receipt\":1}"))
      #expect(try error(peer.next()).code == -32602)
    }
  }

  @Test func explainsAUnitAndAPlan() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for (number, id) in ["d#p2", "d#p2@012abc"].enumerated() {
        try peer.send(request(number, "explain", #"{"id":"\#(id)","query":"veto","k1":2}"#))
        let reply = try result(ExplainReply.self, peer.next())
        #expect(reply.id == "d#p2" && reply.level == "paragraph" && reply.plan == nil)
        #expect(reply.explanation?.matches == true && reply.explanation?.k1 == 2)
      }
      try peer.send(request(3, "explain", #"{"query":"veto","plan":true}"#))
      let plan = try result(ExplainReply.self, peer.next())
      #expect(plan.explanation == nil && plan.id == nil && plan.plan?.total == 3)
      for asked in [
        #"{"query":"veto"}"#, #"{"id":"d#p2"}"#,
        #"{"id":"d#p2","query":"veto","level":"document"}"#, #"{"id":"d#p2","query":"veto","b":2}"#,
        #"{"id":2,"query":"veto"}"#,
      ] {
        try peer.send(request(4, "explain", asked))
        #expect(try error(peer.next()).code == -32602, "\(asked)")
      }
      for unknown in ["d#p9", "e#p1"] {
        try peer.send(request(4, "explain", "{\"id\":\"\(unknown)\",\"query\":\"veto\"}"))
        #expect(try error(peer.next()).kind == .unknownUnit)
      }
      try peer.send(request(5, "explain", #"{"id":"d#p2","query":" "}"#))
      #expect(try error(peer.next()).kind == .querySyntax)
    }
  }

  @Test(arguments: [
    (#"{"query":"veto","from":"2013","to":"2013-09"}"#, "veto (any form) AND date 2013-01..2013-09"),
    (#"{"query":"veto france","match":"any"}"#, "veto (any form) OR france (any form)"),
    (#"{"query":"veto","from":"2013"}"#, "veto (any form) AND year 2013.."),
    (#"{"query":"veto","to":"2013-09"}"#, "veto (any form) AND date ..2013-09"),
  ])
  func optionsAreReadInPlainWords(parameters: String, words: String) async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", parameters))
      let interpreted = try result(CountReply.self, peer.next()).interpreted
      #expect(interpreted == words)
    }
  }

  @Test func readsSinceWhichGeneration() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for method in ["search", "first", "count", "trend", "kwic", "facet"] {
        let field = method == "facet" ? #","field":"document""# : ""
        try peer.send(request(1, method, #"{"query":"veto","since":"g1"\#(field)}"#))
        let answer = String(describing: try peer.next())
        #expect(answer.contains("veto (any form) AND new since g1"))
        try peer.send(request(2, method, #"{"query":"veto","since":"g0"\#(field)}"#))
        #expect(try error(peer.next()).kind == .generationUnknown)
      }
    }
  }

  @Test func comparesWithTheCorpus() async throws {
    for isFresh in [true, false] {
      try await withDaemon(CannedSource(CannedSource.Script(isFresh: isFresh))) { socket in
        var peer = try Peer(socket)
        try peer.send(request(1, "check"))
        let reply = try result(CheckReply.self, peer.next())
        #expect(reply.fresh == isFresh && reply.generation == "g1" && reply.indexGeneration == "g1")
        #expect(reply.changed == (isFresh ? [] : ["d.md"]))
        try peer.send(request(2, "status"))
        #expect(try result(StatusReply.self, peer.next()).freshness == (isFresh ? .fresh : .stale))
      }
    }
  }

  @Test func limitsAPageToAThousandHits() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 1001))) { socket in
      var peer = try Peer(socket)
      for limit in [0, 5_000] {
        try peer.send(request(1, "search", #"{"query":"veto","limit":\#(limit)}"#))
        let reply = try result(SearchReply.self, peer.next())
        #expect(reply.hits.count == 1000 && reply.cursor?.hasSuffix(":1000") == true)
      }
    }
  }

  @Test(arguments: [
    #"{"query":"veto","limit":-1}"#, #"{"query":"veto","k1":-1}"#, #"{"query":"veto","b":2}"#,
    #"{"query":"veto","timeout":0}"#, #"{"query":"veto","timeout":600001}"#, #"{"query":"veto","k1":1e400}"#,
    #"{"query":"veto","volume":"x"}"#, #"{}"#, #"{"query":"veto","from":"soon"}"#,
    #"{"query":"veto","from":"2013","to":"2012"}"#, #"{"query":"veto","match":"some"}"#,
    #"{"query":"veto","sort":"best"}"#, #"{"query":"veto","rank":"first"}"#,
    #"{"query":"veto","rank":"best","sort":"date"}"#,
  ])
  func refusesParameters(_ parameters: String) async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", parameters))
      #expect(try error(peer.next()).code == -32602)
    }
  }

  @Test func refusesWhatIsNoQuery() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":" "}"#))
      #expect(try error(peer.next()).kind == .querySyntax)
      let long = String(repeating: "veto ", count: 1000)
      try peer.send(request(2, "count", #"{"query":"\#(long)"}"#))
      #expect(try error(peer.next()).kind == .tooLarge)
      try peer.send(request(3, "nonsense"))
      #expect(try error(peer.next()).code == -32601)
    }
  }

  @Test func givesAnIncompleteAnswerWhenTheTimeIsUp() async throws {
    let late = CannedIndex(beforeAnswer: { () throws(WireError) in throw WireError(.deadline, "late") })
    try await withDaemon(CannedSource(late)) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", veto))
      let search = try result(SearchReply.self, peer.next())
      #expect(!search.complete && search.total == nil && search.hits.isEmpty)
      try peer.send(request(2, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == nil)
      try peer.send(request(3, "trend", veto))
      #expect(try !result(TrendReply.self, peer.next()).complete)
      try peer.send(request(4, "kwic", veto))
      let kwic = try result(KwicReply.self, peer.next())
      #expect(!kwic.complete && kwic.total == nil && kwic.occurrences == nil && kwic.rows.isEmpty)
    }
  }
}

/// What all replies about units have.
private struct LevelOfReply: Codable {
  var level: String
  var warnings: [WarningMessage]
}
