package import Wire

/// Source paths as the reader reaches them: relative to the current folder rather than to the corpus.
package struct ReadersPaths: Sendable {
  private let corpusRoot: String
  private let directory: String

  package init(corpusRoot: String, directory: String = FilePaths.currentDirectory) {
    self.corpusRoot = corpusRoot
    self.directory = directory
  }

  /// `reply` with the paths of its hits so.
  package func applied(to reply: SearchReply) -> SearchReply {
    var reply = reply
    reply.hits = reply.hits.map(applied)
    return reply
  }

  /// `reply` with the paths of its paragraphs so.
  package func applied(to reply: GetReply) -> GetReply {
    var reply = reply
    for position in reply.items.indices {
      reply.items[position].hit = reply.items[position].hit.map(applied)
      for number in reply.items[position].context.indices {
        reply.items[position].context[number].hit = applied(to: reply.items[position].context[number].hit)
      }
    }
    return reply
  }

  /// `reply` with the paths of its rows so.
  package func applied(to reply: KwicReply) -> KwicReply {
    var reply = reply
    for position in reply.rows.indices {
      reply.rows[position].source.path = applied(to: reply.rows[position].source.path)
    }
    return reply
  }

  package func applied(to hit: HitMessage) -> HitMessage {
    var hit = hit
    hit.source.path = applied(to: hit.source.path)
    return hit
  }

  private func applied(to path: String) -> String {
    FilePaths.relative(corpusRoot + "/" + path, to: directory)
  }
}
