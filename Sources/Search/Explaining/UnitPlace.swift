internal import Postings
internal import Query
internal import Segment

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
