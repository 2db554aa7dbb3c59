extension Query {
  /// Calls `visit` with every word and phrase that is not under a NOT, in the order of the query.
  ///
  /// These are what a hit can show: the occurrences to count and to highlight. Dates are not among them.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachPositiveLeaf(_ visit: (Query) -> Void) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .word, .phrase: visit(node)
      case .and(let operands), .or(let operands): pending.append(contentsOf: operands.reversed())
      case .inStatement(let operand): pending.append(operand)
      case .not, .dates, .speaker, .mode: break
      }
    }
  }

  /// Calls `visit` with every word, alone or in a phrase, those under a NOT too.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachWord(_ visit: (QueryWord) -> Void) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .word(let word): visit(word)
      case .phrase(let words): words.forEach(visit)
      case .and(let operands), .or(let operands): pending.append(contentsOf: operands)
      case .not(let operand), .inStatement(let operand): pending.append(operand)
      case .dates, .speaker, .mode: break
      }
    }
  }

  /// Calls `visit` with every name of a speaker, those under a NOT too.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package func forEachSpeaker(_ visit: (SpeakerName) -> Void) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .speaker(let name): visit(name)
      case .and(let operands), .or(let operands): pending.append(contentsOf: operands)
      case .not(let operand), .inStatement(let operand): pending.append(operand)
      case .word, .phrase, .dates, .mode: break
      }
    }
  }

  /// The words, phrases and date intervals of the tree, those under a NOT too: what
  /// ``QueryParser/clauseLimit`` limits.
  package var clauseCount: Int {
    var count = 0
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .word, .phrase, .speaker, .mode: count += 1
      case .dates(let intervals): count += intervals.count
      case .and(let operands), .or(let operands): pending.append(contentsOf: operands)
      case .not(let operand), .inStatement(let operand): pending.append(operand)
      }
    }
    return count
  }

  /// The nodes on the longest way from the root to a leaf.
  package var depth: Int {
    var deepest = 0
    var pending = [(self, 1)]
    while let (node, depth) = pending.popLast() {
      deepest = max(deepest, depth)
      switch node {
      case .and(let operands), .or(let operands): pending += operands.map { ($0, depth + 1) }
      case .not(let operand), .inStatement(let operand): pending.append((operand, depth + 1))
      case .word, .phrase, .dates, .speaker, .mode: break
      }
    }
    return deepest
  }
}
