/// Cuts a stream of bytes into lines of bounded length.
///
/// A line that is too long is reported once, when its limit is passed, and the rest of it is thrown away: the lines
/// after it are read as ever.
package struct LineSplitter: Sendable {
  package enum Piece: Equatable, Sendable {
    /// A line without its end.
    case line([UInt8])
    /// A line longer than the limit.
    case tooLong
  }

  private let byteLimit: Int
  private var pending: [UInt8] = []
  private var isSkipping = false

  /// - Parameter byteLimit: The longest line, its end not counted.
  package init(byteLimit: Int) { self.byteLimit = byteLimit }

  /// Takes in the next bytes of the stream, and returns the lines they end.
  /// - Complexity: O(*n*) for *n* bytes; at most `byteLimit` bytes are kept.
  package mutating func append(_ bytes: some Collection<UInt8>) -> [Piece] {
    // Copied once, whatever they lie in, and looked through as an array.
    append(Array(bytes))
  }

  private mutating func append(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      extend(with: rest[..<end], reporting: &pieces)
      if !isSkipping { pieces.append(.line(pending)) }
      pending = []
      isSkipping = false
      rest = rest[(end + 1)...]
    }
    extend(with: rest, reporting: &pieces)
    return pieces
  }

  /// Ends the stream, and returns what stood after the last line's end.
  package mutating func finish() -> [Piece] {
    defer {
      pending = []
      isSkipping = false
    }
    return isSkipping || pending.isEmpty ? [] : [.line(pending)]
  }

  private mutating func extend(with part: ArraySlice<UInt8>, reporting pieces: inout [Piece]) {
    if isSkipping { return }
    guard pending.count + part.count <= byteLimit else {
      pieces.append(.tooLong)
      pending = []
      isSkipping = true
      return
    }
    pending.append(contentsOf: part)
  }
}
