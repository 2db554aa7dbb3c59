import Wire

/// A connection to a daemon or to a child of ours, read line by line.
struct DaemonLink: ~Copyable {
  private let connection: UnixConnection
  /// Where the daemon listens; nil for a child.
  private let socket: SocketPath?
  private var child: LocalChild?
  private var splitter = LineSplitter(byteLimit: Self.replyByteLimit)
  private var pieces: ArraySlice<LineSplitter.Piece> = []
  /// Far above any page of hits; a daemon that sends more is none of ours.
  private static let replyByteLimit = 256 * 1024 * 1024

  init(_ connection: consuming UnixConnection, to socket: SocketPath) {
    self.connection = connection
    self.socket = socket
    self.child = nil
  }

  init(_ connection: consuming UnixConnection, to child: consuming LocalChild) {
    self.connection = connection
    self.socket = nil
    self.child = consume child
  }

  // A child ends with its input; this lets it go before it is waited for.
  deinit { connection.finishSending() }

  borrowing func send(_ bytes: [UInt8]) throws(ClientError) {
    do throws(SocketError) {
      try connection.send(bytes)
    } catch {
      // A daemon that refuses us may have said why before it closed: that is still to be read.
      if case .silent = error { throw told(error) }
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
        throw told(error)
      }
      if bytes.isEmpty { return nil }
      pieces = splitter.append(bytes)[...]
    }
  }

  /// What to say when the stream has ended and an answer is still owed.
  mutating func endedEarly() -> ClientError {
    if let socket { return .connectionEnded(socket: socket.path) }
    return child?.failure() ?? .childRefused(lastLines: [])
  }

  private borrowing func told(_ error: SocketError) -> ClientError {
    if socket == nil, case .silent(_, let milliseconds) = error {
      return .childSilent(milliseconds: milliseconds)
    }
    return .socket(error)
  }
}
