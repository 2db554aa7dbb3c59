/// A growing list of tokens.
///
/// It grows by pieces that stay where they are: an array that doubles would hold its tokens twice while it does.
struct TokenLog {
  private static let shift = 20
  private var pieces: [[UInt32]] = []
  private(set) var count = 0

  mutating func append(_ token: UInt32) {
    if count & (1 << Self.shift - 1) == 0 {
      var piece: [UInt32] = []
      piece.reserveCapacity(1 << Self.shift)
      pieces.append(piece)
    }
    pieces[pieces.count - 1].append(token)
    count += 1
  }

  subscript(index: Int) -> UInt32 { pieces[index >> Self.shift][index & (1 << Self.shift - 1)] }
}
