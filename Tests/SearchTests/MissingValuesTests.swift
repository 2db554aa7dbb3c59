import Indexing
import Query
import Segment
import TestSupport
import Testing
import Text

@testable import Search

/// What is told of values that nothing has, held to facets, counts and a look at every document.
struct MissingValuesTests {
  private let snapshot: Snapshot
  private let folder: TemporaryFolder

  init() throws {
    var generator = SeededGenerator(seed: 7)
    folder = try TemporaryFolder(inMemory: true)
    snapshot = try FieldMatchesTests.index(&generator, in: folder)
  }

  private static let queries = [
    "kind:vetto", "kind:the", "lang:english", "lang:vetos", "symbol:A/67/928", "doc:talk-99",
    "doc:b/c/tlak-3",
    "doc:talk-the", "title:vetto", "title:coté", "title:\"stetes vetto\"", "title:membr*", "section:vetto",
    "section:steates~1", "speaker:Frence", "speaker:Korae", "speaker:Korea", "speaker:Chlie", "speaker:Xyzzy",
    "about:Frence", "about:Chlie", "year:1950", "mode:turn", "mode:reported", "mode:speech",
  ]

  @Test(arguments: Self.queries, Level.allCases)
  func whatIsToldIsTrue(query text: String, level: Level) throws {
    let query = try #require(try QueryParser().parse(text).query)
    var options = SearchOptions()
    options.level = level
    let told = try MissingValues(in: snapshot, options).of(query)
    let total = try snapshot.count(query, options).total
    #expect(told.isEmpty == (total > 0))
    guard let told = told.first else { return }
    #expect(told.nearest.allSatisfy { $0.total > 0 } && told.nearest.count <= 6)
    for value in told.nearest { #expect(try slowTotal(value.text, like: query, options) == value.total) }
    #expect(told.values == (try slowValues(query, options)))
    if let names = try slowNames(query) {
      var nearest: [Diagnosis.Value] = []
      for name in names where nearest.count < 3 {
        let total = try slowTotal(name, like: query, options)
        if total > 0 { nearest.append(Diagnosis.Value(text: name, total: total)) }
      }
      #expect(told.nearest == nearest)
    }
    let (dates, undatedCount) = text.hasPrefix("year") ? try slowDates() : (nil, 0)
    #expect(told.dates == dates && told.undatedCount == undatedCount)
  }

  /// How many units a query finds that asks for another value.
  private func slowTotal(_ value: String, like query: Query, _ options: SearchOptions) throws -> Int {
    let asked: Query
    switch query {
    case .inStatement(.speaker): asked = .inStatement(.speaker(try #require(SpeakerName(value))))
    case .about: asked = .about(try #require(SpeakerName(value)))
    case .document(let test):
      if test.field.isOfWords {
        let word = QueryWord(text: value, term: Array(value.utf8), form: .exact)
        asked = .document(DocumentTest(test.field, .words([word]), text: value))
      } else {
        var keys = NameKey()
        let found = keys.key(of: value)
        let key = try #require(found)
        asked = .document(DocumentTest(test.field, .name(key: key, isPrefix: false), text: value))
      }
    default: return 0
    }
    return try snapshot.count(asked, options).total
  }

  /// All dates are years.
  private func slowDates() throws -> (Diagnosis.Dates?, undatedCount: Int) {
    let days = try snapshot.segments.flatMap { segment in
      try (0..<segment.reader.documentCount).map { try segment.reader.document(at: $0).days }
    }
    let years = days.compactMap { $0.map { "\($0.lowerBound / 10_000)" } }
    guard let first = years.min(), let last = years.max() else { return (nil, days.count) }
    return (Diagnosis.Dates(first: first, last: last), days.count - years.count)
  }

  private func slowValues(_ query: Query, _ options: SearchOptions) throws -> [Diagnosis.Value] {
    let field: FacetField
    switch query {
    case .inStatement(.mode): field = .mode
    case .document(let test) where test.field == .kind: field = .kind
    case .document(let test) where test.field == .lang: field = .language
    default: return []
    }
    let values = try snapshot.facet(field, nil, options).rows.compactMap { row in
      row.value.map { Diagnosis.Value(text: $0, total: row.hits) }
    }
    return values.count <= 12 ? values : []
  }

  /// The nearest names of a field that is asked for as a whole, or speakers, by a look at every one; nil for other fields.
  private func slowNames(_ query: Query) throws -> [String]? {
    var builder = NameTable.Builder()
    var keys = NameKeys()
    let asked: [UInt8]
    var names: [String: Set<[UInt8]>] = [:]
    switch query {
    case .document(let test):
      guard case .name(let key, _) = test.value else { return nil }
      asked = key
      for segment in snapshot.segments {
        for index in 0..<segment.reader.documentCount {
          guard let name = try segment.reader.document(at: index).name(test.field) else { continue }
          names[name] = Set(keys.keys(of: name, in: test.field))
        }
      }
    case .inStatement(.speaker(let name)), .about(let name):
      asked = name.bareKey ?? name.key
      for segment in snapshot.segments {
        for index in 0..<segment.reader.speakerCount {
          let speaker = try segment.reader.speaker(at: index)
          names[speaker.name, default: []].formUnion(speaker.keys.map { Array($0.utf8) })
        }
      }
    default: return nil
    }
    for (name, keys) in names { builder.add(name, keys: Array(keys)) }
    return try NearestNames(to: asked).best(of: builder.table, SearchOptions())
  }

  @Test func whoIsKnownIsNotTakenForAnother() throws {
    let names = KnownNames { [KnownNames.Bearer(names: ["Frence"], codes: [])] }
    func nearest(_ parser: QueryParser) throws -> [String] {
      let query = try #require(try parser.parse("speaker:Frence").query)
      return try MissingValues(in: snapshot, SearchOptions()).of(query).flatMap(\.nearest).map(\.text)
    }
    #expect(try !nearest(QueryParser()).isEmpty)
    #expect(try nearest(QueryParser(names: names)) == [])
  }

  /// Each table in its turn: nothing is known of a field when it is first asked for.
  @Test(arguments: Self.queries)
  func aDeadlineThatHasPassedIsHeeded(query text: String) throws {
    let query = try #require(try QueryParser().parse(text).query)
    var late = SearchOptions()
    late.deadline = .now
    #expect(throws: SearchError.deadlineExceeded) { try MissingValues(in: snapshot, late).of(query) }
    let known = snapshot.knownValues
    let segments = snapshot.segments
    #expect(throws: SearchError.deadlineExceeded) { try known.speakers(in: segments, late) }
    #expect(throws: SearchError.deadlineExceeded) { try segments[0].statementLists(late) }
    #expect(throws: SearchError.deadlineExceeded) { try known.dates(in: segments, late) }
    for field in DocumentTest.Field.allCases {
      #expect(throws: SearchError.deadlineExceeded) {
        if field.isOfWords {
          _ = try known.words(of: field, in: segments, late)
        } else {
          _ = try known.names(of: field, in: segments, late)
        }
      }
    }
    #expect(throws: Never.self) { try MissingValues(in: snapshot, SearchOptions()).of(query) }
  }
}
