import ArgumentParser

/// Where the peers are, and which of them are run.
struct PeerOptions: ParsableArguments {
  @Option(help: "Where the peers are installed. Needs --peer-runners.") var peersHome: String?
  @Option(help: "The folder of the programs that run the peers.") var peerRunners: String?
  @Option(help: "Our script that calls those programs.") var peerScript = "Benchmarks/peers.py"
  @Option(
    name: .customLong("engine"), parsing: .upToNextOption,
    help: "The peers to run: lucene, pisa, tantivy, sqlite, xapian.")
  var engines = ["lucene", "pisa", "tantivy"]

  func validate() throws {
    guard (peersHome == nil) == (peerRunners == nil) else {
      throw ValidationError(
        "--peers-home and --peer-runners go together: where the peers are, and what runs them")
    }
  }

  /// What runs them, in a folder of the run's own; nil if none is installed.
  func runner(in folder: String) -> PeerRunner? {
    guard let peersHome, let peerRunners else { return nil }
    return PeerRunner(
      script: peerScript, home: peersHome, runners: peerRunners, engines: engines, work: folder)
  }
}
