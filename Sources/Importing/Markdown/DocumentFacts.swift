package import Text

/// What is known of an imported document beside its text.
package struct DocumentFacts: Equatable, Sendable {
  package var title: String?
  package var date: DateInterval?
  package var kind: String?
  package var publisher: String?
  package var language: String?
  package var symbol: String?
  package var speakers: [String] = []

  package init() {}

  /// Sets the date from what a user wrote.
  package mutating func setDate(_ text: String) throws(ImportError) {
    guard let interval = DateInterval(text) else { throw .date(text) }
    date = interval
  }

  /// These facts with every text on one line; one without a visible character says nothing.
  func cleaned() -> DocumentFacts {
    var facts = self
    facts.title = title.flatMap(Self.line)
    facts.kind = kind.flatMap(Self.line)
    facts.publisher = publisher.flatMap(Self.line)
    facts.language = language.flatMap(Self.line)
    facts.symbol = symbol.flatMap(Self.line)
    facts.speakers = speakers.compactMap(Self.line)
    return facts
  }

  /// This, and where it says nothing what `weaker` says.
  func over(_ weaker: DocumentFacts) -> DocumentFacts {
    var facts = self
    facts.title = title ?? weaker.title
    facts.date = date ?? weaker.date
    facts.kind = kind ?? weaker.kind
    facts.publisher = publisher ?? weaker.publisher
    facts.language = language ?? weaker.language
    facts.symbol = symbol ?? weaker.symbol
    facts.speakers = speakers.isEmpty ? weaker.speakers : speakers
    return facts
  }
}

extension DocumentFacts {
  /// The most bytes of one value, far below what front matter may hold in all.
  private static let mostValueBytes = 2_000

  /// Writes front matter that the corpus reads back as these facts.
  ///
  /// - Parameter source: The name of the file, which the corpus passes over and people may want to know.
  func appendFrontMatter(source: String, to output: inout [UInt8]) {
    output.append(contentsOf: "---\n".utf8)
    let date = date.map(\.description)
    for (key, value) in [("title", title.map(Self.quoted)), ("date", date)] {
      if let value { output.append(contentsOf: "\(key): \(value)\n".utf8) }
    }
    for (key, value) in [
      ("kind", kind), ("publisher", publisher), ("language", language), ("symbol", symbol),
    ] {
      if let value { output.append(contentsOf: "\(key): \(Self.quoted(value))\n".utf8) }
    }
    if !speakers.isEmpty {
      output.append(contentsOf: "speaker:\n".utf8)
      for speaker in speakers { output.append(contentsOf: "  - \(Self.quoted(speaker))\n".utf8) }
    }
    output.append(contentsOf: "source: \(Self.quoted(source))\n---\n".utf8)
  }

  /// One line of visible text: no controls, single spaces, not too long.
  static func line(_ text: String) -> String? {
    var gathered = BlockText()
    gathered.append(Array(text.utf8))
    var bytes = gathered.bytes
    if bytes.count > mostValueBytes {
      var end = mostValueBytes
      while bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A double-quoted scalar of YAML 1.2, section 7.3.1.
  ///
  /// The corpus reads no YAML with many brackets or dashes, so that no parser recurses; where a text has many, they are written by number.
  private static func quoted(_ text: String) -> String {
    let isBusy = text.utf8.count { "[{-?".utf8.contains($0) } > 16
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "[", "{", "-", "?": result += isBusy ? "\\x\(String(scalar.value, radix: 16))" : "\(scalar)"
      case "\u{FFFE}", "\u{FFFF}": result += "\\u\(String(scalar.value, radix: 16))"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
