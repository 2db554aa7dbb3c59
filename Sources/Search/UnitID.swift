package import Query

/// The name of a unit of any level: `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
package enum UnitID: Hashable, Sendable, CustomStringConvertible {
  case paragraph(ParagraphID)
  /// Numbered from 1 in its document.
  case statement(document: String, number: Int)
  case document(String)

  /// Reads a name; what names no paragraph and no statement is a document's.
  package init(_ text: String) {
    if let paragraph = ParagraphID(text) {
      self = .paragraph(paragraph)
    } else if let mark = text.range(ofLast: "#s"), mark.lowerBound > text.startIndex,
      let number = Self.number(text[mark.upperBound...])
    {
      self = .statement(document: String(text[..<mark.lowerBound]), number: number)
    } else {
      self = .document(text)
    }
  }

  /// What a name may mean, the likeliest first: a document's id may end like that of a paragraph.
  static func readings(of text: String) -> [UnitID] {
    let id = UnitID(text)
    return id == .document(text) ? [id] : [id, .document(text)]
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != "0" else { return nil }
    return Int(digits)
  }

  package var document: String {
    switch self {
    case .paragraph(let id): id.document
    case .statement(let document, _), .document(let document): document
    }
  }

  /// Of a paragraph or statement, from 1; of a document 1.
  package var number: Int {
    switch self {
    case .paragraph(let id): id.number
    case .statement(_, let number): number
    case .document: 1
    }
  }

  package var level: Level {
    switch self {
    case .paragraph: .paragraph
    case .statement: .statement
    case .document: .document
    }
  }

  package var description: String {
    switch self {
    case .paragraph(let id): id.description
    case .statement(let document, let number): "\(document)#s\(number)"
    case .document(let document): document
    }
  }
}

extension String {
  fileprivate func range(ofLast letters: String) -> Range<Index>? {
    guard let mark = lastIndex(of: "#"), self[mark...].hasPrefix(letters) else { return nil }
    return mark..<index(mark, offsetBy: letters.count)
  }
}
