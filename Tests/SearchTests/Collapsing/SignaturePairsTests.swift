import TestSupport
import Testing

@testable import Search

struct SignaturePairsTests {
  @Test func linesAreThoseOfAnAffinePlane() {
    let lines = SignaturePairs.lines
    #expect(lines.count == 20 && lines.allSatisfy { $0.nonzeroBitCount == 4 })
    // Through any two points goes exactly one.
    for one in 0..<16 {
      for other in 0..<one {
        let both: UInt16 = 1 << UInt16(one) | 1 << UInt16(other)
        #expect(lines.count { $0 & both == both } == 1)
      }
    }
  }

  @Test func tenPartsThatAgreeHoldALine() {
    for parts in UInt16.min...UInt16.max where parts.nonzeroBitCount == SignaturePairs.leastAgreement {
      #expect(SignaturePairs.lines.contains { parts & $0 == $0 }, "\(parts)")
    }
  }

  /// Pairs that a look at all pairs finds, each once; on any number of threads in one order.
  @Test(arguments: 0..<4) func everyPairIsFoundOnce(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var signatures = (0..<300).map { _ in generator.next() }
    for _ in 0..<300 {
      var signature = signatures.randomElement(using: &generator)!
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        signature ^=
          UInt64.random(in: 1...15, using: &generator)
          << UInt64(4 * Int.random(in: 0..<16, using: &generator))
      }
      signatures.append(signature)
    }
    let found = try pairs(in: signatures, threadCount: 1)
    var expected: [[Int]] = []
    for one in signatures.indices {
      for other in 0..<one {
        let agreeing = (0..<16).count { (signatures[one] ^ signatures[other]) >> UInt64(4 * $0) & 15 == 0 }
        if agreeing >= 10 { expected.append([one, other]) }
      }
    }
    #expect(expected.count > 100)
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected)
    for threadCount in [2, 5] { #expect(try pairs(in: signatures, threadCount: threadCount) == found) }
  }

  private func pairs(in signatures: [UInt64], threadCount: Int) throws -> [[Int]] {
    var found: [[Int]] = []
    try SignaturePairs.forEach(in: signatures, threadCount: threadCount) { one, other in
      found.append([one, other])
      return true
    }
    return found
  }

  /// More pairs in a bucket than are handed on together, none of them a pair indeed.
  @Test(arguments: [1, 3]) func whatIsAlikeTakesBoundedTime(threadCount: Int) throws {
    let count = 500
    // All agree on the first line, and so are asked for there.
    let signatures = (0..<count).map { UInt64($0) << 48 }
    var asked = [Int](repeating: 0, count: count)
    try SignaturePairs.forEach(in: signatures, threadCount: threadCount) { one, _ in
      asked[one] += 1
      return false
    }
    // Of those before it each is asked of, until so many are refused.
    #expect(asked == (0..<count).map { min($0, SignaturePairs.mostRefused) })
  }

  @Test(arguments: [1, 3]) func whatIsThrownEndsTheSearch(threadCount: Int) {
    #expect(throws: SearchError.deadlineExceeded) {
      try SignaturePairs.forEach(in: [1, 1], threadCount: threadCount) { _, _ in
        throw SearchError.deadlineExceeded
      }
    }
  }
}
