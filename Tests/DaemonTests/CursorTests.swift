import Synchronization
import Testing
import Wire

/// A cursor goes on with the list that it was given with, and with no other.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CursorTests {
  /// Asks `method` of an index of five hits, with what stands in `first` and then, with the cursor of that, in `second`.
  private func answer(_ method: String, _ first: String, then second: String) async throws -> String? {
    let answer = Mutex<String?>(nil)
    try await withDaemon(CannedSource(CannedIndex(hitCount: 5))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, method, "{\(first),\"limit\":1}"))
      let cursor = try #require(result(CursorReply.self, peer.next()).cursor)
      try peer.send(request(2, method, "{\(second),\"cursor\":\"\(cursor)\"}"))
      let line = try peer.next()
      answer.withLock { $0 = line }
    }
    return answer.withLock { $0 }
  }

  private struct CursorReply: Decodable { var cursor: String? }

  @Test(
    arguments: [
      ("search", #""query":"veto""#, #""query":"sanctions""#),
      ("search", #""query":"veto""#, #""query":"veto","sort":"date""#),
      ("search", #""query":"veto""#, #""query":"veto","rank":"best""#),
      ("search", #""query":"veto""#, #""query":"veto","level":"document""#),
      ("search", #""query":"veto""#, #""query":"veto","from":"2013""#),
      ("search", #""query":"veto""#, #""query":"veto","to":"2013""#),
      ("search", #""query":"veto""#, #""query":"veto","speaker":"France""#),
      ("search", #""query":"veto""#, #""query":"veto","since":"g1""#),
      ("search", #""query":"veto""#, #""query":"veto","collapse":true"#),
      ("search", #""query":"veto""#, #""query":"veto","k1":2"#),
      ("search", #""query":"veto""#, #""query":"veto","b":0"#),
      ("search", #""query":"veto council""#, #""query":"veto council","match":"any""#),
      ("first", #""query":"veto""#, #""query":"council""#),
      ("kwic", #""query":"veto""#, #""query":"council""#),
      ("kwic", #""query":"veto""#, #""query":"veto","sort":"relevance""#),
    ])
  func another(method: String, first: String, second: String) async throws {
    let refusal = try await error(answer(method, first, then: second))
    #expect(refusal.kind == .cursorMismatch && refusal.data?.hint != nil)
  }

  /// How long a page is and what is said of its hits makes no other list, nor does saying what goes without saying.
  @Test(
    arguments: [
      ("search", #""query":"veto""#, #""query":"veto","limit":3,"explain":true,"timeout":5000"#),
      (
        "search", #""query":"veto""#,
        #""query":"veto","sort":"relevance","rank":"plain","match":"all","strict":true"#
      ),
      ("search", #""query":"veto""#, #""query":"veto","collapse":false"#),
      ("first", #""query":"veto""#, #""query":"veto","sort":"date""#),
      ("kwic", #""query":"veto""#, #""query":"veto","sort":"date","width":9"#),
    ])
  func theSame(method: String, first: String, second: String) async throws {
    let line = try await answer(method, first, then: second)
    #expect(throws: Never.self) { try result(CursorReply.self, line) }
  }

  /// What cannot be read is named as it was given.
  @Test func ofAnotherMethod() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 5))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "search", #"{"query":"veto","limit":1}"#))
      let cursor = try #require(result(CursorReply.self, peer.next()).cursor)
      try peer.send(request(2, "kwic", #"{"query":"veto","cursor":"\#(cursor)"}"#))
      let refusal = try error(peer.next())
      #expect(refusal.code == -32602 && refusal.message.contains("\"\(cursor)\""))
    }
  }

  @Test func idsOfOtherParagraphs() async throws {
    try await withDaemon(CannedSource(CannedIndex(hitCount: 1_500))) { socket in
      var peer = try Peer(socket)
      try peer.send(request(1, "get", #"{"ids":["d"]}"#))
      let cursor = try #require(result(GetReply.self, peer.next()).cursor)
      try peer.send(request(2, "get", #"{"ids":["d","d"],"cursor":"\#(cursor)"}"#))
      #expect(try error(peer.next()).kind == .cursorMismatch)
      try peer.send(request(3, "get", #"{"ids":["d"],"timeout":900,"cursor":"\#(cursor)"}"#))
      #expect(try result(GetReply.self, peer.next()).items.count == 500)
    }
  }
}
