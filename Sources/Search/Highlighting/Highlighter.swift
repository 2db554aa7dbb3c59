internal import Query

/// Finds in the text of a unit the occurrences that satisfy a query, by analyzing the text again.
///
/// Reads no posting list: what it shows is what the text says. A part of the query that the unit does not satisfy as a
/// whole shows nothing, nor does anything under a NOT. Of what must be near something else only those occurrences are shown that are.
struct Highlighter {
  /// An occurrence of what the query asks for: of a word or a phrase, or of all that must be near each other.
  struct Occurrence {
    /// Index into the unit's paragraphs.
    var paragraph: Int
    /// UTF-8 offsets in its text, from the first word to the last.
    var range: Range<Int>
    /// What of that satisfies the query, each once and in no order: one part, but for what is near each other.
    var parts: [Part]

    /// A word or a phrase.
    struct Part: Hashable {
      /// UTF-8 offsets: one range, but for a phrase with something between its words.
      var ranges: [Range<Int>]
      /// Which of the query's positive leaves it is, in the order of the query.
      var leaf: Int
    }

    /// The words that satisfy the query, in no order.
    var ranges: [Range<Int>] { parts.flatMap(\.ranges) }
  }

  /// Where to look, and whose it is.
  private struct Scope {
    /// nil for all.
    var spans: [UnitText.Span]?
    var statement: UnitText.Statement?

    func contains(_ place: TokenPlaces.Place) -> Bool {
      spans?.contains { $0.paragraph == place.paragraph && $0.contains(place.words) } ?? true
    }

    /// What of a paragraph is looked at, each run for itself.
    func runs(of paragraph: Int) -> [Range<UInt32>] {
      spans.map { $0.filter { $0.paragraph == paragraph }.map(\.positions) } ?? [0..<UInt32.max]
    }
  }

  private let query: Query
  private var places: TokenPlaces
  private var evidence = EvidencePlaces()
  /// The names that those go by of whom the text must speak.
  private let names: [SpeakerName: [[[UInt8]]]]

  /// - Parameters:
  ///   - names: Of everybody of whom the query says that the text must speak.
  ///   - expansions: The terms that every pattern of the query stands for.
  init(
    _ query: Query, names: [SpeakerName: [[[UInt8]]]] = [:], expansions: [TermPattern: [[UInt8]]] = [:]
  ) {
    self.query = query
    self.names = names
    places = TokenPlaces(query, names: names.values.flatMap(\.self), expansions: expansions)
  }

  /// The occurrences in a unit, in no order.
  ///
  /// - Complexity: O(*t* + *q* · *s*) for *t* tokens, *q* parts of the query and *s* statements.
  mutating func occurrences(in unit: UnitText) -> [Occurrence] {
    places.removeAll()
    for (index, paragraph) in unit.paragraphs.enumerated() { places.add(paragraph.text, paragraph: index) }
    var leaf = 0
    return occurrences(of: query, in: Scope(spans: unit.spans), of: unit, &leaf) ?? []
  }

  /// `ranges` ascending, those that overlap as one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.comesBefore($1) }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// What satisfies `query` in a scope; nil if the scope does not satisfy it.
  ///
  /// Recursive: each kind of node has a function of its own, so that the frames are small.
  ///
  /// - Parameter leaf: The number of the next positive leaf; moved behind those of `query`.
  private mutating func occurrences(
    of query: Query, in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    switch query {
    case .word, .phrase, .pattern: this(query, in: scope, &leaf)
    case .synonyms(let alternatives): these(alternatives, in: scope, &leaf)
    case .sloppyPhrase, .near: near(query, in: scope, of: unit, &leaf)
    case .and(let operands): all(operands, in: scope, of: unit, &leaf)
    case .or(let operands): any(operands, in: scope, of: unit, &leaf)
    case .not(let operand): not(operand, in: scope, of: unit)
    case .inStatement(let operand): inStatement(operand, in: scope, of: unit, &leaf)
    case .about(let name): speaks(of: name, in: scope, of: unit) ? [] : nil
    case .everything: []
    case .dates, .speaker, .mode, .document: passes(query, scope, unit) ? [] : nil
    // Asked of the whole query only: what does not pass is no hit.
    case .newSince: []
    }
  }

  private func this(_ leaf: Query, in scope: Scope, _ number: inout Int) -> [Occurrence]? {
    these([leaf], in: scope, &number)
  }

  /// What of several words and phrases that count as one is there.
  private func these(_ leaves: [Query], in scope: Scope, _ number: inout Int) -> [Occurrence]? {
    defer { number += 1 }
    let found = leaves.flatMap { places.places(of: $0) }.filter { scope.contains($0) }
    return found.isEmpty
      ? nil
      : found.map {
        Occurrence(
          paragraph: $0.paragraph, range: $0.range,
          parts: [Occurrence.Part(ranges: [$0.range], leaf: number)])
      }
  }

  private mutating func all(
    _ operands: [Query], in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    var all: [Occurrence]? = []
    // To the end, whatever is found: every leaf has its number.
    for operand in operands {
      if let found = occurrences(of: operand, in: scope, of: unit, &leaf) { all? += found } else { all = nil }
    }
    return all
  }

  private mutating func any(
    _ operands: [Query], in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    var any: [Occurrence]?
    for operand in operands {
      if let found = occurrences(of: operand, in: scope, of: unit, &leaf) { any = (any ?? []) + found }
    }
    return any
  }

  private mutating func not(_ operand: Query, in scope: Scope, of unit: UnitText) -> [Occurrence]? {
    // What is under a NOT is never shown, so its leaves need no numbers.
    var none = 0
    return occurrences(of: operand, in: scope, of: unit, &none) == nil ? [] : nil
  }

  private mutating func inStatement(
    _ operand: Query, in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    guard scope.statement == nil else { return occurrences(of: operand, in: scope, of: unit, &leaf) }
    let first = leaf
    var any: [Occurrence]?
    for statement in unit.statements {
      leaf = first
      let inside = Scope(spans: statement.spans, statement: statement)
      if let found = occurrences(of: operand, in: inside, of: unit, &leaf) { any = (any ?? []) + found }
    }
    // The leaves are numbered where there is no statement, too.
    leaf = first
    operand.forEachPositiveLeaf { _ in leaf += 1 }
    return any
  }
}

// What stands near something else.
extension Highlighter {
  private func near(
    _ query: Query, in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    let asked = IntervalQuery(query)
    defer { leaf += asked.positiveLeafCount }
    let found = asked.leaves.map { Dictionary(grouping: places.places(of: $0), by: \.paragraph) }
    var occurrences: [Occurrence] = []
    for (index, paragraph) in unit.paragraphs.enumerated() {
      for words in scope.runs(of: index) {
        let inside = found.map { leaf in
          (leaf[index] ?? []).filter { place in
            place.words.start >= words.lowerBound && place.words.end <= words.upperBound
          }
        }
        occurrences += matching(asked, inside, paragraph: index, paragraph.sentences, firstLeaf: leaf)
      }
    }
    return occurrences.isEmpty ? nil : occurrences
  }

  /// - Parameter found: Of each leaf of the expression its places in a run of words.
  private func matching(
    _ asked: IntervalQuery, _ found: [[TokenPlaces.Place]], paragraph: Int, _ sentences: SentenceStarts,
    firstLeaf: Int
  ) -> [Occurrence] {
    let leaves = FoundLeaves(
      found.map { places in
        var intervals = places.map(\.words)
        intervals.keepMinimal()
        return intervals
      })
    let ranges = found.map { places in
      Dictionary(places.map { ($0.words, [$0.range]) }, uniquingKeysWith: +)
    }
    let intervals = FoundIntervals(asked.expression, leaves, sentences)
    return intervals.intervals.compactMap { whole in
      var parts: Set<Occurrence.Part> = []
      for words in intervals.parts(of: whole) {
        guard let number = asked.positiveLeaves[words[0].leaf] else { continue }
        let ranges = words.flatMap { ranges[$0.leaf][$0.words] ?? [] }
        // Words in order are one part; of a pattern several may stand in one place.
        for ranges in words.count > 1 ? [ranges] : ranges.map({ [$0] }) {
          parts.insert(Occurrence.Part(ranges: ranges, leaf: firstLeaf + number))
        }
      }
      let ranges = parts.flatMap(\.ranges)
      guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else {
        return nil
      }
      return Occurrence(paragraph: paragraph, range: start..<end, parts: Array(parts))
    }
  }
}

// What asks for no word.
extension Highlighter {
  private func passes(_ test: Query, _ scope: Scope, _ unit: UnitText) -> Bool {
    switch test {
    case .dates(let intervals): DateFilter(intervals).passes(unit.days)
    case .speaker(let name):
      scope.statement.map { !unit.speakers[name, default: []].isDisjoint(with: $0.speakers) } ?? false
    case .mode(let mode): scope.statement?.mode == mode.number
    case .document(let test) where test.field == .section:
      unit.paragraphs.indices.contains { index in
        var matcher = DocumentMatcher(test)
        return !scope.runs(of: index).isEmpty && matcher.passes(headings: unit.paragraphs[index].headings)
      }
    case .document(let test): unit.passes(test)
    default: preconditionFailure("not a test")
    }
  }

  /// Whether a name stands in the scope outside the words that name the speaker.
  private mutating func speaks(of name: SpeakerName, in scope: Scope, of unit: UnitText) -> Bool {
    let found = (names[name] ?? []).flatMap { places.places(ofName: $0) }.filter { scope.contains($0) }
    if found.isEmpty { return false }
    let bearers = unit.speakers[name, default: []]
    let theirs = unit.statements.filter { !bearers.isDisjoint(with: $0.speakers) }
    for (index, paragraph) in unit.paragraphs.enumerated() {
      let here = found.filter { $0.paragraph == index }
      if here.isEmpty { continue }
      let evidences = theirs.filter { $0.spans.contains { $0.paragraph == index } }.map(\.evidence)
      let naming = evidence.places(of: evidences, in: paragraph.text)
      if here.contains(where: { place in !naming.contains { $0.contains(place.words) } }) { return true }
    }
    return false
  }
}

extension Range<Int> {
  /// The order of what begins first, and of equals ends first.
  func comesBefore(_ other: Self) -> Bool {
    (lowerBound, upperBound) < (other.lowerBound, other.upperBound)
  }
}
