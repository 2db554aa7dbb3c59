/// Growing bytes that stay where they are: an array that doubles would hold its bytes twice while it does.
struct ByteLog {
  private static let pieceByteCount = 1 << 20
  private(set) var pieces: [[UInt8]] = []
  private(set) var count = 0

  mutating func append(_ bytes: [UInt8]) {
    if pieces.last.map({ $0.count + bytes.count > Self.pieceByteCount }) ?? true {
      var piece: [UInt8] = []
      piece.reserveCapacity(max(Self.pieceByteCount, bytes.count))
      pieces.append(piece)
    }
    pieces[pieces.count - 1].append(contentsOf: bytes)
    count += bytes.count
  }
}
