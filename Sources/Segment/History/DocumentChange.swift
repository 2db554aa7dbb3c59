internal import Postings

/// How a document differs between two generations: in its paragraphs' texts, or in what is known of it.
package struct DocumentChange: Equatable, Sendable {
  /// A text that stands more often, or less often, than before.
  package struct Paragraph: Equatable, Sendable {
    /// As ``hash(ofText:)`` gives it.
    package var hash: UInt64
    /// How many times more; less than 0 for less often, never 0.
    package var difference: Int

    package init(hash: UInt64, difference: Int) {
      self.hash = hash
      self.difference = difference
    }
  }

  package var id: String
  /// The hash of what was known of it; nil if it was not there.
  package var factsBefore: UInt64?
  /// The hash of what is known of it; nil if it is not there any more.
  package var factsAfter: UInt64?
  /// By their hashes, ascending.
  package var paragraphs: [Paragraph]

  package init(id: String, factsBefore: UInt64?, factsAfter: UInt64?, paragraphs: [Paragraph]) {
    self.id = id
    self.factsBefore = factsBefore
    self.factsAfter = factsAfter
    self.paragraphs = paragraphs
  }

  /// Paragraphs that were added: of a text that stands three times instead of once, two.
  package var addedCount: Int { paragraphs.reduce(0) { $0 + max(0, $1.difference) } }
  package var removedCount: Int { paragraphs.reduce(0) { $0 + max(0, -$1.difference) } }

  /// The first eight bytes, the first one highest, of the SHA-256 of a paragraph's text.
  package static func hash(ofText text: [UInt8]) -> UInt64 {
    SHA256.hash(text).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The same of what is shown of a document beside its paragraphs: title, date, kind, publisher, language and symbol.
  package static func hash(ofFacts document: StoredDocument) -> UInt64 {
    var bytes: [UInt8] = []
    bytes.appendString(document.title)
    for text in [document.kind, document.publisher, document.language, document.symbol] {
      bytes.appendString(text ?? "")
    }
    bytes.appendInteger(document.days?.lowerBound ?? 0)
    bytes.appendInteger(document.days?.upperBound ?? 0)
    return hash(ofText: bytes)
  }
}

// Of bytes and as bytes.
extension DocumentChange {
  private static let wasThere: UInt8 = 1
  private static let isThere: UInt8 = 2

  /// As it lies in a step (``HistoryStep``).
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendString(id)
    bytes.append((factsBefore == nil ? 0 : Self.wasThere) | (factsAfter == nil ? 0 : Self.isThere))
    for facts in [factsBefore, factsAfter] { if let facts { bytes.appendInteger(facts) } }
    bytes.appendVarint(paragraphs.count)
    for paragraph in paragraphs {
      bytes.appendInteger(paragraph.hash)
      // The sign is the lowest bit.
      let count = paragraph.difference.magnitude
      bytes.appendVarint(Int(count) << 1 | (paragraph.difference < 0 ? 1 : 0))
    }
    return bytes
  }

  /// - Parameter corrupt: Makes the error of what cannot be.
  init(from reader: inout ByteReader, corrupt: (String) -> SegmentError) throws(SegmentError) {
    id = try reader.string()
    let presence = try reader.byte()
    guard presence != 0, presence & ~(Self.wasThere | Self.isThere) == 0 else {
      throw corrupt("document \(id) is there in \(presence), expected 1 (before), 2 (after) or 3 (both)")
    }
    factsBefore = presence & Self.wasThere != 0 ? try reader.word() : nil
    factsAfter = presence & Self.isThere != 0 ? try reader.word() : nil
    paragraphs = []
    for _ in 0..<(try reader.varint()) {
      let hash = try reader.word()
      let number = try reader.varint()
      let paragraph = Paragraph(hash: hash, difference: number & 1 == 0 ? number >> 1 : -(number >> 1))
      guard paragraph.difference != 0, paragraphs.last.map({ $0.hash < hash }) ?? true else {
        throw corrupt("the paragraphs of document \(id) are not in order, or one is as often as before")
      }
      paragraphs.append(paragraph)
    }
  }
}
