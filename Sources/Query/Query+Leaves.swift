extension Query {
  /// The nodes directly below this one.
  package var operands: [Query] {
    switch self {
    case .and(let operands), .or(let operands), .synonyms(let operands): operands
    case .not(let operand), .inStatement(let operand): [operand]
    case .near(_, let left, let right): [left, right]
    case .word, .phrase, .sloppyPhrase, .pattern, .everything, .dates, .speaker, .mode, .about, .document,
      .newSince:
      []
    }
  }

  /// Whether it is one thing to find in a text, with occurrences of its own.
  package var isLeaf: Bool {
    switch self {
    case .word, .phrase, .sloppyPhrase, .pattern, .synonyms: true
    default: false
    }
  }

  /// Whether it asks for words alone, so that it has places in a text that something else can be near to.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package var standsInText: Bool {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .word, .phrase, .sloppyPhrase, .pattern, .synonyms: break
      case .and(let operands), .or(let operands): pending += operands
      case .near(_, let left, let right): pending += [left, right]
      case .not, .inStatement, .everything, .dates, .speaker, .mode, .about, .document, .newSince:
        return false
      }
    }
    return true
  }

  /// Calls `visit` with every word, phrase, pattern and group of synonyms that is not under a NOT, nor what another must not be near to, in the
  /// order of the query.
  ///
  /// These are what a hit can show: the occurrences to count and to highlight. Dates are not among them.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachPositiveLeaf(_ visit: (Query) -> Void) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .word, .phrase, .sloppyPhrase, .pattern, .synonyms: visit(node)
      case .near(let proximity, let left, let right):
        if proximity.relation != .notNear { pending.append(right) }
        pending.append(left)
      case .not: break
      default: pending.append(contentsOf: node.operands.reversed())
      }
    }
  }

  /// Calls `visit` with every node, those under a NOT too, each before those below it.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachNode(_ visit: (Query) -> Void) {
    // Most queries are one word, which needs no list of what is pending.
    visit(self)
    var pending = Array(operands.reversed())
    while let node = pending.popLast() {
      visit(node)
      pending.append(contentsOf: node.operands.reversed())
    }
  }

  /// Calls `visit` with every word, alone or in a phrase, those under a NOT too; not with those that fields ask of a document.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachWord(_ visit: (QueryWord) -> Void) {
    forEachNode { node in
      switch node {
      case .word(let word): visit(word)
      case .phrase(let words), .sloppyPhrase(let words, _): words.forEach(visit)
      default: break
      }
    }
  }

  /// Calls `visit` with every name of a speaker, of whom something is said too, those under a NOT too.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachSpeaker(_ visit: (SpeakerName) -> Void) {
    forEachNode { node in
      switch node {
      case .speaker(let name), .about(let name): visit(name)
      default: break
      }
    }
  }

  /// Whether it asks for no word of the text.
  package var isFilter: Bool {
    var asksForWords = false
    forEachNode { if $0.isLeaf { asksForWords = true } }
    return !asksForWords
  }

  /// The words, phrases and values of fields of the tree, those under a NOT too: what
  /// ``QueryParser/clauseLimit`` limits. A pattern, which may stand for a thousand words, counts as ``clausesOfPattern``.
  package var clauseCount: Int {
    var count = 0
    forEachNode { node in
      switch node {
      case .word, .phrase, .sloppyPhrase, .speaker, .mode, .about, .document, .newSince: count += 1
      case .pattern: count += Self.clausesOfPattern
      case .dates(let intervals): count += intervals.count
      case .and, .or, .not, .inStatement, .near, .synonyms, .everything: break
      }
    }
    return count
  }

  /// The patterns of the tree, those under a NOT too.
  var patternCount: Int {
    var count = 0
    forEachNode { node in
      if case .pattern = node { count += 1 }
    }
    return count
  }

  /// So that no query has more than 32 patterns.
  static let clausesOfPattern = 32

  /// The most operators of proximity on a way from the root to a leaf, neighbours on it counting as one.
  var nearnessDepth: Int {
    if isLeaf { return 0 }
    var deepest = 0
    var pending = [(node: self, depth: 0, isBelowNear: false)]
    while let (node, depth, isBelowNear) = pending.popLast() {
      let isNear = if case .near = node { true } else { false }
      let here = isNear && !isBelowNear ? depth + 1 : depth
      deepest = max(deepest, here)
      pending += node.operands.map { ($0, here, isNear) }
    }
    return deepest
  }

  /// The nodes on the longest way from the root to a leaf.
  package var depth: Int {
    var deepest = 1
    var pending = operands.map { ($0, 2) }
    while let (node, depth) = pending.popLast() {
      deepest = max(deepest, depth)
      pending += node.operands.map { ($0, depth + 1) }
    }
    return deepest
  }
}
