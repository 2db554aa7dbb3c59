import Foundation

/// A table of paragraphs of any size, made of words that nobody has written.
///
/// How often a word stands in it depends on its rank as in real text: Mandelbrot's form of Zipf's law, a weight of
/// 1 / (rank + 2.7)^1.07 for ranks from 1 ("An informational theory of the statistical structure of language", 1953). The numbers of words of the
/// paragraphs are log-normal, 80 on average. Unlike in real text, every word is drawn for itself: no word makes another likelier, so
/// phrases are rarer and conjunctions matched less.
///
/// The same seed gives the same bytes, on every platform whose `pow`, `exp`, `log` and `cos` give the same numbers.
struct SyntheticTable {
  static let paragraphsPerDocument = 32
  static let lengths = 3...1_500

  private static let averageLength = 80.0
  private static let deviation = 0.6

  let paragraphCount: Int
  private var generator: SplitMix64
  private let table: AliasTable
  /// The words in the order of their ranks, with where each starts, and where the last one ends.
  private let spelled: (bytes: [UInt8], starts: [Int])

  init(paragraphCount: Int, vocabularyCount: Int = 500_000, seed: UInt64) {
    precondition(paragraphCount >= 0 && vocabularyCount > 0)
    self.paragraphCount = paragraphCount
    generator = SplitMix64(seed: seed)
    table = AliasTable(weights: (1...vocabularyCount).map { 1 / pow(Double($0) + 2.7, 1.07) })
    var bytes: [UInt8] = []
    var starts = [0]
    for rank in 0..<vocabularyCount {
      bytes += Self.word(rank: rank)
      starts.append(bytes.count)
    }
    spelled = (bytes, starts)
  }

  /// Hands on the lines of the table in order, each with its end, many at a time.
  mutating func write(_ body: ([UInt8]) throws -> Void) rethrows {
    var buffer: [UInt8] = []
    for number in 0..<paragraphCount {
      let (document, place) = number.quotientAndRemainder(dividingBy: Self.paragraphsPerDocument)
      buffer += "D\(document)#\(place + 1)\t".utf8
      for index in 0..<nextLength() {
        if index > 0 { buffer.append(0x20) }
        let rank = table.draw(from: &generator)
        buffer += spelled.bytes[spelled.starts[rank]..<spelled.starts[rank + 1]]
      }
      buffer.append(0x0A)
      if buffer.count >= 1 << 20 {
        try body(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { try body(buffer) }
  }

  /// Writes the table to a file.
  mutating func write(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchmarkError("\(path): the file cannot be written") }
    defer { try? file.close() }
    try write { try file.write(contentsOf: Data($0)) }
  }

  /// The number of words of a paragraph, by the transform of Box and Muller.
  private mutating func nextLength() -> Int {
    let radius = (-2 * log(1 - generator.nextFraction())).squareRoot()
    let normal = radius * cos(2 * .pi * generator.nextFraction())
    let location = log(Self.averageLength) - Self.deviation * Self.deviation / 2
    let length = exp(location + Self.deviation * normal).rounded()
    return min(max(Int(length), Self.lengths.lowerBound), Self.lengths.upperBound)
  }

  /// A word that no other rank has, the shorter the more frequent: its rank, from 0, in bijective numeration with syllables as digits.
  static func word(rank: Int) -> [UInt8] {
    var word: [UInt8] = []
    var rest = rank + 1
    while rest > 0 {
      let digit = (rest - 1) % (consonants.count * vowels.count)
      word += [consonants[digit / vowels.count], vowels[digit % vowels.count]]
      rest = (rest - 1) / (consonants.count * vowels.count)
    }
    return word
  }

  private static let consonants = Array("bcdfghjklmnpqrstvwxz".utf8)
  private static let vowels = Array("aeiou".utf8)
}
