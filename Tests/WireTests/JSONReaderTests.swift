import Foundation
import TestSupport
import Testing
import Wire

@Suite struct JSONReaderTests {
  @Test(arguments: [
    "{}", " {} ", #"{"a":[]}"#, #"{"a":[[],{},[1,-2.5e+3,0]],"b":true,"c":null,"d":false}"#,
    #"{"a":"\"\\\/\b\f\n\r\té\ud83d\ude00"}"#, #"{"a":{"a":{"a":1}},"b":{"a":2}}"#, "{\"a\":\"ü😀\"}\r",
    #"{"a":-0.0,"b":1E9}"#,
  ])
  func acceptsJSON(_ text: String) throws {
    let object = try JSONReader.object(Array(text.utf8))
    #expect(try DecodedJSON(.object(object)) == JSONDecoder().decode(DecodedJSON.self, from: Data(text.utf8)))
  }

  @Test(arguments: [
    "", " ", "[]", "1", "nul", "{", "}", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1 "b":2}"#,
    "{} {}",
    #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":+1}"#, #"{"a":1e}"#, #"{"a":[1,]}"#, #"{"a":[,1]}"#,
    #"{"a":[1 2]}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\ud800"}"#, #"{"a":"\ud800A"}"#,
    #"{"a":"\udc00"}"#, "{\"a\":\"\u{1}\"}", #"{"a":"b"#, #"{"a":tru}"#, #"{"a":NaN}"#, "{'a':1}", "{a:1}",
    #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"{"b":{"a":1,"a":2}}"#, "\u{FEFF}{}", "// {}",
  ])
  func refusesOtherText(_ text: String) {
    #expect(throws: WireError.self) { try JSONReader.object(Array(text.utf8)) }
  }

  @Test func refusesOtherEncodings() {
    let utf16: [UInt8] = [0x7B, 0, 0x7D, 0]
    let marked: [UInt8] = [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]
    let latin1: [UInt8] = Array("{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8)
    for bytes in [utf16, marked, latin1] {
      #expect(throws: WireError.self) { try JSONReader.object(bytes) }
    }
  }

  @Test func limitsTheDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((#"{"a":"# + String(repeating: "[", count: depth - 1)).utf8)
        + Array((String(repeating: "]", count: depth - 1) + "}").utf8)
    }
    _ = try JSONReader.object(nested(64))
    let error = #expect(throws: WireError.self) { try JSONReader.object(nested(65)) }
    #expect(error?.kind == .tooLarge)
  }

  /// One name more than are looked through one by one.
  @Test func aNameTwiceAmongManyIsRefused() throws {
    let members = (0..<40).map { "\"n\($0)\":\($0)" }
    let object = try JSONReader.object(Array("{\(members.joined(separator: ","))}".utf8))
    #expect(object["n39"]?.integer == 39 && object.members.count == 40)
    for again in ["n3", "n17", "n39"] {
      let text = "{\(members.joined(separator: ",")),\"\(again)\":0}"
      #expect(throws: WireError.self) { try JSONReader.object(Array(text.utf8)) }
    }
    // Names that are equal as strings, and not as bytes.
    #expect(try JSONReader.object(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)).members.count == 2)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("3.0", 3), ("3e2", 300), ("1.50e1", 15), ("1.5", nil),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
      ("9007199254740993.0", nil), ("1e400", nil), ("1e-400", 0),
    ] as [(String, Int?)])
  func integersAreWhole(_ digits: String, _ expected: Int?) throws {
    #expect(try JSONReader.object(Array("{\"a\":\(digits)}".utf8))["a"]?.integer == expected)
  }

  @Test func randomObjectsAreFoundations() throws {
    var random = RandomJSON(seed: 11)
    for _ in 0..<2_000 {
      let text = random.object()
      let object = try JSONReader.object(Array(text.utf8))
      let decoded = try JSONDecoder().decode(DecodedJSON.self, from: Data(text.utf8))
      #expect(DecodedJSON(.object(object)) == decoded, "\(text)")
    }
  }

  /// Whatever bytes come, there is an answer.
  @Test func neverTrapsOnDamagedRequests() throws {
    let whole = Array(
      #"{"jsonrpc":"2.0","id":7,"method":"search","params":{"query":"\u00e9 veto","limit":3}}"#.utf8)
    var generator = SeededGenerator(seed: 0xC0FFEE)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch UInt8.random(in: 0...3, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(bytes.randomElement(using: &generator)!, at: position)
        default: bytes[position] = Array("{}[]\",:\\u0".utf8).randomElement(using: &generator)!
        }
      }
      guard let request = try? JSONReader.object(bytes) else { continue }
      _ = try? RequestHead(request).requireMethod()
      _ = try? SearchParameters(of: request)
    }
  }

  @Test func neverTrapsOnGarbage() {
    var generator = SeededGenerator(seed: 42)
    let alphabet = Array("{}[]\"\\:,01eE+-. tfnu".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = [0x7B] + (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
      _ = try? JSONReader.object(bytes)
    }
  }
}
