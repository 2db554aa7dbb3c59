package import Wire

/// Which corpus and index are meant, and where their daemon listens.
package struct Place: Sendable {
  /// Absolute and real.
  package let corpus: Setting<String>
  /// What stands for the corpus's `corpus.yaml`, absolute; nil for that one.
  package let configurationPath: String?
  /// Absolute and real.
  package let index: Setting<String>
  /// The socket that was chosen; nil for the one that belongs to the index.
  package let chosenSocket: Setting<String?>
  private let environment: Environment

  /// Flag, then environment, then default.
  package init(
    corpus: String?, config: String? = nil, index: String?, socket: String?,
    environment: Environment = .process
  ) throws(SettingError) {
    for (flag, value, expected) in [
      ("--corpus", corpus, "a folder"), ("--config", config, "a file"), ("--index", index, "a folder"),
      ("--socket", socket, "a path"),
    ] where value?.isEmpty == true {
      throw .empty(flag: flag, expected: expected)
    }
    if let config, [nil, .folder].contains(System.status(of: config)?.kind) {
      throw .noFile(flag: "--config", path: config)
    }
    self.corpus = Setting(flag: "--corpus", corpus, variable: "VERBATIM_CORPUS", in: environment)
      .map { FilePaths.real($0 ?? "corpus") }
    configurationPath = config.map { FilePaths.real($0) }
    self.index = Setting(flag: "--index", index, variable: "VERBATIM_INDEX", in: environment)
      .map { FilePaths.real($0 ?? "index") }
    self.chosenSocket = Setting(flag: "--socket", socket, variable: "VERBATIM_SOCKET", in: environment)
    self.environment = environment
  }

  package var corpusRoot: String { corpus.value }

  /// The options by which a `verbatimd` is told of corpus and index.
  var daemonOptions: [String] {
    ["--corpus", corpusRoot, "--index", indexDirectory] + (configurationPath.map { ["--config", $0] } ?? [])
  }
  package var indexDirectory: String { index.value }

  /// What an index begins with.
  var manifestPath: String { indexDirectory + "/manifest.json" }

  /// Whether something stands where the index is to be.
  package var hasIndex: Bool { System.status(of: manifestPath) != nil }

  /// Where the daemon listens, or would.
  /// - Throws: If no socket can have that path.
  package func socket() throws(ClientError) -> SocketPath {
    do throws(SocketError) {
      return try SocketPath(
        option: chosenSocket.value, indexDirectory: indexDirectory, environment: environment)
    } catch {
      throw .socket(error)
    }
  }
}
