internal import Query
internal import Segment
internal import Text

/// Finds what may have been meant by the values of fields that nothing has.
struct MissingValues {
  private let snapshot: Snapshot
  private let options: SearchOptions

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
    case .dates: missing.dates = try dates()
    case .mode: missing.values = try values(.mode)
    case .speaker(let name), .about(let name):
      missing.nearest = try nearest(
        to: name.bareKey ?? name.key, of: try speakers(), as: Self.named(like: test))
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
      if let field = test.field.facet { missing.values = try values(field) }
      missing.nearest = try nearest(to: key, of: try names(test.field)) { text in
        DocumentTest(test.field, named: text).map { .document($0) }
      }
    case .words(let words), .phrase(let words):
      let known = try wordsOfNames(test.field)
      let stems = Set(known.map { Analyzer.stem(of: $0[...]) })
      for word in words where !stems.contains(Analyzer.stem(of: word.term[...])) {
        missing.nearest += try nearest(to: word.term, ofWords: known, test.field)
      }
    case .pattern(let pattern):
      missing.nearest = try nearest(
        to: Array(pattern.text.lowercased().utf8), ofWords: try wordsOfNames(test.field), test.field)
    }
  }

  private func nearest(
    to word: [UInt8], ofWords known: [[UInt8]], _ field: DocumentTest.Field
  ) throws(SearchError) -> [Diagnosis.Value] {
    let names = known.map { NearestNames.Name(text: String(decoding: $0, as: UTF8.self), keys: [$0]) }
    return try nearest(to: word, of: names) { text in
      let word = QueryWord(text: text, term: Array(text.utf8), form: .exact)
      return .document(DocumentTest(field, .words([word]), text: text))
    }
  }

  /// - Parameter test: What asks for a name; nil if nothing can.
  private func nearest(
    to key: [UInt8], of names: [NearestNames.Name], as test: (String) -> Query?
  ) throws(SearchError) -> [Diagnosis.Value] {
    var values: [Diagnosis.Value] = []
    for name in NearestNames(to: key).best(of: names) where values.count < Self.nearestLimit {
      guard let asked = test(name) else { continue }
      let count = try total(asked)
      if count > 0 { values.append(Diagnosis.Value(text: name, total: count)) }
    }
    return values
  }

  private func total(_ test: Query) throws(SearchError) -> Int {
    switch test {
    case .speaker, .mode: try snapshot.count(.inStatement(test), options).total
    default: try snapshot.count(test, options).total
    }
  }
}

// What the collection has.
extension MissingValues {
  /// Everything that units are filed under, if it is not too much to list.
  private func values(_ field: FacetField) throws(SearchError) -> [Diagnosis.Value] {
    let rows = try snapshot.facet(field, nil, options).rows
    let values = rows.compactMap { row in row.value.map { Diagnosis.Value(text: $0, total: row.hits) } }
    return values.count <= Self.fewValues ? values : []
  }

  /// The dates of the earliest and of the latest document; nil if none has a date.
  private func dates() throws(SearchError) -> Diagnosis.Dates? {
    var first: DateInterval?
    var last: DateInterval?
    try forEachDocument { document in
      guard let days = document.days else { return }
      let date = DateInterval(first: days.lowerBound, last: days.upperBound)
      if first.map({ (date.first, date.last) < ($0.first, $0.last) }) != false { first = date }
      if last.map({ (date.last, date.first) > ($0.last, $0.first) }) != false { last = date }
    }
    guard let first, let last else { return nil }
    return Diagnosis.Dates(first: first.description, last: last.description)
  }

  /// What documents are called in a field that is asked for as a whole.
  private func names(_ field: DocumentTest.Field) throws(SearchError) -> [NearestNames.Name] {
    var texts: Set<String> = []
    try forEachDocument { document in
      let text: String? =
        switch field {
        case .doc: document.id
        case .kind: document.kind
        case .symbol: document.symbol
        case .lang: document.language
        case .title, .section: nil
        }
      if let text { texts.insert(text) }
    }
    var keys = NameKey()
    return texts.map { text in
      var parts = [text]
      if field == .doc, let last = text.split(separator: "/").last { parts.append(String(last)) }
      return NearestNames.Name(text: text, keys: parts.compactMap { keys.key(of: $0) })
    }
  }

  /// The different words of all titles or headings.
  private func wordsOfNames(_ field: DocumentTest.Field) throws(SearchError) -> [[UInt8]] {
    var reader = FoldedWords()
    var words: Set<[UInt8]> = []
    if field == .title {
      try forEachDocument { words.formUnion(reader.words(of: Array($0.title.utf8))) }
      return Array(words)
    }
    for segment in snapshot.segments {
      try options.checkDeadline()
      try SearchError.reading { () throws(SegmentError) in
        for index in 0..<segment.reader.headingCount {
          for heading in try segment.reader.headings(at: index) {
            words.formUnion(reader.words(of: Array(heading.utf8)))
          }
        }
      }
    }
    return Array(words)
  }

  /// Everybody in the index, under all names.
  private func speakers() throws(SearchError) -> [NearestNames.Name] {
    var names: [String: Set<[UInt8]>] = [:]
    for segment in snapshot.segments {
      try SearchError.reading { () throws(SegmentError) in
        for index in 0..<segment.reader.speakerCount {
          let speaker = try segment.reader.speaker(at: index)
          names[speaker.name, default: []].formUnion(speaker.keys.map { Array($0.utf8) })
        }
      }
    }
    return names.map { NearestNames.Name(text: $0.key, keys: Array($0.value)) }
  }

  private func forEachDocument(_ visit: (StoredDocument) -> Void) throws(SearchError) {
    for segment in snapshot.segments {
      for index in 0..<segment.reader.documentCount {
        if index.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
        visit(
          try SearchError.reading { () throws(SegmentError) in try segment.reader.document(at: index) })
      }
    }
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

extension DocumentTest.Field {
  /// What documents can be counted by, where their values are few enough to list.
  fileprivate var facet: FacetField? {
    switch self {
    case .kind: .kind
    case .lang: .language
    case .doc, .title, .section, .symbol: nil
    }
  }
}
