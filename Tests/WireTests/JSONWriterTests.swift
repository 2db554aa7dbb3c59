import Foundation
import TestSupport
import Testing
import Wire

/// What the writer writes reads back as what was written, and stands byte for byte as Foundation's encoder writes it, but for what
/// is escaped for terminals.
@Suite struct JSONWriterTests {
  /// Foundation's bytes, on one line with members in order of their names.
  private func expectedLine(_ message: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(message)) + [0x0A]
  }

  private func object(_ line: [UInt8]) throws -> NSObject? {
    try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed) as? NSObject
  }

  // MARK: Scalars

  @Test func everyScalarOfTheFirstBlocksReadsBack() throws {
    for value in UInt32(0)..<0x3000 {
      let scalar = try #require(Unicode.Scalar(value))
      let text = "a\(scalar)b"
      let read = try JSONDecoder().decode(String.self, from: Data(JSONWriter.line(text)))
      #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#), ("\u{0}\u{1B}", #""\u0000\u001b""#),
    ("\u{7F}\u{80}\u{9F}\u{A0}", "\"\\u007f\\u0080\\u009f\u{A0}\""),
    ("\u{2029}\u{202A}\u{202E}\u{202F}", "\"\u{2029}\\u202a\\u202e\u{202F}\""),
    ("\u{2065}\u{2066}\u{2069}\u{206A}", "\"\u{2065}\\u2066\\u2069\u{206A}\""),
    ("\u{2028}“é”—\u{1F468}\u{200D}\u{1F469}\u{FFFF}", "\"\u{2028}“é”—\u{1F468}\u{200D}\u{1F469}\u{FFFF}\""),
  ])
  func escapes(_ text: String, _ json: String) {
    #expect(JSONWriter.line(text) == Array((json + "\n").utf8))
  }

  @Test func stringsReadBack() throws {
    var random = RandomMessages(seed: 1)
    for _ in 0..<2_000 {
      let text = random.string()
      let line = JSONWriter.line([text])
      let read = try #require(JSONDecoder().decode([String].self, from: Data(line)).first)
      #expect(Array(read.utf8) == Array(text.utf8))
      // A request may say it too.
      #expect(try JSONReader.object(JSONWriter.line(["a": text]))["a"]?.string == text)
    }
  }

  @Test func plainStringsAreFoundations() throws {
    var random = RandomMessages(seed: 2, isPlain: true)
    for _ in 0..<2_000 {
      let text = random.string()
      #expect(try JSONWriter.line(text) == expectedLine(text))
    }
  }

  @Test func integersAreFoundations() throws {
    var random = SeededGenerator(seed: 3)
    let some = (0..<2_000).map { _ in
      Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random)
    }
    for integer in [0, 9, 10, -1, -10, Int.max, Int.min] + some {
      #expect(try JSONWriter.line(integer) == expectedLine(integer))
    }
  }

  @Test func numbersAreFoundations() throws {
    var random = RandomMessages(seed: 4)
    for number in [0, -0.0, 1, 0.1, 1e16, 1e22, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
      + (0..<5_000).map({ _ in random.number() })
    {
      let line = JSONWriter.line(number)
      #expect(try line == expectedLine(number))
      #expect(try JSONDecoder().decode(Double.self, from: Data(line)) == number)
    }
  }

  @Test func containers() {
    #expect(JSONWriter.line([[Int]]()) == Array("[]\n".utf8))
    #expect(JSONWriter.line([[], [1], [1, 2]]) == Array("[[],[1],[1,2]]\n".utf8))
    #expect(JSONWriter.line(["{", "["]) == Array(#"["{","["]"#.utf8) + [0x0A])
    #expect(JSONWriter.line([String: Int]()) == Array("{}\n".utf8))
    #expect(JSONWriter.line(["b": 1, "a": nil, "\"": 2]) == Array(#"{"\"":2,"a":null,"b":1}"#.utf8) + [0x0A])
    #expect(JSONWriter.line([true, false, nil]) == Array("[true,false,null]\n".utf8))
  }

  // MARK: Messages

  @Test(arguments: [true, false])
  func repliesAreFoundations(isPlain: Bool) throws {
    var random = RandomMessages(seed: 5, isPlain: isPlain)
    func check<Reply: Codable & JSONWritable & Equatable>(_ reply: Reply) throws {
      let line = JSONWriter.line(reply)
      let expected = try expectedLine(reply)
      if isPlain { #expect(line == expected) }
      #expect(try object(line) == object(expected))
      let response = JSONWriter.line(Response(id: .integer(1), outcome: .success(reply)))
      #expect(try WireJSON.result(Reply.self, of: response) == reply)
    }
    for _ in 0..<100 {
      try check(random.searchReply())
      try check(random.countReply())
      try check(random.trendReply())
      try check(random.facetReply())
      try check(random.explainReply())
      try check(random.getReply())
      try check(random.citeReply())
      try check(random.kwicReply())
      try check(random.suggestReply())
      try check(random.helloReply())
      try check(random.statusReply())
      try check(random.reloadReply())
      try check(random.checkReply())
      try check(StopReply(stopping: random.flag(), pid: random.integer()))
      try check(random.error())
    }
  }

  @Test func parametersReadBack() throws {
    var random = RandomMessages(seed: 6)
    func check<Asked: Parameters & Equatable>(_ parameters: Asked) throws {
      let request = JSONWriter.line(
        Request(id: .string(random.string()), method: random.string(), parameters: parameters))
      #expect(try Asked(of: JSONReader.object(request)) == parameters)
    }
    for _ in 0..<200 {
      try check(random.searchParameters())
      try check(random.facetParameters())
      try check(random.explainParameters())
      try check(random.queryParameters(CountParameters.self))
      try check(random.queryParameters(TrendParameters.self))
      try check(random.getParameters())
      try check(random.citeParameters())
      try check(random.kwicParameters())
      try check(random.suggestParameters())
      try check(HelloParameters(client: random.maybe { $0.string() }, version: random.maybe { $0.string() }))
      let progress = ProgressParameters(
        documentsDone: random.integer(), documents: random.integer(), bytesDone: random.integer(),
        bytes: random.integer())
      try check(progress)
      let notification = JSONWriter.line(Notification(method: "m", parameters: progress))
      #expect(try WireJSON.notification(ProgressParameters.self, notification).parameters == progress)
    }
  }

  @Test func envelopesReadBack() throws {
    var random = RandomMessages(seed: 7)
    for _ in 0..<200 {
      let id = random.flag() ? RequestID.string(random.string()) : .integer(random.integer())
      let error = random.error()
      let reply = JSONWriter.line(Response<NoParameters>(id: id, outcome: .failure(error)))
      let head = try WireJSON.replyHead(reply)
      #expect(head.id == id)
      #expect(head.error == error)
      let method = random.string()
      let request = JSONWriter.line(Request(id: id, method: method, parameters: NoParameters()))
      let requestHead = try RequestHead(JSONReader.object(request))
      #expect(requestHead.id == id)
      #expect(try requestHead.requireMethod() == method)
    }
  }
}
