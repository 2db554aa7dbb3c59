package import Wire

/// Source paths as the reader reaches them: relative to the current folder rather than to the corpus.
package struct ReadersPaths: Sendable {
  private let corpusRoot: String
  private let directory: String

  package init(corpusRoot: String, directory: String = FilePaths.currentDirectory) {
    self.corpusRoot = corpusRoot
    self.directory = directory
  }

  package func path(of source: SourceMessage) -> String {
    FilePaths.relative(corpusRoot + "/" + source.path, to: directory)
  }

  /// `reply` with the paths of its hits so.
  package func applied(to reply: SearchReply) -> SearchReply {
    var reply = reply
    for position in reply.hits.indices {
      reply.hits[position].source.path = path(of: reply.hits[position].source)
    }
    return reply
  }
}
