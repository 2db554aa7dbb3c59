import TestSupport
import Testing

@testable import Postings

/// Whole blocks, decoded, are what they were made of.
@Suite struct BlockDecodingTests {
  /// Of each posting its positions, ascending.
  private static func block(_ count: Int, most: Int, step: UInt32, _ generator: inout SeededGenerator)
    -> [[UInt32]]
  {
    (0..<count).map { _ in
      var position = UInt32.random(in: 0...step, using: &generator)
      return (0..<Int.random(in: 1...most, using: &generator)).map { _ in
        defer { position += 1 + .random(in: 0...step, using: &generator) }
        return position
      }
    }
  }

  private static func run(_ block: [[UInt32]]) -> [UInt8] {
    var bytes: [UInt8] = []
    let gaps = block.flatMap { zip($0, $0.dropFirst()).map { $1 - $0 - 1 } }
    BlockPositions.append(firsts: block.map { $0[0] }, gaps: gaps, to: &bytes)
    return bytes
  }

  private struct Decoder {
    var positions: [UInt32] = []
    var scratch = BlockPositions.Scratch()

    mutating func decode(_ block: [[UInt32]], _ bytes: [UInt8]) throws -> [UInt32] {
      let frequencies = block.map { UInt32($0.count) }
      // SAFETY: every byte of an array of bytes is initialized.
      let span = unsafe bytes.span.bytes
      var run = try BlockPositions(at: 0, of: block.count, before: bytes.count, in: span)
      try run.decode(frequencies[...], in: span, into: &positions, scratch: &scratch)
      return Array(positions[..<block.reduce(0) { $0 + $1.count }])
    }
  }

  /// One decoder for blocks of all sizes, as a cursor has.
  @Test(arguments: 0..<20)
  func positionsAreThoseOfEachPosting(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var decoder = Decoder()
    for _ in 0..<50 {
      let count = Int.random(in: 1...128, using: &generator)
      let most = [1, 1, 2, 8, 9, 40].randomElement(using: &generator)!
      let step = [0, 3, 200, 100_000].randomElement(using: &generator)! as UInt32
      let block = Self.block(count, most: most, step: step, &generator)
      #expect(try decoder.decode(block, Self.run(block)) == block.flatMap(\.self))
    }
  }

  @Test func positionsReachToTheirLimit() throws {
    var decoder = Decoder()
    let last = PostingsFormat.positionLimit - 1
    for block in [[[0x4000_0000], [0x3FFF_FFFF]], [[0, last], [last]], [[last], [0]]] as [[[UInt32]]] {
      #expect(try decoder.decode(block, Self.run(block)) == block.flatMap(\.self))
    }
    for block in [[[last + 1], [0]], [[0, last + 1], [0]], [[0, 5], [last + 1]]] as [[[UInt32]]] {
      #expect(throws: PostingsError.self) { try decoder.decode(block, Self.run(block)) }
    }
    // Each posting's last position is below the limit where sums lose their high bits.
    let wide: [[UInt32]] = [[0, last], [0, last], [0, 5]]
    #expect(throws: PostingsError.self) { try decoder.decode(wide, Self.run(wide)) }
  }

  /// However much of a run is left out, it is an error or the same positions: never a trap.
  @Test func cutRunsAreErrors() throws {
    var generator = SeededGenerator(seed: 1)
    let block = Self.block(128, most: 20, step: 300, &generator)
    let bytes = Self.run(block)
    var decoder = Decoder()
    for count in 0..<bytes.count {
      #expect(throws: PostingsError.self) { try decoder.decode(block, Array(bytes[..<count])) }
    }
  }

  @Test(arguments: 0..<20)
  func frequenciesAreThoseOfEachPosting(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var scratch: [UInt32] = []
    for _ in 0..<100 {
      let count = Int.random(in: 1...128, using: &generator)
      let most = [1, 2, 3, 300, 1 << 30].randomElement(using: &generator)! as UInt32
      let source = (0..<count).map { _ in
        Bool.random(using: &generator) ? 1 : UInt32.random(in: 1...most, using: &generator)
      }
      var bytes: [UInt8] = []
      BlockFrequencies.append(source[...], to: &bytes)
      // SAFETY: every byte of an array of bytes is initialized.
      let span = unsafe bytes.span.bytes
      let block = try BlockFrequencies(of: count, at: 0..<bytes.count, in: span)
      var found = [UInt32](repeating: 7, count: 128)
      block.decode(in: span, into: &found, scratch: &scratch)
      #expect(Array(found[..<count]) == source && found[count...].allSatisfy { $0 == 7 })
    }
  }
}
