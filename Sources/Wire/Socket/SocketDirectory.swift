/// The rules for the folder that holds a socket and for the socket itself: ours, and closed to everyone else.
package enum SocketDirectory {
  private static let directoryMode: UInt32 = 0o700
  private static let socketMode: UInt32 = 0o600

  /// Makes the folder of `socket` if it is missing, and checks it as ``check(for:)`` does.
  package static func prepare(for socket: SocketPath) throws(SocketError) {
    let directory = socket.directory
    if try SystemCalls.status(of: directory) == nil {
      try SystemCalls.makeDirectory(directory, mode: directoryMode)
    }
    try check(for: socket)
  }

  /// Checks the folder of `socket`, and that what stands at its path is a socket of ours; nothing there is no fault.
  package static func check(for socket: SocketPath) throws(SocketError) {
    let directory = socket.directory
    guard let status = try SystemCalls.status(of: directory) else { return }
    if status.kind == .symbolicLink { throw .symbolicLink(path: directory) }
    guard status.kind == .directory else { throw .notDirectory(path: directory) }
    try checkOwner(status, directory)
    guard status.mode == directoryMode else {
      throw .openToOthers(path: directory, found: status.mode, expected: directoryMode)
    }
    guard let file = try SystemCalls.status(of: socket.path) else { return }
    guard file.kind == .socket else { throw .notSocket(path: socket.path) }
    try checkOwner(file, socket.path)
  }

  /// Checks that a socket somebody listens at is closed to everyone else. One that nobody listens at may be as it likes: it is
  /// removed by the next daemon.
  package static func checkMode(of socket: SocketPath) throws(SocketError) {
    guard let file = try SystemCalls.status(of: socket.path), file.mode != socketMode else { return }
    throw .openToOthers(path: socket.path, found: file.mode, expected: socketMode)
  }

  /// Closes a socket that was just bound to everyone else.
  static func restrict(_ socket: SocketPath) throws(SocketError) {
    try SystemCalls.changeMode(of: socket.path, to: socketMode)
  }

  private static func checkOwner(_ status: FileStatus, _ path: String) throws(SocketError) {
    guard status.owner == FilePaths.userID else {
      throw .otherOwner(path: path, found: status.owner, expected: FilePaths.userID)
    }
  }
}
