import TestSupport
import Testing
import Wire

@Suite struct JSONScannerTests {
  @Test(arguments: [
    "{}", " {} ", #"{"a":[]}"#, #"{"a":[[],{},[1,-2.5e+3,0]],"b":true,"c":null,"d":false}"#,
    #"{"a":"\"\\\/\b\f\n\r\té\ud83d\ude00"}"#, #"{"a":{"a":{"a":1}},"b":{"a":2}}"#, "{\"a\":\"ü😀\"}\r",
    #"{"a":-0.0,"b":1E9}"#,
  ])
  func acceptsJSON(_ text: String) throws {
    try JSONScanner.check(Array(text.utf8))
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
    #expect(throws: WireError.self) { try JSONScanner.check(Array(text.utf8)) }
  }

  @Test func refusesOtherEncodings() {
    let utf16: [UInt8] = [0x7B, 0, 0x7D, 0]
    let marked: [UInt8] = [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]
    let latin1: [UInt8] = Array("{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8)
    for bytes in [utf16, marked, latin1] {
      #expect(throws: WireError.self) { try JSONScanner.check(bytes) }
    }
  }

  @Test func limitsTheDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((#"{"a":"# + String(repeating: "[", count: depth - 1)).utf8)
        + Array((String(repeating: "]", count: depth - 1) + "}").utf8)
    }
    try JSONScanner.check(nested(64))
    let error = #expect(throws: WireError.self) { try JSONScanner.check(nested(65)) }
    #expect(error?.kind == .tooLarge)
  }

  /// Whatever bytes come, there is an answer; and what is accepted can be decoded.
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
      guard (try? JSONScanner.check(bytes)) != nil else { continue }
      let head = try? WireJSON.requestHead(bytes)
      _ = try? head?.requireMethod()
      _ = try? WireJSON.parameters(SearchParameters.self, of: bytes)
    }
  }

  @Test func neverTrapsOnGarbage() {
    var generator = SeededGenerator(seed: 42)
    let alphabet = Array("{}[]\"\\:,01eE+-. tfnu".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = [0x7B] + (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
      _ = try? JSONScanner.check(bytes)
    }
  }
}
