import Segment
import Testing

struct NormTests {
  @Test(arguments: [
    (0, 0), (1, 1), (23, 23), (24, 24), (39, 39), (40, 40), (41, 40), (42, 42), (81, 80), (100, 96),
    (150, 144),
  ])
  func knownLengths(length: Int, kept: Int) {
    #expect(Norm.decode(Norm.encode(length)) == kept)
  }

  @Test func aByteStandsForTheLeastLengthThatBecomesIt() {
    let lengths = (0...255).map { Norm.decode(UInt8($0)) }
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 < $1 })
    for length in 0...200_000 {
      #expect(Int(Norm.encode(length)) == lengths.lastIndex { $0 <= length })
    }
    #expect(Norm.encode(.max) == 255)
    for norm in UInt8.min..<UInt8.max {
      #expect(Norm.encode(Norm.greatestLength(norm)) == norm)
      #expect(Norm.encode(Norm.greatestLength(norm) + 1) == norm + 1)
    }
    #expect(Norm.greatestLength(255) == Int(Int32.max))
  }
}
