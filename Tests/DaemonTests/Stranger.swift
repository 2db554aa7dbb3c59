import Foundation

/// Another user of this machine, whom root can be.
enum Stranger {
  /// Debian's and macOS's "nobody" has another number each; any that is not ours will do.
  static let userID = 65_534

  static var isPossible: Bool {
    geteuid() == 0
      && ["setpriv", "python3"].allSatisfy { FileManager.default.fileExists(atPath: "/usr/bin/" + $0) }
  }

  /// Connects to a socket as that user, asks, and returns all lines that come back.
  static func ask(_ request: String, at socket: String) throws -> [String] {
    let program = """
      import socket, sys
      connection = socket.socket(socket.AF_UNIX)
      connection.connect(sys.argv[1])
      try:
          connection.sendall(sys.argv[2].encode() + b"\\n")
      except BrokenPipeError:
          pass
      connection.settimeout(60)
      while True:
          try:
              reply = connection.recv(65536)
          except ConnectionResetError:
              break
          if not reply:
              break
          sys.stdout.buffer.write(reply)
      """
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    process.arguments = [
      "--reuid", "\(userID)", "--clear-groups", "/usr/bin/python3", "-c", program, socket, request,
    ]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
