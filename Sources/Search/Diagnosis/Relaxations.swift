internal import Query

/// What asks for less than clauses that match nothing, and what it finds.
struct Relaxations {
  private let snapshot: Snapshot
  private let options: SearchOptions
  /// What finds something, or nothing but in parts, each once.
  private(set) var told: [Diagnosis.Relaxation] = []
  /// Parts that may still be counted, of all clauses together.
  private var room = Diagnosis.clauseLimit

  init(in snapshot: Snapshot, _ options: SearchOptions) {
    self.snapshot = snapshot
    self.options = options
  }

  /// Adds what asks for less than `part`, which matches nothing; where that matches nothing either, those of its parts that do.
  ///
  /// - Complexity: A count for each question that asks for less, and for each of their parts, ``Diagnosis/clauseLimit`` of these at most.
  mutating func add(lessThan part: Query) throws(SearchError) {
    for relaxed in part.relaxed {
      let whole = try counted(relaxed)
      if whole.total > 0 {
        tell(whole)
      } else {
        try add(partsOf: whole, relaxed.operandsOfAnd)
      }
    }
  }

  private mutating func add(partsOf whole: Diagnosis.Relaxation, _ parts: [Query]) throws(SearchError) {
    guard parts.count > 1 else { return }
    var apart: [Diagnosis.Relaxation] = []
    for part in parts where room > 0 {
      room -= 1
      let alone = try counted(part)
      if alone.total > 0 {
        apart.append(alone)
      } else {
        try add(lessThan: part)
      }
    }
    // Where one of them is found nowhere, it is plain why they are not.
    if apart.count == parts.count { tell(whole) }
    for part in apart { tell(part) }
  }

  private func counted(_ query: Query) throws(SearchError) -> Diagnosis.Relaxation {
    Diagnosis.Relaxation(text: query.interpreted, total: try snapshot.count(query, options).total)
  }

  private mutating func tell(_ relaxation: Diagnosis.Relaxation) {
    if !told.contains(relaxation) { told.append(relaxation) }
  }
}

extension Query {
  /// Questions that ask for somewhat less.
  fileprivate var relaxed: [Query] {
    switch self {
    case .word(let word) where word.form == .exact: [.word(word.inAnyForm)]
    case .phrase(let words), .sloppyPhrase(let words, _): [.and(words.map { .word($0.inAnyForm) })]
    case .near(let proximity, let left, let right) where proximity.relation != .notNear:
      [.and([left, right].flatMap(\.operandsOfAnd))]
    default: []
    }
  }
}

extension QueryWord {
  fileprivate var inAnyForm: QueryWord {
    var word = self
    word.form = .anyForm
    return word
  }
}
