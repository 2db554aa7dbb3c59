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

  /// Pairs that a look at all pairs finds, each once.
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
    var found: [[Int]] = []
    try SignaturePairs.forEach(
      in: signatures, check: {},
      isPair: { one, other in
        found.append([one, other])
        return true
      })
    var expected: [[Int]] = []
    for one in signatures.indices {
      for other in 0..<one {
        let agreeing = (0..<16).count { (signatures[one] ^ signatures[other]) >> UInt64(4 * $0) & 15 == 0 }
        if agreeing >= 10 { expected.append([one, other]) }
      }
    }
    #expect(expected.count > 100)
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  }

  /// A bucket of many that are alike and no pairs indeed is not looked through pair by pair.
  @Test func whatIsAlikeTakesBoundedTime() throws {
    let count = 500
    // All agree on the first line, and so are asked for there.
    let signatures = (0..<count).map { UInt64($0) << 48 }
    var asked = 0
    try SignaturePairs.forEach(
      in: signatures, check: {},
      isPair: { _, _ in
        asked += 1
        return false
      })
    #expect(asked <= count * SignaturePairs.mostRefused && asked > count)
  }

  @Test func aDeadlineEndsTheSearch() {
    #expect(throws: SearchError.deadlineExceeded) {
      try SignaturePairs.forEach(in: [1, 2]) { () throws(SearchError) in
        throw .deadlineExceeded
      } isPair: { _, _ in
        true
      }
    }
  }
}
