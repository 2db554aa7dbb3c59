import Daemon
import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// The socket is ours, and closed to everyone else.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SocketTests {
  /// From its first moment on.
  @Test func theSocketIsNeverOpenToOthers() async throws {
    for _ in 0..<20 {
      let folder = try PrivateFolder()
      let socket = try SocketPath(folder.path + "/d.sock")
      let isOver = Atomic<Bool>(false)
      let modes = Mutex<Set<mode_t>>([])
      let watcher = BackgroundWork {
        while !isOver.load(ordering: .relaxed) {
          if let mode = mode(of: socket.path) { modes.withLock { _ = $0.insert(mode) } }
        }
      }
      let daemon = RunningDaemon(try makeService(DaemonConfiguration(socket: socket), CannedSource()))
      await withTaskExecutorPreference(ThreadExecutor.shared) {
        daemon.waitUntilItListens(at: socket)
        waitUntil { !modes.withLock { $0.isEmpty } }
        daemon.stop(at: socket)
      }
      try await daemon.value()
      isOver.store(true, ordering: .relaxed)
      try watcher.wait()
      let seen = modes.withLock { $0 }
      #expect(seen == [0o600])
    }
  }

  /// Whoever left it, and however: nobody listens at it.
  @Test(arguments: [0o600, 0o755, 0o777] as [mode_t])
  func replacesASocketThatNobodyListensAt(_ mode: mode_t) async throws {
    let folder = try PrivateFolder()
    let socket = try SocketPath(folder.path + "/d.sock")
    try leaveSocket(at: socket.path, mode: mode)
    let daemon = RunningDaemon(try makeService(DaemonConfiguration(socket: socket), CannedSource()))
    let outcome = await withTaskExecutorPreference(ThreadExecutor.shared) {
      daemon.waitUntilItListens(at: socket)
      defer { daemon.stop(at: socket) }
      return Result { try SocketDirectory.checkMode(of: socket) }
    }
    try await daemon.value()
    try outcome.get()
  }

  @Test func replacesNothingButASocket() throws {
    let folder = try PrivateFolder()
    let socket = try SocketPath(folder.path + "/d.sock")
    try Data("precious".utf8).write(to: URL(fileURLWithPath: socket.path))
    #expect(throws: DaemonError.socket(.notSocket(path: socket.path))) {
      _ = try makeService(DaemonConfiguration(socket: socket), CannedSource())
    }
    #expect(FileManager.default.contents(atPath: socket.path) == Data("precious".utf8))
  }

  /// Even where file modes would let them in: somebody has opened folder and socket.
  @Test(.enabled(if: Stranger.isPossible, "only root can be somebody else, with setpriv and python3"))
  func refusesAnotherUser() async throws {
    try await withDaemon { socket in
      for path in [socket.directory, socket.path] {
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
      }
      let lines = try Stranger.ask(request(1, "count", veto), at: socket.path)
      #expect(lines.count == 1)
      #expect(try id(lines.first) == .null)
      let found = try error(lines.first).message
      #expect(found.contains("answers only user \(geteuid())"))
      #expect(found.contains("came from user \(Stranger.userID)"))
      // We are still let in.
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }

  /// The permission bits of what stands at a path; nil if nothing does.
  private func mode(of path: String) -> mode_t? {
    var status = stat()
    // SAFETY: `status` is a whole stat for the call to fill in, and outlives it.
    return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// What a daemon leaves that is killed.
  private func leaveSocket(at path: String, mode: mode_t) throws {
    let program = """
      import os, socket, sys
      socket.socket(socket.AF_UNIX).bind(sys.argv[1])
      os.chmod(sys.argv[1], int(sys.argv[2]))
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", program, path, "\(mode)"]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
  }
}
