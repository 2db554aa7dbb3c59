import Wire

/// Where a page of a list ended: `GENERATION:LIST:OFFSET`, of use only with that generation and for that list.
///
/// Who asks keeps it as it is: what stands in it may change.
struct Cursor: Equatable, CustomStringConvertible {
  var list: ListName
  /// Elements before the next page.
  var offset: Int

  init(in list: ListName, offset: Int) {
    self.list = list
    self.offset = offset
  }

  /// Reads the cursor of a page of `list`.
  /// - Throws: If it is none, or one of another generation or another list.
  init(_ text: String, in list: ListName) throws(WireError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let offset = Int(parts[2]),
      (0...Self.largestOffset).contains(offset)
    else {
      throw Self.unreadable(text)
    }
    guard parts[0] == list.generation else {
      throw WireError(
        code: WireError.Code.indexChanged,
        message: "the index has changed since the cursor was given (generation \(parts[0]), now "
          + "\(list.generation)); search again without the cursor")
    }
    guard parts[1] == list.digits else {
      throw WireError(
        .cursorMismatch, "the cursor was given with another query, or with other options",
        hint: "give it with the same query and options, or ask without the cursor")
    }
    self.init(in: list, offset: offset)
  }

  static func unreadable(_ text: String) -> WireError {
    .invalidParameters("\"cursor\" is \"\(text)\"; expected one that an earlier reply gave")
  }

  var description: String { "\(list.generation):\(list.digits):\(offset)" }

  /// No index has more units, and sums with it cannot overflow.
  private static let largestOffset = Int(Int32.max)
}
