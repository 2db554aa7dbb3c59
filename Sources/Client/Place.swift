package import Wire

/// Which corpus and index are meant, and where their daemon listens.
package struct Place: Sendable {
  /// Absolute and real.
  package let corpusRoot: String
  /// Whether the corpus was named, rather than left to the default.
  package let corpusIsExplicit: Bool
  /// Absolute and real.
  package let indexDirectory: String
  package let socket: SocketPath

  /// Flag, then environment, then default.
  package init(
    corpus: String?, index: String?, socket: String?, environment: Environment = .process
  ) throws(SocketError) {
    let corpus = corpus ?? environment["VERBATIM_CORPUS"]
    self.corpusIsExplicit = corpus != nil
    self.corpusRoot = FilePaths.real(corpus ?? "corpus")
    self.indexDirectory = FilePaths.real(index ?? environment["VERBATIM_INDEX"] ?? "index")
    self.socket = try SocketPath(option: socket, indexDirectory: indexDirectory, environment: environment)
  }
}
