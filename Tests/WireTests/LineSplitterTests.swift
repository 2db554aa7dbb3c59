import TestSupport
import Testing
import Wire

@Suite struct LineSplitterTests {
  @Test func cutsAtLineEnds() {
    var splitter = LineSplitter(byteLimit: 10)
    #expect(splitter.append(Array("ab\n\ncd".utf8)) == [.line(Array("ab".utf8)), .line([])])
    #expect(splitter.append(Array("e\n".utf8)) == [.line(Array("cde".utf8))])
    #expect(splitter.append(Array("rest".utf8)) == [])
    #expect(splitter.finish() == [.line(Array("rest".utf8))])
    #expect(splitter.finish() == [])
  }

  @Test func reportsALongLineOnceAndGoesOn() {
    var splitter = LineSplitter(byteLimit: 3)
    #expect(splitter.append(Array("abc\nabcd".utf8)) == [.line(Array("abc".utf8)), .tooLong])
    #expect(splitter.append(Array("efgh".utf8)) == [])
    #expect(splitter.append(Array("i\nxy\n".utf8)) == [.line(Array("xy".utf8))])
  }

  /// How a stream is cut into reads does not show.
  @Test func doesNotDependOnReads() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...12, using: &generator) }
      var whole = LineSplitter(byteLimit: 16)
      let expected = whole.append(bytes) + whole.finish()
      var cut = LineSplitter(byteLimit: 16)
      var found: [LineSplitter.Piece] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...30, using: &generator))
        found += cut.append(part)
        rest = rest.dropFirst(part.count)
      }
      #expect(found + cut.finish() == expected)
    }
  }

  @Test func knowsTheFramingFromTheFirstByte() throws {
    #expect(try Framing(firstByte: UInt8(ascii: "{")) == .lines)
    for byte in UInt8.min...UInt8.max where byte != UInt8(ascii: "{") {
      let error = #expect(throws: WireError.self) { _ = try Framing(firstByte: byte) }
      #expect(error?.code == -32600)
      #expect(error?.message.contains("one JSON object a line") == true)
    }
  }
}
