import Daemon
import Foundation
import Testing
import Wire

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

  @Test func saysThatTheTimeRanOutInTheQueue() async throws {
    let gate = Gate()
    let source = CannedSource(CannedIndex(beforeAnswer: { () throws(WireError) in gate.pass() }))
    try await withDaemon(source, workerCount: 1) { socket in
      defer { gate.open() }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto), request(2, "count", #"{"query":"veto","timeout":1}"#))
      waitUntil { gate.arrivals == 1 }
      Thread.sleep(forTimeInterval: 0.02)
      gate.open()
      _ = try result(CountReply.self, peer.next())
      #expect(try error(peer.next()).kind == .deadline)
    }
  }

  @Test func limitsConnections() async throws {
    try await withDaemon(connectionLimit: 2) { socket in
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

  /// A connection that is let in, sooner or later.
  private func admitted(_ socket: SocketPath) throws -> Peer {
    while true {
      var peer = try Peer(socket)
      try? peer.send(request(1, "count", veto))
      if let line = try peer.next(), (try? result(CountReply.self, line)) != nil { return peer }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }

  /// A client that asks and does not read gets one last error; what was owed by then it still gets.
  @Test func endsAConnectionThatDoesNotRead() async throws {
    let index = CannedIndex(hitCount: 1000, text: String(repeating: "the veto ", count: 300))
    try await withDaemon(CannedSource(index)) { socket in
      var watcher = try Peer(socket)
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"veto","limit":0}"#))
      // Each status counts itself for the next; the search is the one more.
      var asked = 0
      var served = 0
      while served <= asked - 1 || asked == 0 {
        try watcher.send(request(0, "status"))
        served = try result(StatusReply.self, watcher.next()).requestsServed
        asked += 1
      }
      try peer.send(request(2, "status"))
      let lines = try peer.rest()
      #expect(lines.count == 2)
      #expect(try result(SearchReply.self, lines.first).hits.count == 1000)
      #expect(try error(lines.last).kind == .busy)
    }
  }

  @Test func answersLargePagesToAClientThatReads() async throws {
    let index = CannedIndex(hitCount: 1000, text: String(repeating: "the veto ", count: 300))
    try await withDaemon(CannedSource(index)) { socket in
      var peer = try Peer(socket)
      for id in 1...4 { try peer.send(request(id, "search", #"{"query":"veto","limit":0}"#)) }
      for line in try peer.next(4) { #expect(try result(SearchReply.self, line).hits.count == 1000) }
    }
  }
}
