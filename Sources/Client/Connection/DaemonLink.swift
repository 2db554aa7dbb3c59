import Wire

/// A connection to a daemon, read line by line.
struct DaemonLink: ~Copyable {
  private let connection: UnixConnection
  private let socket: SocketPath
  private var splitter = LineSplitter(byteLimit: Self.replyByteLimit)
  private var pieces: ArraySlice<LineSplitter.Piece> = []
  /// Far above any page of hits; a daemon that sends more is none of ours.
  private static let replyByteLimit = 256 * 1024 * 1024

  init(_ connection: consuming UnixConnection, socket: SocketPath) {
    self.connection = connection
    self.socket = socket
  }

  borrowing func send(_ bytes: [UInt8]) throws(ClientError) {
    do throws(SocketError) {
      try connection.send(bytes)
    } catch {
      // A daemon that refuses us may have said why before it closed: that is still to be read.
      if case .silent = error { throw .socket(error) }
    }
  }

  /// The next line; nil at the end of the stream.
  /// - Parameter silence: The longest time, in milliseconds, to hear nothing.
  mutating func nextLine(silence: Int) throws(ClientError) -> [UInt8]? {
    while true {
      if let piece = pieces.popFirst() {
        guard case .line(let line) = piece else {
          throw .refused(
            WireError(.tooLarge, "the daemon sent a line of more than \(Self.replyByteLimit) bytes"))
        }
        return line
      }
      let bytes: [UInt8]
      do throws(SocketError) {
        bytes = try connection.receive(waitingAtMost: silence)
      } catch {
        throw .socket(error)
      }
      if bytes.isEmpty { return nil }
      pieces = splitter.append(bytes)[...]
    }
  }
}
