import Search

/// Random bytes, read as UTF-8 as a request's are: what no grammar makes.
struct ByteQueries {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func next() -> RandomQuery {
    let count = Int(random.next() % (random.next() % 8 == 0 ? 4_000 : 40))
    let bytes = (0..<count).map { _ in
      // Half of them are of ASCII, which has all that means something.
      let byte = UInt8(truncatingIfNeeded: random.next())
      return random.next() % 2 == 0 ? byte : byte & 0x7F
    }
    return RandomQuery(
      text: String(decoding: bytes, as: UTF8.self), options: SearchOptions(), matchesAny: false)
  }
}
