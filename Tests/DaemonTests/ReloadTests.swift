import Daemon
import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// The index is replaced under its clients: no answer fails, and none mixes two generations.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ReloadTests {
  @Test func reloadSwapsGenerationsAndKeepsTheOldOneOnFailure() async throws {
    let source = CannedSource()
    try await withDaemon(source) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      _ = try peer.next()
      source.script.withLock { $0.index = .success(CannedIndex(generation: "g2", hitCount: 7)) }
      try peer.send(request(2, "reload"))
      #expect(try result(ReloadReply.self, peer.next()) == ReloadReply(generation: "g2", previous: "g1"))
      source.script.withLock { $0.index = .failure(WireError(.indexCorrupt, "damaged")) }
      try peer.send(request(3, "reload"))
      #expect(try error(peer.next()).kind == .indexCorrupt)
      try peer.send(request(4, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 7)
    }
  }

  /// Generation gN has N hits in every answer, whichever method is asked.
  @Test func everyAnswerIsOfOneGeneration() async throws {
    let source = CannedSource(CannedIndex(generation: "g1", hitCount: 1))
    try await withDaemon(source) { socket in
      let isOver = Atomic<Bool>(false)
      defer { isOver.store(true, ordering: .relaxed) }
      let seen = Mutex<Set<String>>([])
      let askers = (0..<4).map { _ in
        BackgroundWork {
          var peer = try Peer(socket)
          while !isOver.load(ordering: .relaxed) {
            let generation = try askAll(&peer)
            seen.withLock { _ = $0.insert(generation) }
          }
        }
      }
      waitUntil { seen.withLock { $0.contains("g1") } }
      var reloader = try Peer(socket)
      for number in 2...60 {
        let generation = "g\(number)"
        source.script.withLock {
          $0.index = .success(CannedIndex(generation: generation, hitCount: number))
        }
        try reloader.send(request(number, "reload"))
        #expect(try result(ReloadReply.self, reloader.next()).generation == generation)
        // Who asks after a reload was answered gets the new generation; and this gives the others their turn.
        #expect(try askAll(&reloader) == generation)
      }
      waitUntil { seen.withLock { $0.contains("g60") } }
      isOver.store(true, ordering: .relaxed)
      for asker in askers { try asker.wait() }
    }
  }

  /// Asks by every method, all at once, and returns the generation of one answer.
  private func askAll(_ peer: inout Peer) throws -> String {
    try peer.send(
      request(1, "search", #"{"query":"veto","limit":0}"#), request(2, "count", veto),
      request(3, "trend", veto))
    var generation = ""
    for line in try peer.next(3) {
      switch try id(line) {
      case .integer(1):
        let reply = try result(SearchReply.self, line)
        #expect(reply.total == number(of: reply.generation) && reply.hits.count == reply.total)
      case .integer(2):
        let reply = try result(CountReply.self, line)
        #expect(reply.total == number(of: reply.generation))
        generation = reply.generation
      default:
        let reply = try result(TrendReply.self, line)
        #expect(reply.total == number(of: reply.generation))
      }
    }
    return generation
  }

  private func number(of generation: String) -> Int? { Int(generation.dropFirst()) }
}
