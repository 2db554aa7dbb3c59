import Testing
import Wire

@testable import Client

@Suite struct ReportingTests {
  @Test func exitCodes() {
    #expect(ClientError.noDaemon(socket: "s").exitCode == .noDaemon)
    #expect(ClientError.socket(.nobodyListens(path: "s")).exitCode == .noDaemon)
    #expect(ClientError.socket(.unusable(path: "")).exitCode == .error)
    let codes = [
      ErrorKind.querySyntax: ExitCode.error, .indexMissing: .error, .indexStale: .unusableIndex,
      .indexFormat: .unusableIndex, .indexCorrupt: .error, .busy: .error, .tooLarge: .error,
      .deadline: .incomplete, .generationUnknown: .error, .unknownUnit: .noHits,
      .cursorMismatch: .error,
    ]
    #expect(ClientError.childRefused(lastLines: []).exitCode == .noDaemon)
    #expect(ClientError.unwritable(reason: "r").exitCode == .error)
    for kind in ErrorKind.allCases {
      #expect(ClientError.refused(WireError(kind, "m")).exitCode == codes[kind])
    }
  }

  /// The wire names a parameter, the command line the option; what is in quotes besides was typed.
  @Test(arguments: [
    ("\"cursor\" is \"b\"; expected one", "--cursor is \"b\"; expected one"),
    ("\"k1\" is -1.0; expected", "--k1 is -1.0; expected"),
    ("\"since\": 'zz' names no generation", "--since: 'zz' names no generation"),
    ("\"since\": 'a \"limit\" is' names no", "--since: 'a \"limit\" is' names no"),
    ("\"rank\" is \"best\" and \"explain\" is true", "--rank is \"best\" and \"explain\" is true"),
    (
      "\"talk\" names a document, and \"before\" and \"after\" ask for more",
      "\"talk\" names a document, and --before and --after ask for more"
    ),
  ])
  func parametersAreNamedAsOptions(message: String, expected: String) {
    #expect(ClientError.refused(.invalidParameters(message)).description == expected)
    #expect(ClientError.refused(WireError(.querySyntax, message)).description == message)
  }

  @Test func readersPaths() {
    let hit = HitMessage(
      id: "a/b#p1", score: 1, document: DocumentMessage(id: "a/b", title: "t"), text: "t",
      source: SourceMessage(path: "a/b.md", line: 1, column: 1, endLine: 1))
    func path(_ corpusRoot: String, _ directory: String) -> String {
      ReadersPaths(corpusRoot: corpusRoot, directory: directory).applied(to: hit).source.path
    }
    #expect(path("/home/me/corpus", "/home/me") == "corpus/a/b.md")
    #expect(path("/home/me/corpus", "/home/me/x") == "../corpus/a/b.md")
    #expect(path("/srv/corpus", "/home/me") == "/srv/corpus/a/b.md")
    let paths = ReadersPaths(corpusRoot: "/c", directory: "/")
    let reply = GetReply(generation: "g", items: [GetItem(asked: "a/b#p1", hit: hit), GetItem(asked: "x")])
    #expect(paths.applied(to: reply).items.map { $0.hit?.source.path } == ["c/a/b.md", nil])
  }

  @Test func statusText() {
    let status = StatusReply(
      pid: 7, version: "0.1.0", uptimeSeconds: 3700, state: .ready, generation: "9f3c", freshness: .stale,
      counts: StatusReply.Counts(documents: 3, paragraphs: 26, tokens: 2313), corpusRoot: "/c",
      indexDirectory: "/i",
      socket: "/s", requestsServed: 9, connections: 1)
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: status) == """
        daemon      verbatimd 0.1.0, pid 7, up 1 h 1 min
        state       ready, index stale: the corpus has changed; run: verbatim index
                    build
        generation  9f3c
        holds       3 documents, 26 paragraphs, 2313 tokens
        corpus      /c
        index       /i
        socket      /s
        served      requests: 9, open connections: 1

        """)
  }

  /// A program that is killed cannot say so itself.
  @Test func saysWhichSignalEndedAProgram() throws {
    func ending(_ script: String) throws(ClientError) -> Int32 {
      try System.wait(for: System.spawn("/bin/sh", ["sh", "-c", script]), running: "/bin/builder")
    }
    #expect(try ending("exit 3") == 3)
    // A code that shells use for signals is a code.
    #expect(try ending("exit 137") == 137)
    let error = #expect(throws: ClientError.self) { try ending("kill -KILL $$") }
    guard case .programKilled("/bin/builder", 9, _) = error else {
      Issue.record("got \(error as Any)")
      return
    }
    #expect(error?.exitCode == .error)
    for (signal, advice) in [(9, "out of memory"), (15, "run the command again"), (11, "report it")] {
      let text = ClientError.programKilled(path: "/bin/builder", signal: Int32(signal), reason: "R")
        .description
      #expect(text.hasPrefix("/bin/builder was ended by signal \(signal) (R) before it was done; "))
      #expect(text.contains(advice))
    }
  }
}
