/// What kind of file is to be imported.
enum SourceKind: Equatable, Sendable {
  case html, pdf, text

  /// How far a file's own sign is sought.
  private static let reach = 1_024

  /// By the name's extension, else by the first bytes.
  init(path: String, _ bytes: [UInt8]) throws(ImportError) {
    switch path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() {
    case "html", "htm", "xhtml", "xht": self = .html
    case "pdf": self = .pdf
    case "txt", "text": self = .text
    case "md", "markdown": throw .markdown
    default:
      guard let kind = Self.sniffed(Array(bytes.prefix(Self.reach))) else { throw .unknownType }
      self = kind
    }
  }

  private static func sniffed(_ head: [UInt8]) -> SourceKind? {
    for offset in head.indices {
      if HTMLBytes.has("%pdf-", at: offset, in: head.span) { return .pdf }
      if HTMLBytes.has("<!doctype html", at: offset, in: head.span)
        || HTMLBytes.has("<html", at: offset, in: head.span)
      {
        return .html
      }
    }
    return nil
  }
}
