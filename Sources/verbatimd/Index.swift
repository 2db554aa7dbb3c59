import ArgumentParser

/// `verbatimd index`: all that is done with an index but query it.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Build the index of a corpus, compare it with the corpus, verify it, and say what is in it and what is new.",
    subcommands: [
      IndexBuild.self, IndexCheck.self, IndexVerify.self, IndexDiff.self, IndexStats.self,
      IndexSources.self, IndexHistoryCheck.self,
    ])
}
