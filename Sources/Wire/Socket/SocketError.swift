/// Why a socket's path or folder is refused: what was found, what was expected, what to do.
package enum SocketError: Error, Equatable, Sendable, CustomStringConvertible {
  case unusable(path: String)
  case tooLong(path: String, byteCount: Int, limit: Int)
  /// Something other than a folder stands there.
  case notDirectory(path: String)
  case symbolicLink(path: String)
  case otherOwner(path: String, found: UInt32, expected: UInt32)
  /// Others may enter the folder or write to the socket.
  case openToOthers(path: String, found: UInt32, expected: UInt32)
  /// Something other than a socket stands there.
  case notSocket(path: String)
  /// No daemon listens there: no socket, or one that a dead daemon left.
  case nobodyListens(path: String)
  /// The daemon did not take or send a byte in time.
  case silent(path: String, afterMilliseconds: Int)
  case system(call: String, path: String, reason: String)

  package var description: String {
    switch self {
    case .unusable(let path):
      "the socket's path \"\(path)\" is empty or contains a zero byte; give --socket another path"
    case .tooLong(let path, let byteCount, let limit):
      "the socket's path is \(byteCount) bytes long, and the system's limit is \(limit): \(path); "
        + "give a shorter one with --socket or VERBATIM_SOCKET"
    case .notDirectory(let path):
      "\(path) is not a folder, so no socket can stand in it; remove it or give another path with --socket"
    case .symbolicLink(let path):
      "the socket's folder \(path) is a symbolic link, which others might turn elsewhere; "
        + "give the folder itself with --socket"
    case .otherOwner(let path, let found, let expected):
      "\(path) belongs to user \(found); expected it to be yours (user \(expected)); "
        + "give another path with --socket"
    case .openToOthers(let path, let found, let expected):
      "\(path) has mode \(Self.octal(found)); expected \(Self.octal(expected)), so that only you can reach the "
        + "daemon; run: chmod \(Self.octal(expected)) \(path)"
    case .notSocket(let path):
      "\(path) exists and is not a socket; remove it or give another path with --socket"
    case .nobodyListens(let path):
      "no daemon listens at \(path)"
    case .silent(let path, let milliseconds):
      "the daemon at \(path) has not answered for \(milliseconds) ms; it may be stopped or overloaded"
    case .system(let call, let path, let reason):
      "\(path): \(call) failed: \(reason)"
    }
  }

  private static func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
