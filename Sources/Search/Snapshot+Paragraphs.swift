internal import Postings
internal import Segment

/// The name of a paragraph: `DOCUMENT#p12`.
package struct ParagraphID: Hashable, Sendable, CustomStringConvertible {
  package var document: String
  /// From 1.
  package var number: Int

  package init(document: String, number: Int) {
    self.document = document
    self.number = number
  }

  /// Reads `DOCUMENT#p12`; nil for anything else. A document's id may have a `#` too: the last one counts.
  package init?(_ text: some StringProtocol) {
    guard let mark = text.lastIndex(of: "#"), mark > text.startIndex else { return nil }
    let digits = text[mark...].dropFirst(2)
    guard text[mark...].hasPrefix("#p"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.first != "0", let number = Int(digits)
    else { return nil }
    self.init(document: String(text[..<mark]), number: number)
  }

  package var description: String { "\(document)#p\(number)" }
}

extension Snapshot {
  /// The paragraphs with these names, as hits without a highlight; nil for what is not in this generation.
  ///
  /// - Complexity: O(*d* + *n*) for *d* documents and *n* names.
  package func paragraphs(
    _ ids: [ParagraphID], _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [Hit?] {
    let places = try places(ofDocuments: Set(ids.map(\.document)), options)
    var hits: [Hit?] = []
    for id in ids {
      guard let place = places[id.document] else {
        hits.append(nil)
        continue
      }
      let units = try SearchError.reading { () throws(SegmentError) in
        try segments[place.segment].reader.documentRecord(at: place.index).units
      }
      guard id.number <= units.count else {
        hits.append(nil)
        continue
      }
      let entry = TopHits.Entry(
        rank: 0, score: 0, segment: place.segment, unit: DocID(units.lowerBound + id.number - 1))
      hits += try self.hits(CollectionOfOne(entry), for: nil, options).map(Optional.some)
    }
    return hits
  }
}
