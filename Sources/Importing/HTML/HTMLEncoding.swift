/// The encoding that an HTML file names within its first 1,024 bytes (WHATWG, section 13.2.3.2).
enum HTMLEncoding {
  private static let reach = 1_024

  /// The name as it stands, without white space around it; nil if none is named.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(reach))
    if let name = inXMLDeclaration(head) { return name }
    var tokenizer = HTMLTokenizer(head)
    while let token = tokenizer.next() {
      guard case .startTag(let tag) = token, tag.name == "meta" else { continue }
      let value = { (attribute: HTMLAttribute) in
        tag.attributes[attribute].map { Array(head[$0]) }
      }
      if let name = value(.charset).flatMap(trimmed) { return name }
      guard let kind = value(.httpEquiv).flatMap(trimmed), kind.lowercased() == "content-type" else {
        continue
      }
      if let name = value(.content).flatMap({ Self.value(of: "charset", in: $0, isQuoted: false) }) {
        return name
      }
    }
    return nil
  }

  /// `<?xml version="1.0" encoding="iso-8859-1"?>`
  private static func inXMLDeclaration(_ head: [UInt8]) -> String? {
    guard head.starts(with: "<?xml".utf8) else { return nil }
    return value(of: "encoding", in: Array(head.prefix { $0 != UInt8(ascii: ">") }), isQuoted: true)
  }

  /// The value behind `key=`, in quotation marks or up to the next space or `;`.
  private static func value(of key: String, in bytes: [UInt8], isQuoted: Bool) -> String? {
    for start in bytes.indices where HTMLBytes.has(key, at: start, in: bytes.span) {
      let rest = bytes[(start + key.utf8.count)...].drop(while: HTMLBytes.isSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop(while: HTMLBytes.isSpace)
      if let sign = value.first, sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") {
        return trimmed(Array(value.dropFirst().prefix { $0 != sign }))
      }
      guard !isQuoted else { return nil }
      return trimmed(Array(value.prefix { !HTMLBytes.isSpace($0) && $0 != UInt8(ascii: ";") }))
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8]) -> String? {
    let name = bytes.drop(while: HTMLBytes.isSpace).prefix { !HTMLBytes.isSpace($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
