import TestSupport

/// Writes the paragraphs of random documents, each in a form whose statements are known.
struct DocumentWriter {
  let words: ZipfWords
  let size: SampleCorpus.Size

  func form(using generator: inout SeededGenerator) -> SampleCorpus.Form {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: .speech(Self.speakers(of: SampleSpeaker.states + [.mission], using: &generator))
    case 1: .record
    default: .report
    }
  }

  func paragraphs(
    of form: SampleCorpus.Form, using generator: inout SeededGenerator
  ) -> [SampleCorpus.Paragraph] {
    var paragraphs = (0..<Int.random(in: size.paragraphCounts, using: &generator)).map { _ in
      if Int.random(in: 0..<12, using: &generator) == 0 { return heading(of: form, using: &generator) }
      switch form {
      case .speech: return SampleCorpus.Paragraph(parts: sentences(using: &generator))
      case .record:
        var parts = sentences(using: &generator)
        if Bool.random(using: &generator) { parts[0].opening = Self.label(using: &generator) }
        return SampleCorpus.Paragraph(parts: parts)
      case .report: return report(using: &generator)
      }
    }
    // A record is known by a turn among its first three paragraphs; what comes before that is nobody's.
    let prose = paragraphs.indices.filter { !paragraphs[$0].isHeading }.prefix(3)
    if form == .record, let last = prose.last,
      !prose.contains(where: { paragraphs[$0].parts[0].opening.isLabel })
    {
      paragraphs[last].parts[0].opening = Self.label(using: &generator)
    }
    return paragraphs
  }

  private static func label(using generator: inout SeededGenerator) -> SampleCorpus.Opening {
    .label(SampleSpeaker.delegates.randomElement(using: &generator)!)
  }

  private func report(using generator: inout SeededGenerator) -> SampleCorpus.Paragraph {
    let count = [1, 1, 2, 3, 4].randomElement(using: &generator)!
    let isSilent = Int.random(in: 0..<3, using: &generator) == 0
    return SampleCorpus.Paragraph(
      parts: (0..<count).map { _ in
        var part = part(isPlain: true, using: &generator)
        let isNarrative = isSilent || Int.random(in: 0..<4, using: &generator) == 0
        part.opening =
          isNarrative
          ? .narrative([Lexicon.meanwhile, Lexicon.later].randomElement(using: &generator)!)
          : .said(
            Int.random(in: 0..<4, using: &generator) == 0
              ? [] : Self.speakers(of: SampleSpeaker.states, using: &generator),
            verb: [Lexicon.stressed, Lexicon.noted].randomElement(using: &generator)!)
        return part
      })
  }

  private func heading(
    of form: SampleCorpus.Form, using generator: inout SeededGenerator
  ) -> SampleCorpus.Paragraph {
    let count = Int.random(in: 1...3, using: &generator)
    var places = words.places(count, isPlain: form == .report, using: &generator)
    let index = Int.random(in: 0..<places.count, using: &generator)
    places[index].lexeme = Lexicon.headings.randomElement(using: &generator)!
    return SampleCorpus.Paragraph(isHeading: true, parts: [SampleCorpus.Part(places: places)])
  }

  /// Those behind the first begin with a word that says that nobody else speaks.
  private func sentences(using generator: inout SeededGenerator) -> [SampleCorpus.Part] {
    var parts = [part(using: &generator)]
    for _ in 0..<[0, 0, 1, 2].randomElement(using: &generator)! {
      var part = part(using: &generator)
      part.opening = .narrative([Lexicon.meanwhile, Lexicon.later].randomElement(using: &generator)!)
      parts.append(part)
    }
    return parts
  }

  private func part(isPlain: Bool = false, using generator: inout SeededGenerator) -> SampleCorpus.Part {
    let count = Int.random(in: size.placeCounts, using: &generator)
    return SampleCorpus.Part(places: words.places(count, isPlain: isPlain, using: &generator))
  }

  /// One or two.
  private static func speakers(
    of all: [SampleSpeaker], using generator: inout SeededGenerator
  ) -> [SampleSpeaker] {
    let count = [1, 1, 1, 2].randomElement(using: &generator)!
    return Array(all.shuffled(using: &generator).prefix(count))
  }
}

/// Draws words so that the one of rank *r* comes 1/*r* times as often as the first; which they are differs from sample to
/// sample.
struct ZipfWords {
  private let all: Ranks
  /// Of those that a report may hold.
  private let plain: Ranks

  private struct Ranks {
    let lexemes: [Lexeme]
    /// Running sums of the weights.
    let sums: [Double]

    init(_ lexemes: [Lexeme]) {
      var sums: [Double] = []
      for rank in 1...lexemes.count { sums.append((sums.last ?? 0) + 1 / Double(rank)) }
      self.lexemes = lexemes
      self.sums = sums
    }
  }

  init(using generator: inout SeededGenerator) {
    let count = [3, 8, 20, Lexicon.lexemes.count].randomElement(using: &generator)!
    let lexemes = Array(Lexicon.lexemes.shuffled(using: &generator).prefix(count))
    let plain = lexemes.filter { Lexicon.plainLexemes.contains($0) }
    all = Ranks(lexemes)
    self.plain = Ranks(plain.isEmpty ? [Lexicon.of] : plain)
  }

  func places(
    _ count: Int, isPlain: Bool, using generator: inout SeededGenerator
  ) -> [SampleCorpus.Place] {
    let ranks = isPlain ? plain : all
    return (0..<count).map { _ in
      let target = Double.random(in: 0..<ranks.sums[ranks.sums.count - 1], using: &generator)
      let rank = ranks.sums.firstIndex { $0 > target }!
      let separator = [" ", " ", " ", " ", " ", " ", ", ", "; ", " – "].randomElement(using: &generator)!
      return SampleCorpus.Place(lexeme: ranks.lexemes[rank], separator: separator)
    }
  }
}
