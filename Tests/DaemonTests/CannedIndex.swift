import Daemon
import Query
import Search
import Synchronization
import Wire

/// An index with as many hits as it is told, whatever is asked.
struct CannedIndex: SearchableIndex {
  var generation = "g1"
  var hitCount = 3
  var text = "the veto"
  /// Runs before each answer, on the worker's thread.
  var beforeAnswer: @Sendable () throws(WireError) -> Void = {}
  /// Is told until when a search is to be answered.
  var seesDeadline: @Sendable (ContinuousClock.Instant?) -> Void = { _ in }
  /// Is told how a search is to be answered.
  var seesOptions: @Sendable (SearchOptions) -> Void = { _ in }

  var counts: StatusReply.Counts {
    StatusReply.Counts(documents: 1, paragraphs: hitCount, tokens: 2 * hitCount)
  }

  var synonyms: Synonyms { Synonyms([["R2P", "responsibility to protect"]]) }
  var names: KnownNames { KnownNames() }
  var notices: [WarningMessage] { [] }

  /// It knows no other.
  func generation(named name: String) throws(WireError) -> String {
    guard name == generation else { throw WireError(.generationUnknown, "no \(name)") }
    return name
  }

  func diagnose(_ query: Query, _ options: SearchOptions) -> DiagnosisMessage {
    DiagnosisMessage(
      clauses: [DiagnosisMessage.Clause(text: query.interpreted, total: 0, totalWithout: nil)], relaxed: [],
      missing: [])
  }

  /// Every prefix of one letter.
  func cutPatterns(in query: Query, _ options: SearchOptions) -> [CutPattern] {
    var cut: [CutPattern] = []
    query.forEachNode { node in
      guard case .pattern(let pattern) = node, pattern.text.count == 1 else { return }
      cut.append(CutPattern(text: pattern.text + "*", termCount: 2_000, keptCount: 1_024))
    }
    return cut
  }

  func search(
    _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> (total: Int, groups: Int?, hits: [HitMessage]) {
    seesDeadline(options.deadline)
    seesOptions(options)
    try beforeAnswer()
    let end = min(hitCount, options.offset + options.limit)
    let hits = (min(options.offset, end)..<end).map { number in
      HitMessage(
        id: "d#p\(number + 1)", score: 1, document: DocumentMessage(id: "d", title: "D"), text: text,
        highlights: [[4, 8]],
        source: SourceMessage(path: "d.md", line: number + 1, column: 1, endLine: number + 1))
    }
    return (hitCount, options.collapses ? hitCount : nil, hits)
  }

  /// A paragraph has none, one or two rows, as its number says.
  func concordance(
    _ query: Query, _ options: SearchOptions, width: Int
  ) throws(WireError) -> (total: Int, units: [[KwicRowMessage]]) {
    let (total, _, hits) = try search(query, options)
    return (
      total,
      hits.map { hit in
        (0..<(hit.source.line % 3)).map { number in
          KwicRowMessage(
            id: hit.id, document: hit.document, left: "\(number)", match: "veto", right: "",
            source: hit.source)
        }
      }
    )
  }

  func paragraphs(_ ids: [ParagraphID], _ options: SearchOptions) throws(WireError) -> [NamedParagraph?] {
    try beforeAnswer()
    return ids.map { id in
      guard id.document == "d", id.number <= hitCount else { return nil }
      return NamedParagraph(
        id: id,
        hit: HitMessage(
          id: "\(id)", score: 0, document: DocumentMessage(id: "d", title: "D"), text: text,
          source: SourceMessage(path: "d.md", line: id.number, column: 1, endLine: id.number)),
        digits: "012abc")
    }
  }

  func extents(_ ids: [UnitID], _ options: SearchOptions) throws(WireError) -> [NamedExtent?] {
    try beforeAnswer()
    return ids.map { id in
      switch id {
      case .document("d"): NamedExtent(paragraphs: 1..<hitCount + 1)
      case .document("empty"): NamedExtent(paragraphs: 1..<1)
      case .statement("d", 1):
        NamedExtent(
          paragraphs: 1..<4,
          statement: HitMessage(
            id: "d#s1", level: "statement", score: 0, document: DocumentMessage(id: "d", title: "D"),
            speakers: ["France"], text: text,
            source: SourceMessage(path: "d.md", line: 2, column: 1, endLine: 2), mode: "turn",
            evidence: EvidenceMessage(rule: "turn", words: "Mr. A (France)")),
          // All of its first paragraph, nothing of the one between, two words of the last.
          ownText: [1: [0..<text.unicodeScalars.count], 3: [0..<1, 2..<3]])
      default: nil
      }
    }
  }

  func citations(_ ids: [UnitID], _ options: SearchOptions) throws(WireError) -> [CitationMessage?] {
    try beforeAnswer()
    return ids.map { id in
      guard id.document == "d" else { return nil }
      let document = DocumentMessage(id: "d", title: "D")
      switch id {
      case .document:
        return CitationMessage(id: "d", unit: "d", level: "document", document: document)
      case .paragraph(let paragraph) where paragraph.number > hitCount: return nil
      case .statement(_, let number) where number > 1: return nil
      case .paragraph, .statement:
        return CitationMessage(
          id: "d#p1@012abc", unit: id.description, level: id.level.rawValue, document: document,
          speakers: ["France"], mode: "turn", paragraphs: [1, 1], quote: text)
      }
    }
  }

  func facet(_ field: FacetFieldName, _ query: Query?, _ options: SearchOptions) throws(WireError) -> Facet {
    try beforeAnswer()
    return Facet(
      rows: [FacetRowMessage(value: "France", id: "FRA", hits: hitCount)], total: hitCount,
      memberships: hitCount)
  }

  /// Only paragraphs of odd numbers have one.
  func receipts(
    of paragraphs: [NamedParagraph], _ options: SearchOptions, _ limits: Limits
  ) throws(WireError) -> [ReceiptOutcome] {
    paragraphs.map { paragraph in
      guard paragraph.id.number % 2 == 1 else {
        return .refused(WarningMessage(message: "no receipt of \(paragraph.id)"))
      }
      return .receipt(
        ReceiptMessage(lines: [ReceiptLine(number: paragraph.id.number, text: text, runs: [])], joins: []))
    }
  }

  func count(_ query: Query, _ options: SearchOptions) throws(WireError) -> (total: Int, units: Int) {
    try beforeAnswer()
    return (hitCount, hitCount)
  }

  func suggestions(
    for prefix: String, limit: Int, kinds: [SuggestionKindName], _ options: SearchOptions
  ) throws(WireError) -> [SuggestionMessage] {
    try beforeAnswer()
    return kinds.prefix(limit).map { SuggestionMessage(text: prefix + "o", kind: $0, count: hitCount) }
  }

  /// One part; of the document `d` only paragraphs are known.
  func explain(
    _ id: String, _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> ExplainOutcome {
    try beforeAnswer()
    guard let name = ParagraphID(id), name.document == "d" else { return .unknown(.noDocument(id)) }
    guard name.number <= hitCount else {
      return .unknown(
        .noUnit(.paragraph(name), count: hitCount))
    }
    return .explained(
      Explanation(
        id: id, level: .paragraph, isMatch: true, score: 0, k1: options.parameters.k1,
        b: options.parameters.b,
        parts: [], unmet: []))
  }

  func plan(_ query: Query, _ options: SearchOptions) throws(WireError) -> PlanMessage {
    try beforeAnswer()
    return PlanMessage(
      total: hitCount, steps: [PlanStepMessage(best: .leaders, count: .listLength, segments: 1)], leaves: [])
  }

  func trend(_ query: Query, _ options: SearchOptions) throws(WireError) -> (
    total: Int, rows: [TrendRowMessage]
  ) {
    try beforeAnswer()
    return (
      hitCount,
      [TrendRowMessage(year: 2013, hits: hitCount, units: 2 * hitCount, occurrences: hitCount, tokens: 100)]
    )
  }
}

/// Gives out a canned index, or fails as told.
final class CannedSource: IndexSource {
  struct Script {
    var index: Result<CannedIndex, WireError> = .success(CannedIndex())
    var isFresh = true
    var corpusByteCount = 9
    /// Runs before the index is opened, on the index's thread.
    var beforeOpen: @Sendable () -> Void = {}
    /// What a build makes of `index`; a gate to pass first.
    var build: @Sendable ((ProgressParameters) -> Void) throws(WireError) -> CannedIndex = { _ in
      CannedIndex()
    }
  }

  let corpusRoot = "/corpus"
  let indexDirectory = "/index"
  let script: Mutex<Script>

  init(_ script: Script = Script()) { self.script = Mutex(script) }

  init(_ index: CannedIndex) { self.script = Mutex(Script(index: .success(index))) }

  func open() throws(WireError) -> any SearchableIndex {
    script.withLock(\.beforeOpen)()
    return try script.withLock(\.index).get()
  }

  func build(progress: (ProgressParameters) -> Void) throws(WireError) {
    let index = try script.withLock(\.build)(progress)
    script.withLock { $0.index = .success(index) }
  }

  func corpusByteCount() -> Int { script.withLock(\.corpusByteCount) }

  /// Of a corpus that is not fresh, one document has changed.
  func check() throws(WireError) -> Comparison {
    let (isFresh, index) = script.withLock { ($0.isFresh, $0.index) }
    let generation = try index.get().generation
    var comparison = Comparison(
      indexGeneration: generation, corpusGeneration: isFresh ? generation : "other", documents: 1, bytes: 9)
    if !isFresh { comparison.changed = ["d.md"] }
    return comparison
  }
}
