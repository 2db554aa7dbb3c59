/// What a part of a word stands for: the terms of an index that it may be.
package enum TermPattern: Hashable, Sendable {
  /// Every term that begins with these bytes, folded UTF-8.
  case prefix([UInt8])
  /// Every term that is at most `edits` (1 or 2) insertions, deletions and replacements of a Unicode scalar away from these bytes.
  case fuzzy([UInt8], edits: Int)
}
