import Daemon
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
          "count", "explain", "facet", "get", "hello", "reload", "search", "status", "stop", "trend",
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

  @Test func pagesByCursor() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 5))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"veto","limit":2}"#))
      let first = try result(SearchReply.self, peer.next())
      #expect(first.cursor == "g1:2" && first.hits.count == 2 && first.total == 5)
      try peer.send(request(2, "search", #"{"query":"veto","limit":0,"cursor":"g1:2"}"#))
      let rest = try result(SearchReply.self, peer.next())
      #expect(rest.cursor == nil && rest.offset == 2 && rest.hits.map(\.id) == ["d#p3", "d#p4", "d#p5"])
      try peer.send(request(3, "search", #"{"query":"veto","cursor":"g0:2"}"#))
      #expect(try error(peer.next()).code == -32801)
      for cursor in ["", "g1", "g1:", "g1:-1", "g1:99999999999999999999", "g1:2:3", ":2"] {
        try peer.send(request(4, "search", #"{"query":"veto","cursor":"\#(cursor)"}"#))
        #expect(try error(peer.next()).code == -32602)
      }
    }
  }

  @Test func getsParagraphsByName() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      let ids = [
        "d#p2", "d#p2@012abc", "d#p2@012ABC", "d#p2@ffffff", "d#p9", "e#p1", "d", "d#p2@01", "d#p2@012abx",
      ]
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      try peer.send(request(1, "get", "{\"ids\":[\(list)]}"))
      let reply = try result(GetReply.self, peer.next())
      #expect(reply.generation == "g1" && reply.items.map(\.asked) == ids)
      #expect(reply.items.map { $0.hit?.id } == ["d#p2", "d#p2", "d#p2", "d#p2", nil, nil, nil, nil, nil])
      #expect(reply.items.map(\.changed) == [false, false, false, true, false, false, false, false, false])
      #expect(reply.items[0].citation == "d#p2@012abc" && reply.items[0].problem == nil)
      #expect(reply.items[4...].allSatisfy { $0.problem != nil && $0.citation == nil })
      let many = Array(repeating: "\"d#p1\"", count: 1_001).joined(separator: ",")
      try peer.send(request(2, "get", "{\"ids\":[\(many)]}"))
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
        #"{"query":"veto"}"#, #"{"id":"d#p2"}"#, #"{"id":"d#p9","query":"veto"}"#,
        #"{"id":"e#p1","query":"veto"}"#,
        #"{"id":"d#p2","query":"veto","level":"document"}"#, #"{"id":"d#p2","query":"veto","b":2}"#,
        #"{"id":2,"query":"veto"}"#,
      ] {
        try peer.send(request(4, "explain", asked))
        #expect(try error(peer.next()).code == -32602, "\(asked)")
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

  @Test func limitsAPageToAThousandHits() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 1001))) { socket in
      var peer = try Peer(socket)
      for limit in [0, 5_000] {
        try peer.send(request(1, "search", #"{"query":"veto","limit":\#(limit)}"#))
        let reply = try result(SearchReply.self, peer.next())
        #expect(reply.hits.count == 1000 && reply.cursor == "g1:1000")
      }
    }
  }

  @Test(arguments: [
    #"{"query":"veto","limit":-1}"#, #"{"query":"veto","k1":-1}"#, #"{"query":"veto","b":2}"#,
    #"{"query":"veto","timeout":0}"#, #"{"query":"veto","timeout":600001}"#, #"{"query":"veto","k1":1e400}"#,
    #"{"query":"veto","volume":"x"}"#, #"{}"#, #"{"query":"veto","from":"soon"}"#,
    #"{"query":"veto","from":"2013","to":"2012"}"#, #"{"query":"veto","match":"some"}"#,
    #"{"query":"veto","sort":"best"}"#,
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
    }
  }
}
