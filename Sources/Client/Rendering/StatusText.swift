package import Wire

extension TextLayout {
  /// A daemon's status for people: a name and a value a line.
  package func text(of status: StatusReply) -> String {
    var lines = [
      ("daemon", "verbatimd \(status.version), pid \(status.pid), up \(Self.span(status.uptimeSeconds))"),
      ("state", Output.namedCommands.completed(in: state(status))),
      ("generation", status.generation ?? "none"),
    ]
    if let counts = status.counts {
      lines.append(
        ("holds", "\(counts.documents) documents, \(counts.paragraphs) paragraphs, \(counts.tokens) tokens"))
    }
    lines += [
      ("corpus", status.corpusRoot), ("index", status.indexDirectory),
      ("socket", status.socket ?? "none: standard input and output"),
      ("served", "requests: \(status.requestsServed), open connections: \(status.connections)"),
    ]
    let column = lines.map(\.0.unicodeScalars.count).max() ?? 0
    return lines.map { row($0, [($1, nil)], column: column, margin: 0) }.joined()
  }

  private func state(_ status: StatusReply) -> String {
    switch (status.state, status.freshness) {
    case (.opening, _): "opening or building the index"
    case (.failed, _): "no index: \(status.problem ?? "the reason is in the log")"
    case (.ready, .fresh): "ready, index fresh when last compared with the corpus"
    case (.ready, .stale): "ready, index stale: the corpus has changed; run: verbatim index build"
    case (.ready, .unknown): "ready, index not compared with the corpus"
    }
  }

  private static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
