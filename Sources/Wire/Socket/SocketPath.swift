/// Where the daemon of an index listens.
///
/// In this order: the `--socket` option, `$VERBATIM_SOCKET`, `$XDG_RUNTIME_DIR/verbatim/<id>.sock`,
/// `${TMPDIR:-/tmp}/verbatim-<uid>/<id>.sock`, where `<id>` is the first 12 hex digits of the FNV-1a hash (64 bits) of
/// the real path of the index folder. A variable that is empty counts as unset.
package struct SocketPath: Equatable, Sendable, CustomStringConvertible {
  /// The longest path a Unix socket can have, in bytes.
  #if os(Linux)
    package static let byteLimit = 107
  #else
    package static let byteLimit = 103
  #endif

  /// Absolute.
  package let path: String

  package var description: String { path }
  /// The folder that holds the socket.
  package var directory: String { FilePaths.directory(of: path) }
  /// Locked by the daemon for as long as it lives.
  package var lockPath: String { path + ".lock" }
  /// Where a daemon that a client started writes its log.
  package var logPath: String { path + ".log" }

  /// Takes `path` as it is, relative to the current folder.
  package init(_ path: String) throws(SocketError) {
    guard !path.utf8.contains(0), !path.isEmpty else { throw .unusable(path: path) }
    self.path = FilePaths.absolute(path)
    let byteCount = self.path.utf8.count
    guard byteCount <= Self.byteLimit else {
      throw .tooLong(path: self.path, byteCount: byteCount, limit: Self.byteLimit)
    }
  }

  /// Finds the path by the rules above.
  package init(
    option: String?, indexDirectory: String, environment: Environment = .process
  ) throws(SocketError) {
    if let explicit = option ?? environment["VERBATIM_SOCKET"] {
      try self.init(explicit)
      return
    }
    let name = Self.identifier(ofIndex: indexDirectory) + ".sock"
    if let runtime = environment["XDG_RUNTIME_DIR"] {
      try self.init("\(runtime)/verbatim/\(name)")
    } else {
      let temporary = environment["TMPDIR"] ?? "/tmp"
      try self.init("\(temporary)/verbatim-\(FilePaths.userID)/\(name)")
    }
  }

  /// The 12 hex digits that tell the sockets of different indexes apart.
  package static func identifier(ofIndex indexDirectory: String) -> String {
    let digits = String(FNV1a.hash(FilePaths.real(indexDirectory).utf8), radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }
}

/// Fowler, Noll and Vo's hash in its 1a variant, 64 bits: for names, not for safety.
package enum FNV1a {
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
