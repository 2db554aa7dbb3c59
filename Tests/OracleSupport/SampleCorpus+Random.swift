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
    var paragraphCounts: ClosedRange<Int> {
      switch self {
      case .tiny: 0...6
      case .small: 1...16
      case .long: 1...4
      case .blocks: 150...350
      case .windows: 4_300...4_600
      }
    }

    fileprivate var segmentByteCounts: [Int] {
      switch self {
      case .tiny, .small, .long: [1, 120, 1_800, 12_000, 1 << 25]
      // Lists are to be long.
      case .blocks, .windows: [12_000, 1 << 25, 1 << 25]
      }
    }

    /// Lexemes in each paragraph.
    var placeCounts: ClosedRange<Int> {
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
      .map { path in
        let isDated = Double.random(in: 0..<1, using: &generator) < datedShare
        let writer = DocumentWriter(words: words, size: size)
        let form = writer.form(using: &generator)
        return Document(
          path: path, date: isDated ? SampleDate(using: &generator) : nil,
          title: Self.title(using: &generator),
          kind: [nil, "minutes", "report", "summary record"].randomElement(using: &generator)!,
          publisher: [nil, "Press", "Council"].randomElement(using: &generator)!,
          language: [nil, nil, "fr", "fr-CA", "en"].randomElement(using: &generator)!,
          symbol: [nil, nil, "A/67/929", "A/67/92", "S/2013/67"].randomElement(using: &generator)!,
          form: form,
          paragraphs: writer.paragraphs(of: form, using: &generator))
      }
    segmentByteCount = size.segmentByteCounts.randomElement(using: &generator)!
  }

  private static func title(using generator: inout SeededGenerator) -> [Lexeme] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Lexicon.plainLexemes.randomElement(using: &generator)!
    }
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
