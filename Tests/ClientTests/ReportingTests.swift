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
      .deadline: .incomplete,
    ]
    for kind in ErrorKind.allCases {
      #expect(ClientError.refused(WireError(kind, "m")).exitCode == codes[kind])
    }
  }

  @Test func readersPaths() {
    let source = SourceMessage(path: "a/b.md", line: 1, column: 1, endLine: 1)
    #expect(
      ReadersPaths(corpusRoot: "/home/me/corpus", directory: "/home/me").path(of: source) == "corpus/a/b.md")
    #expect(
      ReadersPaths(corpusRoot: "/home/me/corpus", directory: "/home/me/x").path(of: source)
        == "../corpus/a/b.md")
    #expect(
      ReadersPaths(corpusRoot: "/srv/corpus", directory: "/home/me").path(of: source) == "/srv/corpus/a/b.md")
  }

  @Test func places() throws {
    let environment = Environment(["VERBATIM_CORPUS": "/c", "VERBATIM_INDEX": "/i", "VERBATIM_SOCKET": "/s"])
    let fromEnvironment = try Place(corpus: nil, index: nil, socket: nil, environment: environment)
    #expect(fromEnvironment.corpusRoot == "/c" && fromEnvironment.corpusIsExplicit)
    #expect(fromEnvironment.indexDirectory == "/i" && fromEnvironment.socket.path == "/s")
    let fromFlags = try Place(corpus: "/fc", index: "/fi", socket: "/fs", environment: environment)
    #expect(
      fromFlags.corpusRoot == "/fc" && fromFlags.indexDirectory == "/fi" && fromFlags.socket.path == "/fs")
    #expect(try !Place(corpus: nil, index: nil, socket: nil, environment: Environment([:])).corpusIsExplicit)
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
        state       ready, index stale: the corpus has changed; run: verbatim index build
        generation  9f3c
        holds       3 documents, 26 paragraphs, 2313 tokens
        corpus      /c
        index       /i
        socket      /s
        served      requests: 9, open connections: 1

        """)
  }
}
