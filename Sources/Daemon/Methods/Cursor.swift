import Wire

/// Where a page of hits ended: `GENERATION:OFFSET`, of use only with that generation.
struct Cursor: Equatable, CustomStringConvertible {
  var generation: String
  /// Hits before the next page.
  var offset: Int

  init(generation: String, offset: Int) {
    self.generation = generation
    self.offset = offset
  }

  init(_ text: String) throws(WireError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let offset = Int(parts[1]),
      (0...Self.largestOffset).contains(offset)
    else {
      throw .invalidParameters("\"cursor\" is \"\(text)\"; expected one that an earlier reply gave")
    }
    self.init(generation: String(parts[0]), offset: offset)
  }

  var description: String { "\(generation):\(offset)" }

  /// No index has more units, and sums with it cannot overflow.
  private static let largestOffset = Int(Int32.max)
}
