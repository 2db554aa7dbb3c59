import Query
import Search

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

  /// A row for every year from the first to the last with a document that passes the filters; then one for those without
  /// a date, if there are any. Where parts of documents are asked for, documents without one that passes do not count.
  func trend(_ question: Question, of matches: [Match]) -> [YearRow] {
    let units = units[question.level]!
    let passing = Dictionary(grouping: passing(question.meaning.filters, at: question.level)) {
      year(of: $0)
    }
    let filters = question.meaning.filters
    let asksOfParts = question.level == .statement || filters.contains(where: \.asksOfParts)
    let years = Set(
      self.passing(filters, at: asksOfParts ? question.level : .document).map { year(of: $0) })
    var rowYears: [Int?] = []
    if let first = years.compactMap(\.self).min(), let last = years.compactMap(\.self).max() {
      rowYears = Array(first...last)
    }
    if years.contains(nil) { rowYears.append(nil) }
    let countsOccurrences = question.meaning.asksForOneThing
    let matchesByYear = Dictionary(grouping: matches) { year(of: units[$0.unit]) }
    return rowYears.map { year in
      let hits = matchesByYear[year] ?? []
      return YearRow(
        year: year, hits: hits.count, units: passing[year]?.count ?? 0,
        occurrences: countsOccurrences ? hits.reduce(0) { $0 + $1.occurrenceCount } : nil,
        tokens: (passing[year] ?? []).reduce(0) { $0 + wordCount(of: $1, question) })
    }
  }

  private func year(of unit: Unit) -> Int? { corpus.documents[unit.document].date?.year }

  /// The words of a unit that passes the filters; if they ask anything of statements, those of the statements in it that pass.
  private func wordCount(of unit: Unit, _ question: Question) -> Int {
    let filters = question.meaning.filters
    guard filters.contains(where: \.asksOfStatements) else { return unit.scope.length }
    let parts = unit.parts.filter { part in
      filters.allSatisfy { satisfied($0, part, unit, QuestionFacts()) != nil }
    }
    return parts.flatMap(\.spans).reduce(0) { $0 + $1.positions.count }
  }

  // MARK: - Facets

  /// How many of the units count under each value of a field.
  func facet(_ field: FacetField, of units: [Unit]) -> [ValueRow] {
    var rows: [ValueRow] = []
    for unit in units {
      for (value, modes) in values(of: unit, field) {
        var row = ValueRow(value: value.value, id: value.id, hits: 0, modes: [:])
        if let known = rows.firstIndex(where: { $0.value == row.value && $0.id == row.id }) {
          row = rows.remove(at: known)
        }
        row.hits += 1
        for mode in modes { row.modes[mode, default: 0] += 1 }
        rows.append(row)
      }
    }
    rows.sort { one, other in
      if (one.value == nil) != (other.value == nil) { return other.value == nil }
      if one.hits != other.hits { return one.hits > other.hits }
      return [one.value ?? "", one.id ?? ""].lexicographicallyPrecedes([other.value ?? "", other.id ?? ""])
    }
    return rows
  }

  /// A row of a facet.
  struct ValueRow: Equatable {
    /// nil for what has no value.
    var value: String?
    var id: String?
    var hits: Int
    var modes: [StatementMode: Int]
  }

  private struct Value: Hashable {
    var value: String?
    var id: String?
  }

  /// What a unit counts under, each with the modes of the statements for which it does.
  private func values(of unit: Unit, _ field: FacetField) -> [Value: Set<StatementMode>] {
    let document = corpus.documents[unit.document]
    var values: [Value: Set<StatementMode>] = [:]
    switch field {
    case .document: values[Value(value: document.wholeTitle, id: document.id)] = []
    case .kind: values[Value(value: document.kind)] = []
    case .publisher: values[Value(value: document.publisher)] = []
    case .language: values[Value(value: document.language)] = []
    case .mode:
      for statement in unit.parts.compactMap(\.statement) {
        values[Value(value: statement.mode.rawValue), default: []].insert(statement.mode)
      }
    case .speaker:
      for statement in unit.parts.compactMap(\.statement) {
        if statement.speakers.isEmpty { values[Value(), default: []].insert(statement.mode) }
        for speaker in statement.speakers {
          values[Value(value: speaker.countedName, id: speaker.countedID), default: []].insert(statement.mode)
        }
      }
    }
    return values.isEmpty ? [Value(): []] : values
  }
}

extension Scan.ValueRow {
  init(_ row: FacetRow) {
    self.init(value: row.value, id: row.id, hits: row.hits, modes: row.modes)
  }
}

extension Meaning {
  /// Whether something is asked that is not the same for all of a document.
  fileprivate var asksOfParts: Bool {
    switch self {
    case .inStatement, .speakers, .modes: true
    case .test(let test): test.field == .section || test.field == .about
    case .not(let operand): operand.asksOfParts
    case .and(let operands), .or(let operands): operands.contains(where: \.asksOfParts)
    case .leaf, .near, .dates: false
    }
  }

  fileprivate var asksOfStatements: Bool {
    switch self {
    case .inStatement, .speakers, .modes: true
    case .not(let operand): operand.asksOfStatements
    case .and(let operands), .or(let operands): operands.contains(where: \.asksOfStatements)
    case .leaf, .near, .dates, .test: false
    }
  }

  /// Whether occurrences can be counted: no two things are asked for at once, and no place can be an occurrence of two.
  fileprivate var asksForOneThing: Bool {
    let families = things.map { $0.positiveLeaves.reduce(into: Set()) { $0.formUnion($1.leaf.families) } }
    for (index, own) in families.enumerated() {
      for other in families[..<index] where !own.isDisjoint(with: other) { return false }
    }
    // What a group stands for may be what another part asks for.
    return !joinsTwoThings && (families.count < 2 || !holdsGroup)
  }

  /// The words and phrases that are asked for, those that must be near each other together.
  private var things: [Meaning] {
    switch self {
    case .leaf, .near: [self]
    case .and(let operands), .or(let operands): operands.flatMap(\.things)
    case .inStatement(let operand): operand.things
    case .not, .dates, .speakers, .modes, .test: []
    }
  }

  /// Whether an AND joins two things that both show.
  private var joinsTwoThings: Bool {
    switch self {
    case .leaf, .near, .not, .dates, .speakers, .modes, .test: false
    case .inStatement(let operand): operand.joinsTwoThings
    case .or(let operands): operands.contains(where: \.joinsTwoThings)
    case .and:
      conjuncts.count { !$0.positiveLeaves.isEmpty } > 1 || conjuncts.contains(where: \.joinsTwoThings)
    }
  }
}

extension Meaning {
  /// Whether words that may mean the same are counted as one.
  fileprivate var holdsGroup: Bool { positiveLeaves.contains { $0.leaf.kind == .group } }
}

extension Asked.Leaf {
  /// The families of the words that may stand where it stands.
  fileprivate var families: Set<String> {
    var families: Set<String> = []
    for word in words {
      switch word {
      case .anyForm(let family): families.insert(family)
      case .exact(let term):
        for lexeme in Lexicon.all {
          let isWhole = lexeme.extras.contains { $0.term == term }
          families.formUnion(lexeme.words.filter { isWhole || $0.term == term }.map(\.family))
        }
      case .prefix, .fuzzy: break
      }
    }
    return families
  }
}
