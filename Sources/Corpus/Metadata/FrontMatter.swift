/// The YAML between two lines `---` at the start of a Markdown file, behind blank lines at most.
///
/// Known keys are those of ``MetadataField``; others are passed over. Values are kept as they are written: a date is never
/// turned into a point of time. `speaker` may be a list.
enum FrontMatter {
  /// The most bytes of front matter; more is an error.
  static let limit = 65_536
  /// Reads the front matter off the lines of `scanner`, which then stands behind it; nil and an untouched scanner if
  /// the file has none.
  static func read(
    _ scanner: inout LineScanner, of bytes: [UInt8], path: String
  ) throws(CorpusError) -> DocumentMetadata? {
    var ahead = scanner
    var first = ahead.next()
    while let line = first, isBlank(line, bytes) { first = ahead.next() }
    guard let opening = first, isFence(opening, bytes) else { return nil }
    var yaml: [UInt8] = []
    var isFirst = true
    var looksLikeYAML = false
    while let line = ahead.next() {
      if isFence(line, bytes) {
        scanner = ahead
        return try metadata(yaml, path: path, firstLine: opening.number + 1)
      }
      if isFirst { looksLikeYAML = isKey(bytes[line.start..<line.end]) }
      isFirst = false
      // A rule at the top of a text is no front matter.
      if !looksLikeYAML { return nil }
      guard yaml.count + line.end - line.start < limit else {
        throw .frontMatter(
          path: path, line: line.number, reason: "more than \(limit) bytes before the closing `---`")
      }
      yaml += bytes[line.start..<line.end] + [0x0A]
    }
    guard looksLikeYAML else { return nil }
    throw .frontMatter(
      path: path, line: opening.number, reason: "no closing line `---` found; add one behind the keys")
  }

  private static func isBlank(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
    bytes[line.start..<line.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func isFence(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
    var end = line.end
    while end > line.start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return bytes[line.start..<end].elementsEqual("---".utf8)
  }

  /// Whether a line begins with a key and a colon, or is a comment.
  private static func isKey(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == UInt8(ascii: "#") { return true }
    let key = line.prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
    }
    guard !key.isEmpty, key.endIndex < line.endIndex, line[key.endIndex] == UInt8(ascii: ":") else {
      return false
    }
    return key.endIndex + 1 == line.endIndex || line[key.endIndex + 1] == 0x20
  }

  private static func metadata(
    _ yaml: [UInt8], path: String, firstLine: Int
  ) throws(CorpusError) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let place = YAMLNode.Place(path: path, firstLine: firstLine) {
      .frontMatter(path: $0, line: $1, reason: $2)
    }
    guard let root = try YAMLNode(yaml, place) else { return metadata }
    for (name, value) in try root.entries() {
      guard let field = MetadataField(rawValue: name) else { continue }
      for item in field == .speaker ? value.items() : [value] {
        guard let text = try item.text() else { continue }
        do throws(PatternError) {
          try metadata.set(field, to: text)
        } catch {
          throw value.fail(error.reason)
        }
      }
    }
    return metadata
  }
}
