internal import Query
internal import Segment
internal import Text

/// Finds what of a query is not so of a unit that does not match it.
struct UnmetClauses {
  /// In the space.
  let unit: Int
  let space: UnitSpace
  let segment: OpenSegment
  /// Whether the unit matches a query.
  let matches: (Query) throws(SearchError) -> Bool

  /// A part of the query, and whether it is asked of one statement.
  private struct Asked {
    var query: Query
    var isInStatement: Bool

    /// The same as a query of its own.
    var whole: Query { isInStatement ? .inStatement(query) : query }

    func with(_ query: Query) -> Asked { Asked(query: query, isInStatement: isInStatement) }
  }

  /// The least clauses that fail; a clause with parts is named for itself only where each of these is so.
  ///
  /// Without recursion, in the order of the query.
  func of(_ query: Query) throws(SearchError) -> [UnmetClause] {
    var unmet: [UnmetClause] = []
    var pending = [Asked(query: query, isInStatement: false)]
    while let asked = pending.popLast() {
      let missing = try missingOperands(of: asked)
      if missing.isEmpty {
        unmet.append(UnmetClause(clause: asked.query.interpreted, reason: try reason(asked)))
      } else {
        pending += missing.reversed()
      }
    }
    return unmet
  }

  /// The operands that must be so and are not.
  private func missingOperands(of asked: Asked) throws(SearchError) -> [Asked] {
    var needed: [Asked] = []
    switch asked.query {
    case .and(let operands): needed = operands.map { asked.with($0) }
    case .near(let proximity, let left, let right):
      needed = (proximity.relation == .notNear ? [left] : [left, right]).map { asked.with($0) }
    case .inStatement(let operand): needed = [Asked(query: operand, isInStatement: true)]
    default: break
    }
    var missing: [Asked] = []
    for operand in needed where try !matches(operand.whole) { missing.append(operand) }
    return missing
  }

  private func reason(_ asked: Asked) throws(SearchError) -> String {
    let here = asked.isInStatement ? "in one statement here" : "here"
    switch asked.query {
    case .word, .pattern, .synonyms: return try absence(of: asked)
    case .phrase(let words): return try absence(of: asked, words, "not one after the other")
    case .sloppyPhrase(let words, let slop):
      return try absence(of: asked, words, "not in this order with \(slop) or fewer between them")
    case .and: return "each of these is in a statement here, but not all in one and the same"
    case .or: return "none of these is \(here)"
    case .near(let proximity, _, _):
      return proximity.relation == .notNear
        ? "it stands here, but each time too near" : "both stand here, but not so near to each other"
    case .not:
      return asked.isInStatement
        ? "every statement here has what must not be there" : "what must not be there is here"
    case .dates: return try documentDate()
    case .document(let test): return try documentValue(test)
    case .newSince: return "nothing of it was added since"
    case .speaker: return "no statement here is by one of that name"
    case .mode: return "no statement here is of that form"
    case .about: return "the name is not here, but for words that say who speaks"
    case .inStatement: return "no statement here has this"
    case .everything: preconditionFailure("everything is everywhere")
    }
  }

  /// Why a leaf is not where it must be.
  private func absence(
    of asked: Asked, _ words: [QueryWord] = [], _ order: String = ""
  ) throws(SearchError) -> String {
    if asked.isInStatement, try matches(asked.query) { return "it stands here, but in no statement" }
    if !words.isEmpty, try matches(.and(words.map { .word($0) })) {
      return "its words stand here, but \(order)"
    }
    return "it does not stand here"
  }

  // MARK: - The document

  private func document() throws(SearchError) -> StoredDocument {
    try SearchError.reading { () throws(SegmentError) in
      let reader = segment.reader
      let index =
        switch space {
        case .documents: unit
        case .statements: try reader.document(ofStatement: unit)
        case .pieces: try reader.document(ofStatement: try reader.tokenRange(at: unit).statement)
        case .paragraphs: try reader.document(ofUnit: unit, from: 0).index
        }
      return try reader.document(at: index)
    }
  }

  private func documentDate() throws(SearchError) -> String {
    guard let days = try document().days else { return "the document has no date" }
    return "the document is of \(DateInterval(first: days.lowerBound, last: days.upperBound))"
  }

  private func documentValue(_ test: DocumentTest) throws(SearchError) -> String {
    if test.field == .section { return "it stands under no such heading" }
    let document = try document()
    let (name, value): (String, String?) =
      switch test.field {
      case .doc: ("id", document.id)
      case .title: ("title", document.title)
      case .kind: ("kind", document.kind)
      case .symbol: ("symbol", document.symbol)
      case .lang: ("language", document.language)
      case .section: ("section", nil)
      }
    guard let value, !value.isEmpty else { return "the document has no \(name)" }
    return "the document's \(name) is \(value)"
  }
}
