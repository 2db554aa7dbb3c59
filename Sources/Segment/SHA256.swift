/// The hash that names documents, segments and generations: SHA-256 (FIPS 180-4, section 6.2).
///
/// Written here because Segment imports no package and a crypto library would be most of the build; held to the
/// standard's examples by tests.
package struct SHA256 {
  /// Bytes of a hash.
  package static let byteCount = 32

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var byteCount = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// The hash of `bytes`, 32 bytes.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  package mutating func update(_ bytes: [UInt8]) {
    byteCount += bytes.count
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      let block = pending
      pending.removeAll()
      Self.compress(block.span, at: 0, into: &state, by: &schedule)
    }
    let span = bytes.span
    while bytes.count - start >= 64 {
      Self.compress(span, at: start, into: &state, by: &schedule)
      start += 64
    }
    pending.append(contentsOf: bytes[start...])
  }

  /// Ends the message and returns its hash, 32 bytes.
  package consuming func finish() -> [UInt8] {
    let bitCount = UInt64(byteCount) * 8
    var padding: [UInt8] = [0x80]
    padding.append(contentsOf: repeatElement(0, count: (119 - pending.count) % 64))
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    update(padding)
    var hash: [UInt8] = []
    hash.reserveCapacity(Self.byteCount)
    for word in state {
      for shift in stride(from: 24, through: 0, by: -8) {
        hash.append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
      }
    }
    return hash
  }

  private static func compress(
    _ bytes: Span<UInt8>, at start: Int, into state: inout [UInt32], by scratch: inout [UInt32]
  ) {
    // As spans, so that whether an array is shared is looked at once a block.
    let constants = constants.span
    var schedule = scratch.mutableSpan
    for index in 0..<16 {
      let byte = start + 4 * index
      schedule[index] =
        UInt32(bytes[byte]) << 24 | UInt32(bytes[byte + 1]) << 16 | UInt32(bytes[byte + 2]) << 8
        | UInt32(bytes[byte + 3])
    }
    for index in 16..<64 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let s0 = early.rotatedRight(7) ^ early.rotatedRight(18) ^ early >> 3
      let s1 = late.rotatedRight(17) ^ late.rotatedRight(19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let s1 = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[index] &+ schedule[index]
      let s0 = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let t2 = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // The greatest root with root³ ≤ prime · 2⁹⁶, bit by bit; its low 32 bits are the fraction.
      var root: UInt64 = 0
      for bit in stride(from: 34, through: 0, by: -1) {
        let trial = root | 1 << UInt64(bit)
        let square = trial.multipliedFullWidth(by: trial)
        // trial³ as 192 bits: (high · 2⁶⁴ + low) · trial.
        let low = square.low.multipliedFullWidth(by: trial)
        let high = square.high * trial &+ low.high
        if high < prime << 32 || (high == prime << 32 && low.low == 0) { root = trial }
      }
      return UInt32(truncatingIfNeeded: root)
    }
  }()
}

extension UInt32 {
  fileprivate func rotatedRight(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
