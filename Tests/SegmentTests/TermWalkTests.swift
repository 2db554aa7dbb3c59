import TestSupport
import Testing

@testable import Segment

/// The walk through a dictionary, against its terms in a list.
struct TermWalkTests {
  private let folder = try! TemporaryFolder(inMemory: true)

  private func reader(of terms: [String]) throws -> SegmentReader {
    var sample = SampleSegment.small
    sample.terms = terms.map { SampleSegment.Term($0, [0: [0]]) }
    sample.stems = []
    sample.pairFaults = [:]
    _ = try sample.write(to: folder.path + "/a.seg")
    return try SegmentReader(opening: folder.path + "/a.seg")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func goesWhereAListSays(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Keys are compared eight bytes at once: many begin with the same seven, eight or nine, and zeros are not what is missing.
    let beginnings = ["", "", "wording", "wordings", "wordingss"]
    func word() -> String {
      beginnings.randomElement(using: &random)!
        + (0..<Int.random(in: 0...3, using: &random)).map { _ in
          ["a", "b", "c", "я", "\u{FF5A}", "\0"].randomElement(using: &random)!
        }.joined()
    }
    let words = Set((0..<Int.random(in: 0...60, using: &random)).map { _ in word() }).subtracting([""])
    let terms = words.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    let reader = try reader(of: terms.map { String(decoding: $0, as: UTF8.self) })
    #expect(reader.termCount == terms.count)
    var walked: [[UInt8]] = []
    var walk = try TermWalk(in: reader)
    while !walk.isAtEnd {
      walked.append(walk.term)
      try walk.next()
    }
    #expect(walked == terms && walk.number == terms.count && walk.term.isEmpty)
    for _ in 0..<60 {
      let bytes = Array(word().utf8)
      let first = terms.firstIndex { !$0.lexicographicallyPrecedes(bytes) } ?? terms.count
      var walk = try TermWalk(in: reader, from: bytes)
      #expect(walk.number == first && walk.isAtEnd == (first == terms.count))
      #expect(try reader.term(bytes)?.number == terms.firstIndex(of: bytes))
      let beginning = terms.indices.filter { terms[$0].starts(with: bytes) }
      let range = try reader.terms(beginningWith: bytes)
      #expect(Array(range) == beginning, "\(bytes)")
      guard !walk.isAtEnd else { continue }
      let target = Array(word().utf8)
      let next = terms.indices.first { $0 > first && !terms[$0].lexicographicallyPrecedes(target) }
      try walk.advance(to: target)
      #expect(walk.number == next ?? terms.count)
      if let next { #expect(walk.term == terms[next]) }
    }
  }

  @Test func bytesThatNoGreaterFollowBeginToTheEnd() throws {
    let reader = try reader(of: ["a", "b"])
    #expect(try reader.terms(beginningWith: [0xFF, 0xFF]) == 2..<2)
    #expect(try reader.terms(beginningWith: []) == 0..<2)
    #expect(try (0..<2).map { try reader.documentFrequency(ofTermAt: $0) } == [1, 1])
  }
}
