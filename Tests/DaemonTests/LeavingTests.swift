import Daemon
import Foundation
import Synchronization
import Testing
import Wire

/// What a daemon that leaves does with what it was asked: it answers, or says that it does not.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LeavingTests {
  @Test func stopAnswersWhatWasTaken() async throws {
    let gate = Gate()
    try await withDaemon(CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))) {
      socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      waitUntil { gate.arrivals == 1 }
      try peer.send(request(2, "stop"))
      #expect(try result(StopReply.self, peer.next()).stopping)
      gate.open()
      #expect(try result(CountReply.self, peer.next()).total == 3)
      #expect(try peer.next() == nil)
    }
  }

  @Test func aSecondDaemonRefusesToStart() async throws {
    try await withDaemon { socket in
      let error = #expect(throws: DaemonError.self) {
        _ = try makeService(DaemonConfiguration(socket: socket), CannedSource())
      }
      #expect(error == .alreadyRunning(socket: socket.path))
    }
  }

  /// Three requests, two of them of a client that has said that it sends no more.
  @Test func refusesWhatWaitsForAFirstIndex() async throws {
    let gate = Gate()
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexMissing, "none")),
        build: { _ throws(WireError) in
          gate.pass()
          return CannedIndex()
        }))
    try await withDaemon(source, farewell: .seconds(600)) { socket in
      defer { gate.open() }
      var open = try Peer(socket)
      try open.send(request(1, "count", veto))
      var closed = try Peer(socket)
      try closed.send(request(2, "count", veto), request(3, "search", veto))
      closed.finishSending()
      // Both wait, since both hear of the build.
      #expect(try open.nextOfAny() != nil && closed.nextOfAny() != nil)
      try leave(socket)
      #expect(try refusals(open.rest()) == [.integer(1)])
      #expect(try refusals(closed.rest()) == [.integer(2), .integer(3)])
    }
  }

  /// One reload runs when the daemon is told to leave, and is answered; another waits behind it, and is refused.
  @Test func refusesAReloadThatHasNotBegun() async throws {
    let gate = Gate()
    let source = CannedSource()
    try await withDaemon(source, farewell: .seconds(600)) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      _ = try result(CountReply.self, peer.next())
      source.script.withLock { $0.beforeOpen = { gate.pass() } }
      try peer.send(request(2, "reload"), request(3, "reload"))
      waitUntil { gate.arrivals == 1 }
      // Nothing tells when the second is queued, but that a later request on the same connection was answered.
      try peer.send(request(4, "status"))
      #expect(try id(peer.next()) == .integer(4))
      try leave(socket)
      let refused = try peer.next()
      #expect(try refusals([#require(refused)]) == [.integer(3)])
      gate.open()
      #expect(try result(ReloadReply.self, peer.next()).generation == "g1")
      #expect(try peer.next() == nil)
    }
  }

  @Test func refusesWhatIsNotAnsweredInTime() async throws {
    let gate = Gate()
    let source = CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))
    try await withDaemon(source, workerCount: 1, farewell: .milliseconds(10)) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      for id in 1...6 { try peer.send(request(id, "count", veto)) }
      waitUntil { gate.arrivals == 1 }
      try peer.send(request(7, "status"))
      #expect(try id(peer.next()) == .integer(7))
      try leave(socket)
      #expect(try refusals(peer.rest()) == (1...6).map { .integer($0) })
    }
  }

  /// Whoever sees the end of the connection over which it stopped a daemon may start another at once, even if the first
  /// still owes answers.
  @Test func leavesItsPlaceBeforeItsConnections() async throws {
    let gate = Gate()
    let source = CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))
    try await withDaemon(source, farewell: .seconds(600)) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      waitUntil { gate.arrivals == 1 }
      try leave(socket)
      #expect(!FileManager.default.fileExists(atPath: socket.path))
      _ = try makeService(DaemonConfiguration(socket: socket), CannedSource())
      gate.open()
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }

  /// Tells the daemon to leave, and waits until it has ended the connection.
  private func leave(_ socket: SocketPath) throws {
    var peer = try Peer(socket)
    try peer.send(request(1, "stop"))
    #expect(try result(StopReply.self, peer.next()).stopping)
    #expect(try peer.next() == nil)
  }

  /// The ids of requests that were all refused because the daemon leaves.
  private func refusals(_ lines: [String]) throws -> [RequestID?] {
    try lines.map { line in
      #expect(try error(line).kind == .busy)
      #expect(try error(line).message.contains("the daemon leaves"))
      return try id(line)
    }
  }
}
