package import Wire

/// Why a daemon does not start, or ends early: what was found, what was expected, what to do.
package enum DaemonError: Error, Equatable, CustomStringConvertible {
  /// Another daemon answers at the socket, or is about to.
  case alreadyRunning(socket: String)
  case socket(SocketError)
  case listen(path: String, reason: String)
  case badIdleTimeout(found: String)
  /// What was handed down to listen at cannot be listened at.
  case badListener(count: String)
  /// No sockets could be made to stand before standard input and output.
  case pair(reason: String)
  case input(reason: String)
  case output(reason: String)

  package var description: String {
    switch self {
    case .alreadyRunning(let socket):
      "a daemon already answers at \(socket); stop it with: verbatim stop"
    case .socket(let error):
      "\(error)"
    case .listen(let path, let reason):
      "the daemon cannot listen at \(path): \(reason)"
    case .badIdleTimeout(let found):
      "VERBATIM_IDLE_TIMEOUT is \"\(found)\"; expected a number of seconds, 0 for ever"
    case .badListener(let count):
      "LISTEN_FDS is \(count), and file 3 is to be listened at; expected one Unix socket with a path that is listened at, "
        + "such as systemd's ListenStream= gives"
    case .pair(let reason):
      "the daemon cannot answer over standard input and output: socketpair failed: \(reason)"
    case .input(let reason):
      "standard input cannot be read: \(reason); expected requests, one JSON object a line"
    case .output(let reason):
      "the replies cannot be written to standard output: \(reason)"
    }
  }
}
