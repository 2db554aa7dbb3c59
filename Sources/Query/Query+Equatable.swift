extension Query: Equatable {
  /// Compares two trees with a stack of its own: the compiler's `==` would recurse, and a query may nest as
  /// deep as its author likes.
  /// - Complexity: O(*n*) for *n* nodes.
  package static func == (left: Query, right: Query) -> Bool {
    var pairs = [(left, right)]
    while let (left, right) = pairs.popLast() {
      switch (left, right) {
      case (.word(let left), .word(let right)):
        if left != right { return false }
      case (.phrase(let left), .phrase(let right)):
        if left != right { return false }
      case (.dates(let left), .dates(let right)):
        if left != right { return false }
      case (.speaker(let left), .speaker(let right)):
        if left != right { return false }
      case (.mode(let left), .mode(let right)):
        if left != right { return false }
      case (.not(let left), .not(let right)), (.inStatement(let left), .inStatement(let right)):
        pairs.append((left, right))
      case (.and(let left), .and(let right)), (.or(let left), .or(let right)):
        if left.count != right.count { return false }
        pairs.append(contentsOf: zip(left, right))
      default:
        return false
      }
    }
    return true
  }
}
