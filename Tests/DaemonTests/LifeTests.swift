import Daemon
import Foundation
import Synchronization
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(3))) struct LifeTests {
  @Test func buildsAFirstIndexWhileRequestsWait() async throws {
    let gate = Gate()
    let deadline = Mutex<ContinuousClock.Instant?>(nil)
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexMissing, "none")),
        build: { progress throws(WireError) in
          progress(ProgressParameters(documentsDone: 1, documents: 3, bytesDone: 10, bytes: 30))
          gate.pass()
          return CannedIndex(generation: "built", seesDeadline: { seen in deadline.withLock { $0 = seen } })
        }))
    try await withDaemon(source) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      waitUntil { gate.arrivals == 1 }
      try peer.send(request(1, "search", #"{"query":"veto","timeout":600000}"#))
      let notification = try WireJSON.notification(ProgressParameters.self, bytes(peer.nextOfAny()))
      #expect(notification.method == "$/progress" && notification.parameters.documents == 3)
      let opening = ContinuousClock.now
      gate.open()
      let reply = try result(SearchReply.self, peer.next())
      #expect(reply.generation == "built" && reply.warnings.isEmpty)
      // The request's time began when there was an index.
      #expect(try #require(deadline.withLock { $0 }) >= opening + .seconds(600))
    }
  }

  @Test func waitsForABuildOfSomebodyElse() async throws {
    let attempts = Mutex(0)
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexMissing, "none")),
        build: { _ throws(WireError) in
          let attempt = attempts.withLock { count in
            count += 1
            return count
          }
          guard attempt > 2 else { throw WireError(.busy, "another build holds the lock") }
          return CannedIndex(generation: "theirs")
        }))
    try await withDaemon(source) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
    #expect(attempts.withLock { $0 } == 3)
  }

  @Test func answersEveryRequestWithTheErrorOfAFailedBuild() async throws {
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexMissing, "none")),
        build: { _ throws(WireError) in throw WireError(.indexMissing, "no corpus") }))
    try await withDaemon(source) { socket in
      for _ in 0..<2 {
        var peer = try Peer(socket)
        try peer.send(request(1, "count", veto))
        #expect(try error(peer.next()) == WireError(.indexMissing, "no corpus"))
      }
      var peer = try Peer(socket)
      try peer.send(request(1, "status"))
      let status = try result(StatusReply.self, peer.next())
      #expect(status.state == .failed && status.problem == "no corpus")
    }
  }

  @Test func neverBuildsOverAnIndexItCannotRead() async throws {
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexFormat, "version 9")),
        build: { _ throws(WireError) in
          Issue.record("an existing index was built over")
          return CannedIndex()
        }))
    try await withDaemon(source) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      #expect(try error(peer.next()).kind == .indexFormat)
    }
  }

  /// The index of a small corpus is compared with it before anything is answered.
  @Test func theFirstAnswerWarnsOfAStaleIndex() async throws {
    let source = CannedSource(CannedSource.Script(isFresh: false))
    try await withDaemon(source) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", veto))
      #expect(try result(SearchReply.self, peer.next()).warnings.map(\.kind) == [.indexStale])
      try peer.send(request(2, "reload"))
      #expect(try result(ReloadReply.self, peer.next()).warnings.map(\.kind) == [.indexStale])
      source.script.withLock { $0.isFresh = true }
      try peer.send(request(3, "reload"))
      #expect(try result(ReloadReply.self, peer.next()).warnings.isEmpty)
      try peer.send(request(4, "search", veto))
      #expect(try result(SearchReply.self, peer.next()).warnings.isEmpty)
    }
  }

  /// Of a large index, and of a corpus that has grown.
  @Test(arguments: [(600_000, 9), (3, 8_000_001)])
  func warnsOfAStaleIndexOfALargeCorpus(hitCount: Int, byteCount: Int) async throws {
    let script = CannedSource.Script(
      index: .success(CannedIndex(hitCount: hitCount)), isFresh: false, corpusByteCount: byteCount)
    try await withDaemon(CannedSource(script)) { socket in
      var peer = try Peer(socket)
      var warnings: [WarningMessage] = []
      // The index is compared with its corpus in the background.
      while warnings.isEmpty {
        try peer.send(request(1, "search", veto))
        warnings = try result(SearchReply.self, peer.next()).warnings
      }
      #expect(warnings.map(\.kind) == [.indexStale])
      #expect(warnings.first?.hint?.contains("verbatim index build") == true)
    }
  }

  /// While it opens its index it does not count as idle, nor while somebody is connected.
  @Test func leavesWhenIdle() async throws {
    let gate = Gate()
    let source = CannedSource(CannedSource.Script(beforeOpen: { gate.pass() }))
    try await withDaemon(source, idleTimeout: .milliseconds(50)) { socket in
      defer { gate.open() }
      do {
        var peer = try Peer(socket)
        gate.open()
        try peer.send(request(1, "count", veto))
        _ = try result(CountReply.self, peer.next())
        Thread.sleep(forTimeInterval: 0.2)
        try peer.send(request(2, "count", veto))
        _ = try result(CountReply.self, peer.next())
      }
      // To connect would be to keep it.
      waitUntil { !FileManager.default.fileExists(atPath: socket.path) }
    }
  }

  @Test func readsItsIdleTimeout() throws {
    var configuration = DaemonConfiguration(socket: try SocketPath("/tmp/x"))
    try configuration.readEnvironment(Environment(["VERBATIM_IDLE_TIMEOUT": "0"]))
    #expect(configuration.idleTimeout == nil)
    try configuration.readEnvironment(Environment(["VERBATIM_IDLE_TIMEOUT": "7"]))
    #expect(configuration.idleTimeout == .seconds(7))
    #expect(throws: DaemonError.badIdleTimeout(found: "soon")) {
      try configuration.readEnvironment(Environment(["VERBATIM_IDLE_TIMEOUT": "soon"]))
    }
  }
}
