extension Query: Equatable {
  /// Compares two trees with a stack of its own: the compiler's `==` would recurse, and a query may nest as
  /// deep as its author likes.
  /// - Complexity: O(*n*) for *n* nodes.
  package static func == (left: Query, right: Query) -> Bool {
    var pairs = [(left, right)]
    while let (left, right) = pairs.popLast() {
      guard left.isLike(right) else { return false }
      let (ours, others) = (left.operands, right.operands)
      guard ours.count == others.count else { return false }
      pairs.append(contentsOf: zip(ours, others))
    }
    return true
  }

  /// Whether both nodes are the same, but for what stands below them.
  private func isLike(_ other: Query) -> Bool {
    switch (self, other) {
    case (.word(let left), .word(let right)): left == right
    case (.phrase(let left), .phrase(let right)): left == right
    case (.sloppyPhrase(let left, let slop), .sloppyPhrase(let right, let otherSlop)):
      left == right && slop == otherSlop
    case (.pattern(let left), .pattern(let right)): left == right
    case (.near(let left, _, _), .near(let right, _, _)): left == right
    case (.dates(let left), .dates(let right)): left == right
    case (.speaker(let left), .speaker(let right)): left == right
    case (.mode(let left), .mode(let right)): left == right
    case (.about(let left), .about(let right)): left == right
    case (.document(let left), .document(let right)): left == right
    case (.newSince(let left), .newSince(let right)): left == right
    case (.everything, .everything), (.not, .not), (.inStatement, .inStatement), (.and, .and), (.or, .or),
      (.synonyms, .synonyms):
      true
    default: false
    }
  }
}
