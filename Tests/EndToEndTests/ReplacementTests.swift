import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// The index is built again and again under a daemon that answers: no answer fails, and none mixes two generations.
///
/// `reload.py` beside this file is the long form, for as long as one likes.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ReplacementTests {
  /// What is true of a generation.
  private struct Truth: Equatable {
    var total: Int
    var units: Int
    var ids: [String]
  }

  @Test func noAnswerFailsOrMixesGenerations() async throws {
    try await Bench.with { bench in
      let corpora = try writeOtherCorpus(bench)
      #expect(try bench.run("count", "veto").status == 0)
      let socket = try SocketPath(
        String(bench.run("socket-path").output.dropLast()))
      // Each corpus is asked once alone; nothing else may ever be answered from then on.
      var truths: [String: Truth] = [:]
      var generations: [String] = []
      for corpus in corpora {
        try build(bench, corpus)
        var link = try Link(socket)
        let (generation, truth) = try link.ask()
        truths[generation] = truth
        generations.append(generation)
      }
      try #require(truths.count == 2)
      let isOver = Atomic<Bool>(false)
      defer { isOver.store(true, ordering: .relaxed) }
      let seen = Mutex<Set<String>>([])
      let clients = (0..<3).map { [truths] number in
        BackgroundWork {
          var link = try Link(socket)
          while !isOver.load(ordering: .relaxed) {
            // One of them connects anew each time.
            if number == 0 { link = try Link(socket) }
            let (generation, truth) = try link.ask()
            #expect(truth == truths[generation])
            seen.withLock { _ = $0.insert(generation) }
          }
        }
      }
      for round in 0..<10 {
        seen.withLock { $0 = [] }
        try build(bench, corpora[round % 2])
        waitUntil { seen.withLock { $0.contains(generations[round % 2]) } }
      }
      isOver.store(true, ordering: .relaxed)
      for client in clients { try client.wait() }
    }
  }

  /// Builds the index from a corpus, and lets the daemon answer from it.
  private func build(_ bench: Bench, _ corpus: String) throws {
    let ending = try bench.run("index", "build", "--corpus", corpus)
    #expect(ending.status == 0 && ending.errors.contains("the running daemon answers from it"), "\(ending)")
  }

  /// A corpus beside the bench's own that answers otherwise.
  private func writeOtherCorpus(_ bench: Bench) throws -> [String] {
    try FileManager.default.createDirectory(
      atPath: bench.folder + "/other", withIntermediateDirectories: false)
    for number in 1...7 {
      try bench.write(
        "# Day \(number)\n\nThe veto was named.\n\nNothing else was.\n\nThe vetoes were counted.\n",
        to: "other/2015-01-0\(number).md")
    }
    return ["corpus", "other"]
  }

  /// A connection that is asked everything at once, and believes only what fits together.
  private struct Link: ~Copyable {
    private let connection: UnixConnection
    private var splitter = LineSplitter(byteLimit: 1 << 20)

    init(_ socket: SocketPath) throws { connection = try UnixConnection(connectingTo: socket) }

    mutating func ask() throws -> (generation: String, Truth) {
      var search = SearchParameters(query: "veto")
      search.limit = 0
      let line =
        JSONWriter.line(Request(id: .integer(1), method: "search", parameters: search))
        + JSONWriter.line(
          Request(id: .integer(2), method: "count", parameters: CountParameters(query: "veto")))
      try connection.send(line)
      var found: SearchReply?
      var counted: CountReply?
      while found == nil || counted == nil {
        let bytes = try connection.receive(waitingAtMost: 60_000)
        try #require(!bytes.isEmpty, "the daemon ended the connection")
        for case .line(let line) in splitter.append(bytes) {
          let head = try WireJSON.replyHead(line)
          try #require(head.error == nil, "\(String(decoding: line, as: UTF8.self))")
          switch head.id {
          case .integer(1): found = try WireJSON.result(SearchReply.self, of: line)
          case .integer(2): counted = try WireJSON.result(CountReply.self, of: line)
          default: break
          }
        }
      }
      guard let found, let counted, found.generation == counted.generation else {
        // A reload came between the two: each was right for itself, but they cannot be compared.
        return try ask()
      }
      #expect(found.total == counted.total && found.hits.count == found.total)
      return (
        found.generation,
        Truth(total: found.total ?? -1, units: counted.units["paragraph"] ?? -1, ids: found.hits.map(\.id))
      )
    }
  }
}
