import Foundation
import Testing
import Wire

/// Every result as it stands on the wire, byte for byte: users' programs read these names.
@Suite struct MessageTests {
  private func line(_ message: some JSONWritable) -> String {
    String(decoding: JSONWriter.line(message).dropLast(), as: UTF8.self)
  }

  @Test func search() throws {
    let hit = HitMessage(
      id: "2013-09-11-dialogue#p24", score: 7.3125,
      document: DocumentMessage(
        id: "2013-09-11-dialogue", title: "A dialogue", date: "2013-09-11", year: 2013, kind: "dialogue"),
      section: ["Crises and the use of the veto"], text: "the veto", highlights: [[4, 8]],
      positions: [[41, 97]],
      source: SourceMessage(path: "a/2013-09-11-dialogue.md", line: 41, column: 97, endLine: 43))
    let reply = SearchReply(
      query: "veto", interpreted: "veto (any form)", generation: "9f3c", total: 6, elapsedMicroseconds: 85,
      hits: [hit])
    #expect(
      line(reply)
        == #"{"complete":true,"cursor":null,"elapsedMicroseconds":85,"generation":"9f3c","hits":[{"#
        + #""document":{"date":"2013-09-11","id":"2013-09-11-dialogue","kind":"dialogue","publisher":null,"#
        + #""title":"A dialogue","year":2013},"highlights":[[4,8]],"id":"2013-09-11-dialogue#p24","#
        + #""kind":"prose","level":"paragraph","positions":[[41,97]],"score":7.3125,"section":["Crises and the use of the veto"],"#
        + #""source":{"column":97,"endLine":43,"line":41,"path":"a/2013-09-11-dialogue.md"},"speakers":[],"#
        + #""text":"the veto"}],"interpreted":"veto (any form)","level":"paragraph","offset":0,"query":"veto","#
        + #""total":6,"warnings":[]}"#)
    let response = JSONWriter.line(Response(id: .integer(1), outcome: .success(reply)))
    #expect(try WireJSON.result(SearchReply.self, of: response) == reply)
  }

  /// The counts are of all files, however many are named.
  @Test func check() throws {
    let files = (0..<CheckReply.pathLimit + 5).map { "f\($0).md" }
    let reply = CheckReply(
      generation: "g", indexGeneration: "g", corpusGeneration: "h", documents: 2, bytes: 9,
      added: ["a.md"], changed: files)
    #expect(reply.changed == Array(files.dropLast(5)) && reply.changedCount == files.count)
    var short = reply
    short.changed = ["f0.md"]
    #expect(
      line(short)
        == #"{"added":["a.md"],"addedCount":1,"bytes":9,"changed":["f0.md"],"changedCount":1005,"#
        + #""corpusGeneration":"h","documents":2,"elapsedMicroseconds":0,"fresh":false,"generation":"g","#
        + #""indexGeneration":"g","pipeline":[],"removed":[],"removedCount":0}"#)
  }

  @Test func incompleteSearch() throws {
    let warning = WarningMessage(message: "late", kind: .deadline)
    let reply = SearchReply(
      query: "a", interpreted: "a", generation: "g", total: nil, complete: false, warnings: [warning])
    #expect(
      line(reply)
        == #"{"complete":false,"cursor":null,"elapsedMicroseconds":0,"generation":"g","hits":[],"interpreted":"a","#
        + #""level":"paragraph","offset":0,"query":"a","total":null,"#
        + #""warnings":[{"kind":"Deadline","message":"late"}]}"#)
  }

  @Test func get() throws {
    let reply = GetReply(
      generation: "g",
      items: [GetItem(asked: "a#p9@0123ab", problem: "none"), GetItem(asked: "x", changed: true)])
    #expect(
      line(reply)
        == #"{"cursor":null,"generation":"g","items":[{"asked":"a#p9@0123ab","changed":false,"citation":null,"context":[],"hit":null,"#
        + #""problem":"none","receipt":null,"warnings":[]},{"asked":"x","changed":true,"citation":null,"context":[],"hit":null,"#
        + #""problem":null,"receipt":null,"warnings":[]}]}"#)
  }

  @Test func receipt() throws {
    let receipt = ReceiptMessage(
      lines: [
        ReceiptLine(
          number: 3, text: "- o\u{FB03}-",
          runs: [
            ReceiptRun(column: 1, byteCount: 2, fate: .removed, reason: "bullet"),
            ReceiptRun(column: 3, byteCount: 1, fate: .kept),
            ReceiptRun(column: 4, byteCount: 3, fate: .spelled, letters: "ffi"),
            ReceiptRun(column: 7, byteCount: 1, fate: .elsewhere),
          ])
      ], joins: [ReceiptJoin(line: 3, nextLine: 5, cause: "page-break", hyphen: "dropped", space: false)])
    #expect(
      line(receipt)
        == #"{"joins":[{"cause":"page-break","hyphen":"dropped","line":3,"nextLine":5,"space":false}],"#
        + #""lines":[{"number":3,"runs":[{"byteCount":2,"column":1,"fate":"removed","reason":"bullet"},"#
        + #"{"byteCount":1,"column":3,"fate":"kept"},{"byteCount":3,"column":4,"fate":"spelled","letters":"ffi"},"#
        + #"{"byteCount":1,"column":7,"fate":"elsewhere"}],"text":"- o\#u{FB03}-"}]}"#)
    var parameters = GetParameters(ids: ["a#p1"])
    parameters.receipt = true
    #expect(line(parameters) == #"{"ids":["a#p1"],"receipt":true}"#)
    parameters.before = 2
    #expect(line(parameters) == #"{"before":2,"ids":["a#p1"],"receipt":true}"#)
    let item = GetItem(asked: "a#p1", receipt: receipt)
    let response = JSONWriter.line(Response(id: .integer(1), outcome: .success(item)))
    #expect(try WireJSON.result(GetItem.self, of: response) == item)
  }

  @Test func cite() throws {
    let document = DocumentMessage(id: "a", title: "T", date: "2013", year: 2013)
    let citation = CitationMessage(
      id: "a#p9@0123ab", unit: "a#p9", level: "paragraph", document: document, paragraphs: [9, 9],
      quote: "veto")
    let reply = CiteReply(
      generation: "g", style: .footnote,
      items: [
        CiteItem(asked: "a#p9", citation: citation, text: "note", changed: true),
        CiteItem(asked: "x", problem: "none"),
      ])
    #expect(
      line(reply)
        == #"{"generation":"g","items":[{"asked":"a#p9","changed":true,"citation":{"document":{"date":"2013","id":"a","#
        + #""kind":null,"publisher":null,"title":"T","year":2013},"id":"a#p9@0123ab","level":"paragraph","mode":null,"#
        + #""paragraphs":[9,9],"quote":"veto","speakers":[],"unit":"a#p9"},"csl":null,"problem":null,"text":"note"},"#
        + #"{"asked":"x","changed":false,"citation":null,"csl":null,"problem":"none","text":null}],"style":"footnote"}"#
    )
    var parameters = CiteParameters(ids: ["a#p9"])
    parameters.style = .csl
    #expect(line(parameters) == #"{"ids":["a#p9"],"style":"csl-json"}"#)
  }

  @Test func kwic() throws {
    let row = KwicRowMessage(
      id: "a#p9", document: DocumentMessage(id: "a", title: "T"), left: "the ", match: "veto", right: ".",
      source: SourceMessage(path: "a.md", line: 4, column: 5, endLine: 4))
    let reply = KwicReply(
      query: "veto", interpreted: "veto (any form)", generation: "g", total: 1, cursor: "g:0:1", rows: [row])
    #expect(
      line(reply)
        == #"{"complete":true,"cursor":"g:0:1","elapsedMicroseconds":0,"generation":"g","interpreted":"veto (any form)","#
        + #""level":"paragraph","occurrences":null,"query":"veto","rows":[{"document":{"date":null,"id":"a","kind":null,"#
        + #""publisher":null,"title":"T","year":null},"id":"a#p9","left":"the ","match":"veto","right":".","#
        + #""source":{"column":5,"endLine":4,"line":4,"path":"a.md"}}],"total":1,"warnings":[]}"#)
    var parameters = KwicParameters(query: "veto")
    parameters.sort = .latest
    parameters.width = 5
    #expect(line(parameters) == #"{"query":"veto","sort":"-date","width":5}"#)
  }

  @Test func searchOptions() throws {
    var parameters = SearchParameters(query: "veto")
    parameters.sort = .latest
    parameters.match = .any
    parameters.from = "2009"
    #expect(line(parameters) == #"{"from":"2009","match":"any","query":"veto","sort":"-date"}"#)
  }

  @Test func count() throws {
    let reply = CountReply(
      query: "veto", interpreted: "veto", generation: "g", total: 6, units: ["paragraph": 26])
    #expect(
      line(reply)
        == #"{"complete":true,"elapsedMicroseconds":0,"generation":"g","interpreted":"veto","level":"paragraph","#
        + #""query":"veto","total":6,"units":{"paragraph":26},"warnings":[]}"#)
  }

  @Test func trend() throws {
    let rows = [
      TrendRowMessage(year: 2012, hits: 0, units: 0, occurrences: 0, tokens: 0),
      TrendRowMessage(year: 2013, hits: 2, units: 8, occurrences: 3, tokens: 1_000),
      TrendRowMessage(year: nil, hits: 1, units: 4, occurrences: nil, tokens: 10),
    ]
    let reply = TrendReply(query: "veto", interpreted: "veto", generation: "g", rows: rows, total: 3)
    #expect(
      line(reply)
        == #"{"by":"year","complete":true,"elapsedMicroseconds":0,"generation":"g","interpreted":"veto","#
        + #""level":"paragraph","query":"veto","rows":["#
        + #"{"hits":0,"occurrences":0,"perMillion":null,"share":null,"tokens":0,"units":0,"year":2012},"#
        + #"{"hits":2,"occurrences":3,"perMillion":3000,"share":0.25,"tokens":1000,"units":8,"year":2013},"#
        + #"{"hits":1,"occurrences":null,"perMillion":null,"share":0.25,"tokens":10,"units":4,"year":null}],"#
        + #""total":3,"warnings":[]}"#)
    let response = JSONWriter.line(Response(id: .string("x"), outcome: .success(reply)))
    #expect(try WireJSON.result(TrendReply.self, of: response) == reply)
  }

  @Test func errors() throws {
    let error = WireError(.querySyntax, "found \"(\"", start: 0, end: 1, hint: "close it")
    #expect(
      line(Response<NoParameters>(id: .null, outcome: .failure(error)))
        == #"{"error":{"code":-32010,"data":{"end":1,"hint":"close it","kind":"QuerySyntax","start":0},"#
        + #""message":"found \"(\""},"id":null,"jsonrpc":"2.0"}"#)
    #expect(Set(ErrorKind.allCases.map(\.code)).count == ErrorKind.allCases.count)
    for kind in ErrorKind.allCases { #expect((-32099 ... -32000).contains(kind.code)) }
  }

  @Test func requests() throws {
    var parameters = SearchParameters(query: "veto")
    parameters.limit = 3
    let bytes = JSONWriter.line(Request(id: .integer(2), method: "search", parameters: parameters))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"id":2,"jsonrpc":"2.0","method":"search","params":{"limit":3,"query":"veto"}}"# + "\n")
    #expect(try SearchParameters(of: JSONReader.object(bytes)) == parameters)
  }

  @Test(arguments: [
    (#"{"params":{"query":"a","limt":1}}"#, #"unknown parameter "limt""#),
    (#"{"params":{"query":1}}"#, "must be a string"),
    (#"{"params":{"query":"a","limit":1.5}}"#, "has a fraction"),
    (#"{"params":{"query":"a","limit":12345678901234567890}}"#, "too large for an integer"),
    (#"{"params":{"query":"a","limit":"1"}}"#, #""params.limit" must be an integer"#),
    (#"{"params":{"query":"a","k1":1e999}}"#, "too large"),
    (#"{"params":{"query":"a","k1":true}}"#, "must be a number"),
    (#"{"params":{"query":"a","strict":1}}"#, "must be true or false"),
    (
      #"{"params":{"query":"a","sort":"size"}}"#,
      #""params.sort" is "size"; expected one of relevance, date, -date"#
    ),
    (#"{"params":{"query":"a","sort":1}}"#, "must be a string"),
    (#"{"params":{"query":null}}"#, #""params.query" must be a string"#),
    (#"{"params":{"query":"a","b":[]}}"#, "must be a number"),
    (#"{"params":["a"]}"#, "named members"),
    (#"{"params":"a"}"#, "named members"),
    (#"{"params":null}"#, "named members"),
    (#"{"params":{}}"#, #""query" is missing"#),
    ("{}", #""query" is missing"#),
  ])
  func refusedParameters(_ request: String, _ complaint: String) {
    let error = #expect(throws: WireError.self) {
      _ = try SearchParameters(of: JSONReader.object(Array(request.utf8)))
    }
    #expect(error?.code == -32602)
    #expect(error?.message.contains(complaint) == true)
  }

  /// A terminal that shows an answer must not obey what a document says.
  @Test func controlsAreEscaped() throws {
    let json = try WireJSON.pretty(["a": "\u{7F}\u{9B}31m\u{202E}é“”"])
    #expect(String(decoding: json, as: UTF8.self).contains(#""\u007f\u009b31m\u202eé“”""#))
    #expect(
      try JSONDecoder().decode([String: String].self, from: Data(json)) == ["a": "\u{7F}\u{9B}31m\u{202E}é“”"]
    )
  }

  @Test func aMethodOfAnotherTypeKeepsTheID() throws {
    let head = try RequestHead(JSONReader.object(Array(#"{"jsonrpc":"2.0","id":1,"method":5}"#.utf8)))
    #expect(head.id == .integer(1))
    #expect(throws: WireError.self) { try head.requireMethod() }
  }
}
