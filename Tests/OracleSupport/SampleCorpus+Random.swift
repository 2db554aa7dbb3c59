import TestSupport

extension SampleCorpus {
  /// How much stands in a sample. Most are tiny, since what is wrong shows best there.
  package enum Size: Sendable {
    case tiny
    case small
    /// Paragraphs so long that their norms are rounded.
    case long
    /// Lists of several blocks.
    case blocks
    /// Documents of more units than a window holds, so that a window ends inside a segment however the sample is cut.
    case windows

    /// The size of the sample with number `seed`.
    package init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      switch Int.random(in: 0..<1000, using: &generator) {
      case 0..<600: self = .tiny
      case 600..<850: self = .small
      case 850..<880: self = .long
      case 880..<996: self = .blocks
      default: self = .windows
      }
    }

    /// The questions that are worth the time that the sample took to make.
    package var questionCount: Int {
      switch self {
      case .tiny, .small, .blocks: 40
      case .long: 20
      case .windows: 10
      }
    }

    fileprivate var documentCounts: ClosedRange<Int> {
      switch self {
      case .tiny: 1...8
      case .small: 3...14
      case .long: 1...3
      case .blocks: 3...6
      case .windows: 2...2
      }
    }

    /// In each document.
    fileprivate var paragraphCounts: ClosedRange<Int> {
      switch self {
      case .tiny: 0...6
      case .small: 1...16
      case .long: 1...4
      case .blocks: 150...350
      case .windows: 4_300...4_600
      }
    }

    fileprivate var segmentWordLimits: [Int] {
      switch self {
      case .tiny, .small, .long: [1, 20, 300, 2_000, 1 << 25]
      // Lists are to be long.
      case .blocks, .windows: [2_000, 1 << 25, 1 << 25]
      }
    }

    /// Lexemes in each paragraph.
    fileprivate var placeCounts: ClosedRange<Int> {
      switch self {
      case .tiny: 1...12
      case .small: 1...30
      case .long: 30...400
      case .blocks: 1...5
      case .windows: 1...4
      }
    }
  }

  /// The sample with number `seed`: always the same.
  package init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = Size(seed: seed)
    _ = generator.next()
    let words = ZipfWords(using: &generator)
    let datedShare = [0.0, 0.5, 0.8, 1.0].randomElement(using: &generator)!
    documents = Self.paths(count: Int.random(in: size.documentCounts, using: &generator), using: &generator)
      .map {
        path in
        let isDated = Double.random(in: 0..<1, using: &generator) < datedShare
        return Document(
          path: path, date: isDated ? SampleDate(using: &generator) : nil,
          paragraphs: (0..<Int.random(in: size.paragraphCounts, using: &generator)).map { _ in
            words.paragraph(of: Int.random(in: size.placeCounts, using: &generator), using: &generator)
          })
      }
    segmentWordLimit = size.segmentWordLimits.randomElement(using: &generator)!
  }

  /// Paths in the order of their bytes, which is neither that of numbers nor that of folders.
  private static func paths(count: Int, using generator: inout SeededGenerator) -> [String] {
    var paths: Set<String> = []
    while paths.count < count {
      let folder = ["", "", "b/", "b-c/", "2013/"].randomElement(using: &generator)!
      paths.insert("\(folder)d\(Int.random(in: 0...30, using: &generator)).md")
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Draws words so that the one of rank *r* comes 1/*r* times as often as the first; which they are differs from sample to
/// sample.
private struct ZipfWords {
  private let lexemes: [Lexeme]
  /// Running sums of the weights.
  private let sums: [Double]

  init(using generator: inout SeededGenerator) {
    let count = [3, 8, 20, Lexicon.lexemes.count].randomElement(using: &generator)!
    lexemes = Array(Lexicon.lexemes.shuffled(using: &generator).prefix(count))
    var sums: [Double] = []
    for rank in 1...lexemes.count { sums.append((sums.last ?? 0) + 1 / Double(rank)) }
    self.sums = sums
  }

  func paragraph(of placeCount: Int, using generator: inout SeededGenerator) -> SampleCorpus.Paragraph {
    SampleCorpus.Paragraph(
      places: (0..<placeCount).map { _ in
        let target = Double.random(in: 0..<sums[sums.count - 1], using: &generator)
        let rank = sums.firstIndex { $0 > target }!
        let separator = [" ", " ", " ", " ", " ", " ", ", ", "; ", " – "].randomElement(using: &generator)!
        return SampleCorpus.Place(lexeme: lexemes[rank], separator: separator)
      })
  }
}
