internal import Postings
package import Query
internal import Segment

/// The name of a unit of any level: `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
package struct UnitID: Hashable, Sendable {
  package var document: String
  package var level: Level
  /// Of a paragraph or statement, from 1; of a document 1.
  package var number: Int

  package init(document: String, level: Level, number: Int) {
    self.document = document
    self.level = level
    self.number = number
  }

  /// What a name may mean, the likeliest first: a document's id may end like that of a paragraph.
  package static func readings(of text: String) -> [UnitID] {
    let whole = UnitID(document: text, level: .document, number: 1)
    guard let mark = text.lastIndex(of: "#"), mark > text.startIndex else { return [whole] }
    let digits = text[mark...].dropFirst(2)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != "0",
      let number = Int(digits)
    else { return [whole] }
    switch text[mark...].dropFirst().first {
    case "p": return [UnitID(document: String(text[..<mark]), level: .paragraph, number: number), whole]
    case "s": return [UnitID(document: String(text[..<mark]), level: .statement, number: number), whole]
    default: return [whole]
    }
  }
}

/// Why a name is that of no unit.
package enum UnknownUnit: Sendable, Equatable {
  case noDocument(String)
  /// The document has only so many paragraphs or statements.
  case noUnit(UnitID, count: Int)
}

extension Snapshot {
  /// Where a unit stands.
  struct UnitPlace {
    var segment: Int
    var unit: DocID
    var level: Level
  }

  enum UnitLookup {
    case found(UnitPlace)
    case unknown(UnknownUnit)
  }

  /// - Complexity: O(*d*) for *d* documents of the index.
  func place(ofUnit text: String, _ options: SearchOptions) throws(SearchError) -> UnitLookup {
    let readings = UnitID.readings(of: text)
    let documents = try places(ofDocuments: Set(readings.map(\.document)), options)
    for id in readings {
      guard let document = documents[id.document] else { continue }
      let reader = segments[document.segment].reader
      let units = try SearchError.reading { () throws(SegmentError) -> Range<Int> in
        switch id.level {
        case .paragraph: try reader.documentRecord(at: document.index).units
        case .statement: try reader.statements(inDocuments: document.index..<document.index + 1)
        case .document: document.index..<document.index + 1
        }
      }
      guard id.number <= units.count else { return .unknown(.noUnit(id, count: units.count)) }
      return .found(
        UnitPlace(
          segment: document.segment, unit: DocID(units.lowerBound + id.number - 1), level: id.level))
    }
    return .unknown(.noDocument(readings[0].document))
  }
}
