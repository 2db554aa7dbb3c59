import Foundation
import Testing

/// `verbatimd serve --stdio` in the hands of a shell, and what the programs do with streams that are closed or full.
@Suite(.serialized, .timeLimit(.minutes(3))) struct StandardStreamTests {
  private static let count = #"{"jsonrpc":"2.0","id":1,"method":"count","params":{"query":"veto"}}"#

  /// The total of every reply, by id; notifications left out.
  private func totals(_ output: String) throws -> [Int: Int] {
    struct Reply: Decodable {
      struct Result: Decodable { var total: Int }
      var id: Int
      var result: Result
    }
    let replies = try output.split(separator: "\n").filter { !$0.contains("$/progress") }.map {
      try JSONDecoder().decode(Reply.self, from: Data($0.utf8))
    }
    return Dictionary(uniqueKeysWithValues: replies.map { ($0.id, $0.result.total) })
  }

  /// A pipe, with no index there yet; then a file; then a terminal's stand-in, a pipe that stays open.
  @Test func answersWhateverItsInputIs() async throws {
    try await Bench.with { bench in
      let pipe = try bench.shell("echo '\(Self.count)' | $BIN/verbatimd serve --stdio")
      #expect(try pipe.status == 0 && totals(pipe.output) == [1: 3])
      let requests = (1...50).map {
        #"{"jsonrpc":"2.0","id":\#($0),"method":"count","params":{"query":"veto"}}"# + "\n"
      }.joined()
      try bench.write(requests, to: "requests.jsonl")
      let file = try bench.shell("$BIN/verbatimd serve --stdio < requests.jsonl > replies; cat replies")
      #expect(try totals(file.output) == Dictionary(uniqueKeysWithValues: (1...50).map { ($0, 3) }))
      #expect(file.errors.isEmpty)
      // Neither socket nor lock was made.
      #expect(!FileManager.default.fileExists(atPath: bench.folder + "/run/verbatim"))
    }
  }

  @Test func aSignalEndsItWhileItsInputIsOpen() async throws {
    try await Bench.with { bench in
      let ending = try bench.shell(
        """
        mkfifo input output
        $BIN/verbatimd serve --stdio < input > output &
        exec 3> input 4< output
        echo '\(Self.count)' >&3
        while read -r line <&4; do case $line in *'"id":1'*) break; esac; done
        kill -TERM $!
        wait $!
        echo "exit $?"
        """)
      #expect(ending.output == "exit 0\n")
    }
  }

  @Test func closedStreamsAreEmptyOnes() async throws {
    try await Bench.with { bench in
      #expect(try bench.shell("$BIN/verbatimd serve --stdio <&-").status == 0)
      // The report must not go into a file of the index that got the number of standard output.
      #expect(try bench.shell("$BIN/verbatimd index build >&-").status == 0)
      #expect(try bench.shell("$BIN/verbatimd index build <&- >&- 2>&-").status == 0)
      let check = try bench.shell("echo '\(Self.count)' | $BIN/verbatimd serve --stdio")
      #expect(try totals(check.output) == [1: 3])
    }
  }

  @Test func outputThatCannotBeWrittenIsAnError() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await Bench.with { bench in
      let build = try bench.shell("$BIN/verbatimd index build > /dev/full")
      #expect(build.status == 2 && build.errors.contains("the output cannot be written"))
      let serve = try bench.shell("echo '\(Self.count)' | $BIN/verbatimd serve --stdio > /dev/full")
      #expect(serve.status == 2 && serve.errors.contains("cannot be written to standard output"))
      // A reader that has seen enough is none.
      let pipe = try bench.shell("set -o pipefail; $BIN/verbatimd index build | true")
      #expect(pipe.status == 0)
    }
  }

  @Test func refusesASocketBesideStandardStreams() async throws {
    try await Bench.with { bench in
      let ending = try bench.start(["serve", "--stdio", "--socket", "x"], program: "verbatimd").end()
      #expect(ending.status == 2 && ending.errors.contains("--stdio uses no socket"))
    }
  }
}
