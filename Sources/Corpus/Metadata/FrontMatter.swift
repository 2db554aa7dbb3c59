internal import Text
internal import Yams

/// The YAML between two lines `---` at the start of a Markdown file, behind blank lines at most.
///
/// Known keys: `title`, `date`, `kind`, `publisher`, `language`, `symbol`; others are passed over. Values are kept as
/// they are written: a date is never turned into a point of time.
struct FrontMatter: Equatable {
  var title: String?
  var date: DateInterval?
  var kind: String?
  var publisher: String?
  var language: String?
  var symbol: String?

  /// The most bytes of front matter; more is an error.
  static let limit = 65_536
  /// The most brackets, and the most `- ` signs of one line: what bounds the parser's recursion.
  private static let deepest = 64

  /// Of a file that has none.
  init() {}

  /// Reads the front matter off the lines of `scanner`, which then stands behind it; nil and an untouched scanner if
  /// the file has none.
  static func read(
    _ scanner: inout LineScanner, of bytes: [UInt8], path: String
  ) throws(CorpusError) -> FrontMatter? {
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
        return try FrontMatter(yaml: yaml, path: path, firstLine: opening.number + 1)
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

  private init(yaml: [UInt8], path: String, firstLine: Int) throws(CorpusError) {
    let fail = { (line: Int, reason: String) in
      CorpusError.frontMatter(path: path, line: firstLine + max(0, line), reason: reason)
    }
    try Self.checkDepth(of: yaml, fail: fail)
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: yaml, as: UTF8.self))
    } catch let error as YamlError {
      throw fail(
        Self.line(of: error), "this is not YAML: \(Self.problem(of: error)); `key: value` lines are expected")
    } catch {
      throw fail(0, "this is not YAML; `key: value` lines are expected")
    }
    guard let root, !(root.scalar?.string ?? "x").isEmpty else { return }
    guard let mapping = root.mapping else {
      throw fail(0, "`key: value` lines are expected, such as `date: 2013-09-11`")
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { continue }
      try set(name, to: value, fail: fail)
    }
  }

  private mutating func set(
    _ name: String, to value: Node, fail: (Int, String) -> CorpusError
  ) throws(CorpusError) {
    guard ["title", "date", "kind", "publisher", "language", "symbol"].contains(name) else { return }
    let line = (value.mark?.line ?? 1) - 1
    guard let text = value.scalar?.string else {
      throw fail(line, "`\(name)` is a list or a map; one text is expected")
    }
    let isPlain = value.scalar?.style == .plain
    guard !text.isEmpty, !(isPlain && ["~", "null", "Null", "NULL"].contains(text)) else { return }
    switch name {
    case "title": title = text
    case "kind": kind = text
    case "publisher": publisher = text
    case "language": language = text
    case "symbol": symbol = text
    default:
      guard let interval = DateInterval(text) else {
        throw fail(line, "`date: \(text)` is no date; YYYY, YYYY-MM or YYYY-MM-DD is expected")
      }
      date = interval
    }
  }

  private static func checkDepth(of yaml: [UInt8], fail: (Int, String) -> CorpusError) throws(CorpusError) {
    var line = 0
    var dashes = 0
    var brackets = 0
    for (offset, byte) in yaml.enumerated() {
      switch byte {
      case 0x0A:
        line += 1
        dashes = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"):
        if offset + 1 < yaml.count, yaml[offset + 1] == 0x20 || yaml[offset + 1] == 0x09 { dashes += 1 }
      default: break
      }
      if brackets > deepest || dashes > deepest {
        throw fail(line, "nested too deeply; plain `key: value` lines are expected")
      }
    }
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line - 1
    case .duplicatedKeysInMapping(_, let context): context.mark.line - 1
    default: 0
    }
  }

  private static func problem(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key is given twice"
    default: "it cannot be parsed"
    }
  }
}
