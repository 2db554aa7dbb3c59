extension Scan {
  /// A row of a trend.
  struct YearRow: Equatable {
    /// nil for documents without a date.
    var year: Int?
    var hits = 0
    var units = 0
    var occurrences: Int?
    var tokens = 0
  }

  /// The documents that pass the date filters that all of the question stands under.
  func passingDocuments(_ meaning: Meaning) -> Set<Int> {
    Set(
      corpus.documents.indices.filter { document in
        meaning.conjuncts.allSatisfy { operand in
          switch operand {
          case .dates(let values): overlaps(values, document)
          case .not(.dates(let values)): !overlaps(values, document)
          case .leaf, .and, .or, .not: true
          }
        }
      })
  }

  /// A row for every year from the first to the last with a document that passes the filters; then one for those without
  /// a date, if there are any.
  func trend(_ question: Question, of matches: [Match]) -> [YearRow] {
    let passing = passingDocuments(question.meaning)
    let years = Set(passing.map { corpus.documents[$0].date?.year })
    var rowYears: [Int?] = []
    if let first = years.compactMap(\.self).min(), let last = years.compactMap(\.self).max() {
      rowYears = Array(first...last)
    }
    if years.contains(nil) { rowYears.append(nil) }
    let countsOccurrences = question.meaning.asksForOneThing
    return rowYears.map { year in
      let units = units.filter {
        passing.contains($0.document) && corpus.documents[$0.document].date?.year == year
      }
      let hits = matches.filter { corpus.documents[self.units[$0.unit].document].date?.year == year }
      return YearRow(
        year: year, hits: hits.count, units: units.count,
        occurrences: countsOccurrences ? hits.reduce(0) { $0 + $1.places.count } : nil,
        tokens: units.reduce(0) { $0 + $1.positions.count })
    }
  }
}

extension Meaning {
  /// Whether occurrences can be counted: no two things are asked for at once, and no place can be an occurrence of two.
  fileprivate var asksForOneThing: Bool {
    let leaves = positiveLeaves
    for (index, leaf) in leaves.enumerated() {
      for other in leaves[..<index] where !leaf.families.isDisjoint(with: other.families) { return false }
    }
    return !joinsTwoThings
  }

  /// Whether an AND joins two things that both show.
  private var joinsTwoThings: Bool {
    switch self {
    case .leaf, .not, .dates: false
    case .or(let operands): operands.contains(where: \.joinsTwoThings)
    case .and: conjuncts.count { !$0.isFilter } > 1 || conjuncts.contains(where: \.joinsTwoThings)
    }
  }
}

extension Asked.Leaf {
  /// The families of the words that may stand where it stands.
  fileprivate var families: Set<String> {
    var families: Set<String> = []
    for word in words {
      switch word {
      case .anyForm(let family): families.insert(family)
      case .exact(let term):
        for lexeme in Lexicon.lexemes + Lexicon.absent {
          let isWhole = lexeme.extras.contains { $0.term == term }
          families.formUnion(lexeme.words.filter { isWhole || $0.term == term }.map(\.family))
        }
      }
    }
    return families
  }
}
