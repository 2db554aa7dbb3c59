import TestSupport
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(3))) struct FramingTests {
  @Test(arguments: ["Content-Length: 2\r\n\r\n{}", "[1,{}]", "GET / HTTP/1.0\r\n\r\n", "\n[]", "\0"])
  func saysWhichFramingIsUnderstood(_ text: String) async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(raw: Array(text.utf8))
      let lines = try peer.rest()
      #expect(lines.count == 1)
      #expect(try error(lines.first).message.contains("one JSON object a line"))
    }
  }

  @Test func answersPipelinedRequests() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(
        request(0, "hello"), "", request(1, "search", veto) + "\r", "  ", request(2, "count", veto))
      let ids = try Set(peer.next(3).map { try id($0) })
      #expect(ids == [.integer(0), .integer(1), .integer(2)])
    }
  }

  /// Before the first request as between two, however they come.
  @Test func passesOverBlankLines() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for piece in ["\n", "\r\n \t\n", "\n  " + request(1, "count", veto) + "\n\n"] {
        try peer.send(raw: Array(piece.utf8))
      }
      #expect(try result(CountReply.self, peer.next()).total == 3)
      try peer.send("", request(2, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }

  @Test func answersAHalfClosedConnectionAndEndsIt() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      // No line's end after the last request.
      try peer.send(raw: Array((request(1, "search", veto) + "\n" + request(2, "count", veto)).utf8))
      peer.finishSending()
      #expect(try peer.rest().count == 2)
    }
  }

  @Test func readsARequestInPieces() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      for byte in (request(1, "count", veto) + "\n").utf8 { try peer.send(raw: [byte]) }
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }

  @Test func goesOnAfterARefusedLine() async throws {
    try await withDaemon { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "count", #"{"query":"\#(String(repeating: "x", count: 70_000))"}"#))
      #expect(try error(peer.next()).kind == .tooLarge)
      let nested = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
      try peer.send(request(2, "count", nested))
      #expect(try error(peer.next()).kind == .tooLarge)
      try peer.send("{nonsense", #"{"id":1,"id":2}"#)
      for line in try peer.next(2) { #expect(try error(line).code == -32700) }
      try peer.send(#"{"id":5,"method":"count"}"#)
      let line = try peer.next()
      #expect(try error(line).code == -32600)
      #expect(try id(line) == .integer(5))
      try peer.send("[]")
      #expect(try error(peer.next()).code == -32600)
      try peer.send(request(6, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }

  /// How many lines have more in them than white space.
  private func requestCount(in bytes: [UInt8]) -> Int {
    bytes.split(separator: 0x0A).count { $0.contains { ![0x20, 0x09, 0x0D].contains($0) } }
  }

  /// Garbage gets one error a line, and the daemon lives.
  @Test func survivesGarbage() async throws {
    try await withDaemon { socket in
      var generator = SeededGenerator(seed: 11)
      for _ in 0..<200 {
        var peer = try Peer(socket)
        let count = Int.random(in: 1...300, using: &generator)
        let bytes = [0x7B] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try peer.send(raw: bytes)
        peer.finishSending()
        let lines = try peer.rest()
        for line in lines { _ = try error(line) }
        #expect(lines.count == requestCount(in: bytes))
      }
      var peer = try Peer(socket)
      try peer.send(request(1, "count", veto))
      #expect(try result(CountReply.self, peer.next()).total == 3)
    }
  }
}
