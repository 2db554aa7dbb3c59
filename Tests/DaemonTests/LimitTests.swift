import Foundation
import TestSupport
import Testing
import Wire

@testable import Daemon

@Suite(.serialized, .timeLimit(.minutes(3))) struct LimitTests {
  @Test func refusesTheSeventeenthRequestInFlight() async throws {
    let gate = Gate()
    try await withDaemon(CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))) {
      socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      for id in 1...18 { try peer.send(request(id, "count", veto)) }
      for number in 17...18 {
        let line = try peer.next()
        #expect(try error(line).kind == .busy)
        #expect(try id(line) == .integer(number))
      }
      // What needs no index is answered meanwhile.
      try peer.send(request(19, "status"))
      _ = try result(StatusReply.self, peer.next())
      gate.open()
      for line in try peer.next(16) { _ = try result(CountReply.self, line) }
    }
  }

  /// Who goes on to ask gets no more refusals, but has to wait.
  @Test func readsNoMoreFromWhoDoesNotHeedRefusals() async throws {
    let gate = Gate()
    try await withDaemon(CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))) {
      socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      for id in 1...50 { try peer.send(request(id, "count", veto)) }
      for number in 17...32 {
        let line = try peer.next()
        #expect(try id(line) == .integer(number) && error(line).kind == .busy)
      }
      gate.open()
      for line in try peer.next(34) { _ = try result(CountReply.self, line) }
    }
  }

  @Test func dropsWhatAClosedConnectionAsked() async throws {
    let gate = Gate()
    let source = CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))
    try await withDaemon(source, workerCount: 1) { socket in
      defer { gate.open() }
      var watcher = try Peer(socket)
      do {
        let leaver = try Peer(socket)
        for id in 1...8 { try leaver.send(request(id, "count", veto)) }
        waitUntil { gate.arrivals == 1 }
      }
      var connections = 2
      while connections > 1 {
        try watcher.send(request(0, "status"))
        connections = try result(StatusReply.self, watcher.next()).connections
      }
      gate.open()
      try watcher.send(request(1, "count", veto))
      _ = try result(CountReply.self, watcher.next())
      #expect(gate.arrivals == 2)
    }
  }

  /// At once, not when a worker has time to say it.
  @Test func saysThatTheTimeRanOutInTheQueue() async throws {
    let gate = Gate()
    let source = CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))
    try await withDaemon(source, workerCount: 1) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto), request(2, "count", #"{"query":"veto","timeout":1}"#))
      let line = try peer.next()
      #expect(try id(line) == .integer(2) && error(line).kind == .deadline)
      gate.open()
      _ = try result(CountReply.self, peer.next())
    }
  }

  @Test func limitsConnections() async throws {
    var limits = Limits()
    limits.connections = 2
    try await withDaemon(limits: limits) { socket in
      // The fixture's probe may still be closing when the first two come.
      var first = try admitted(socket)
      var second = try admitted(socket)
      var third = try Peer(socket)
      #expect(try error(third.next()).kind == .busy)
      #expect(try third.next() == nil)
      try first.send(request(2, "count", veto))
      try second.send(request(2, "count", veto))
      #expect(try first.next() != nil && second.next() != nil)
    }
  }

  @Test(arguments: [(4096, 20_000, 4096), (4096, 1024, 960), (16, 80, 16), (4096, 65, 1), (4096, 10, 1)])
  func allowsAsManyConnectionsAsThereAreFiles(_ asked: Int, files: Int, allowed: Int) {
    #expect(ProcessLimits.connections(limit: asked, files: files) == allowed)
  }

  /// A connection that is let in, sooner or later.
  private func admitted(_ socket: SocketPath) throws -> Peer {
    while true {
      var peer = try Peer(socket)
      try? peer.send(request(1, "count", veto))
      if let line = try peer.next(), (try? result(CountReply.self, line)) != nil { return peer }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }

  /// An index whose pages are more than these limits and the system's own buffers let a client leave unread.
  private let largePages = CannedIndex(hitCount: 200, text: String(repeating: "the veto ", count: 300))
  private let page = #"{"query":"veto","limit":0,"timeout":600000}"#
  private var smallLimits: Limits {
    var limits = Limits()
    limits.unreadByteCount = 100_000
    return limits
  }

  /// A client that does not read gets an error for what waits, and may then still read what it is owed.
  @Test func refusesWhatWaitsForAClientThatDoesNotRead() async throws {
    var limits = smallLimits
    limits.requestsRunning = 1
    limits.unreadTimeout = .milliseconds(50)
    try await withDaemon(CannedSource(largePages), limits: limits) { socket in
      var watcher = try Peer(socket)
      var peer = try Peer(socket)
      try peer.send(request(1, "search", page), request(2, "search", page))
      try waitForAnswers(2, &watcher)
      // Too late: it is not even read.
      try peer.send(request(3, "status"))
      let lines = try peer.rest()
      #expect(lines.count == 2)
      #expect(try result(SearchReply.self, lines.first).hits.count == 200)
      #expect(try id(lines.last) == .integer(2) && error(lines.last).kind == .busy)
    }
  }

  /// Nothing waits, but the client is over the limit all the same: the error is nobody's.
  @Test func saysWhyAConnectionThatDoesNotReadEnds() async throws {
    var limits = smallLimits
    limits.unreadTimeout = .milliseconds(50)
    try await withDaemon(CannedSource(largePages), limits: limits) { socket in
      var watcher = try Peer(socket)
      var peer = try Peer(socket)
      try peer.send(request(1, "search", page))
      try waitForAnswers(2, &watcher)
      let lines = try peer.rest()
      #expect(lines.count == 2)
      #expect(try id(lines.last) == .null && error(lines.last).kind == .busy)
    }
  }

  @Test(arguments: [true, false]) func cutsOffAClientThatNeverReads(_ hasSaidItSendsNoMore: Bool) async throws
  {
    var limits = smallLimits
    limits.unreadTimeout = .milliseconds(50)
    limits.closingTimeout = .milliseconds(50)
    try await withDaemon(CannedSource(largePages), limits: limits) { socket in
      var watcher = try Peer(socket)
      let peer = try Peer(socket)
      // In one go: before it has sent the last it might be cut off for the first.
      try peer.send((1...8).map { request($0, "search", page) }.joined(separator: "\n"))
      if hasSaidItSendsNoMore { peer.finishSending() }
      try waitUntil { try status(&watcher).connections == 1 }
    }
  }

  /// What it does not read is not read from it: the daemon keeps no more for it than its limits say.
  @Test func takesNothingFromAClientThatDoesNotRead() async throws {
    var limits = smallLimits
    limits.unreadTimeout = .seconds(600)
    try await withDaemon(CannedSource(largePages), limits: limits) { socket in
      var watcher = try Peer(socket)
      let peer = try Peer(socket)
      try peer.send(request(1, "search", page))
      let asked = try waitForAnswers(1, &watcher)
      // Until the system takes no more from it either.
      let questions = Array(String(repeating: request(2, "status") + "\n", count: 100).utf8)
      let sender = BackgroundWork {
        while true { try peer.send(raw: questions) }
      }
      #expect(throws: SocketError.self) { try sender.wait() }
      #expect(try status(&watcher).requestsServed == 1 + asked)
    }
  }

  /// Waits until the daemon has answered `count` requests beside those of this waiting, and returns how many these were.
  @discardableResult
  private func waitForAnswers(_ count: Int, _ watcher: inout Peer) throws -> Int {
    var asked = 0
    try waitUntil {
      // Each status counts itself for the next.
      defer { asked += 1 }
      return try status(&watcher).requestsServed == count + asked
    }
    return asked
  }

  private func status(_ peer: inout Peer) throws -> StatusReply {
    try peer.send(request(0, "status"))
    return try result(StatusReply.self, peer.next())
  }

  @Test func answersLargePagesToAClientThatReads() async throws {
    try await withDaemon(CannedSource(largePages), limits: smallLimits) { socket in
      var peer = try Peer(socket)
      for id in 1...8 { try peer.send(request(id, "search", page)) }
      for line in try peer.next(8) { #expect(try result(SearchReply.self, line).hits.count == 200) }
    }
  }
}
