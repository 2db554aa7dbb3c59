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
      throw Self.unreadable(text)
    }
    self.init(generation: String(parts[0]), offset: offset)
  }

  static func unreadable(_ text: String) -> WireError {
    .invalidParameters("\"cursor\" is \"\(text)\"; expected one that an earlier reply gave")
  }

  /// - Throws: If it was given with another generation.
  func check(against generation: String) throws(WireError) {
    guard self.generation != generation else { return }
    throw WireError(
      code: WireError.Code.indexChanged,
      message: "the index has changed since the cursor was given (generation \(self.generation), now "
        + "\(generation)); search again without the cursor")
  }

  var description: String { "\(generation):\(offset)" }

  /// No index has more units, and sums with it cannot overflow.
  private static let largestOffset = Int(Int32.max)
}
