internal import Query
internal import Segment
internal import Text

/// Finds what may have been meant by the values of fields that nothing has.
struct MissingValues {
  private let snapshot: Snapshot
  private let options: SearchOptions
  private var known: KnownValues { snapshot.knownValues }

  /// The most values that are named as all there are.
  private static let fewValues = 12
  /// The most values that may have been meant.
  private static let nearestLimit = 3

  init(in snapshot: Snapshot, _ options: SearchOptions) {
    self.snapshot = snapshot
    self.options = options
  }

  /// Those of `query` that no unit has, each once, in its order; none of what it says must not be.
  func of(_ query: Query) throws(SearchError) -> [Diagnosis.MissingValue] {
    var missing: [Diagnosis.MissingValue] = []
    for test in query.positiveTests.prefix(Diagnosis.clauseLimit) {
      try options.checkDeadline()
      guard try total(test) == 0 else { continue }
      missing.append(try advice(on: test))
    }
    return missing
  }

  private func advice(on test: Query) throws(SearchError) -> Diagnosis.MissingValue {
    var missing = Diagnosis.MissingValue(text: test.interpreted)
    switch test {
    case .dates:
      (missing.dates, missing.undatedCount) = try known.dates(in: snapshot.segments, options)
    case .mode: missing.values = try modes()
    case .speaker(let name), .about(let name):
      // Whoever is known was meant, even who says nothing.
      guard name.knownKeys.isEmpty else { break }
      missing.nearest = try nearest(
        to: name.bareKey ?? name.key, of: try known.speakers(in: snapshot.segments, options),
        as: Self.named(like: test))
    case .document(let test): try advise(on: test, &missing)
    default: preconditionFailure("not a test")
    }
    return missing
  }

  /// The same test of another name.
  private static func named(like test: Query) -> (String) -> Query? {
    { text in
      guard let name = SpeakerName(text) else { return nil }
      if case .speaker = test { return .speaker(name) }
      return .about(name)
    }
  }

  private func advise(
    on test: DocumentTest, _ missing: inout Diagnosis.MissingValue
  ) throws(SearchError) {
    switch test.value {
    case .name(let key, _):
      if test.field == .kind || test.field == .lang { missing.values = try values(of: test.field) }
      let names = try known.names(of: test.field, in: snapshot.segments, options)
      missing.nearest = try nearest(to: key, of: names) { text in
        DocumentTest(test.field, named: text).map { .document($0) }
      }
    case .words(let words), .phrase(let words):
      let stems = try known.words(of: test.field, in: snapshot.segments, options).stems
      for word in words where !stems.contains(Analyzer.stem(of: word.term[...])) {
        missing.nearest += try nearest(to: word.term, ofWordsOf: test.field)
      }
    case .pattern(let pattern):
      missing.nearest = try nearest(to: Array(pattern.text.lowercased().utf8), ofWordsOf: test.field)
    }
  }

  private func nearest(
    to word: [UInt8], ofWordsOf field: DocumentTest.Field
  ) throws(SearchError) -> [Diagnosis.Value] {
    let words = try known.words(of: field, in: snapshot.segments, options).table
    return try nearest(to: word, of: words) { text in
      let word = QueryWord(text: text, term: Array(text.utf8), form: .exact)
      return .document(DocumentTest(field, .words([word]), text: text))
    }
  }

  /// - Parameter test: What asks for a name; nil if nothing can.
  private func nearest(
    to key: [UInt8], of names: NameTable, as test: (String) -> Query?
  ) throws(SearchError) -> [Diagnosis.Value] {
    var values: [Diagnosis.Value] = []
    for name in try NearestNames(to: key).best(of: names, options) where values.count < Self.nearestLimit {
      guard let asked = test(name) else { continue }
      let count = try total(asked)
      if count > 0 { values.append(Diagnosis.Value(text: name, total: count)) }
    }
    return values
  }

  private func total(_ test: Query) throws(SearchError) -> Int {
    switch test {
    case .speaker: try snapshot.count(.inStatement(test), options).total
    case .mode(let mode): try modeTotals()[mode, default: 0]
    case .about(let name):
      try known.total(spokenOf: name, options.level) { () throws(SearchError) in
        try snapshot.count(test, options).total
      }
    default: try snapshot.count(test, options).total
    }
  }

  private func modeTotals() throws(SearchError) -> [StatementMode: Int] {
    try known.modes(at: options.level) { mode throws(SearchError) in
      try snapshot.count(.inStatement(.mode(mode)), options).total
    }
  }
}

// All that the collection has.
extension MissingValues {
  /// Every form in which something is said, those of the most units first.
  private func modes() throws(SearchError) -> [Diagnosis.Value] {
    try modeTotals().filter { $0.value > 0 }.map { Diagnosis.Value(text: $0.key.rawValue, total: $0.value) }
      .sorted(by: Self.isBefore)
  }

  /// Everything that units are filed under, those of the most units first, if it is not too much to list.
  ///
  /// - Complexity: Linear in the documents.
  private func values(of field: DocumentTest.Field) throws(SearchError) -> [Diagnosis.Value] {
    let space = UnitSpace(options.level)
    // By bytes: strings are equal that are written with other scalars.
    var totals: [[UInt8]: Diagnosis.Value] = [:]
    for segment in snapshot.segments {
      let names = try segment.fields.names(of: field, in: segment.reader, options)
      for (place, documents) in names.runs {
        try options.checkDeadline()
        let units = try SearchError.reading { () throws(SegmentError) in
          try segment.units(of: space, in: documents)
        }
        if units.isEmpty { continue }
        let text = names.names[place].text
        totals[Array(text.utf8), default: Diagnosis.Value(text: text, total: 0)].total += units.count
      }
    }
    return totals.count <= Self.fewValues ? totals.values.sorted(by: Self.isBefore) : []
  }

  private static func isBefore(_ one: Diagnosis.Value, _ other: Diagnosis.Value) -> Bool {
    one.total == other.total
      ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8) : one.total > other.total
  }
}

extension Query {
  /// Every different value of a field that is asked for, but for what must not be.
  fileprivate var positiveTests: [Query] {
    var tests: [Query] = []
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .not: break
      case .dates, .speaker, .mode, .about, .document: if !tests.contains(node) { tests.append(node) }
      default: pending += node.operands.reversed()
      }
    }
    return tests
  }
}

extension DocumentTest {
  /// Asks for the whole of a name; nil if it has no word.
  fileprivate init?(_ field: Field, named text: String) {
    var keys = NameKey()
    guard let key = keys.key(of: text) else { return nil }
    self.init(field, .name(key: key, isPrefix: false), text: text)
  }
}
