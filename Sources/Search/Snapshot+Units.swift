internal import Postings
package import Query
internal import Segment

/// A unit asked for by name, with what a citation tells beyond the unit's text.
package struct NamedUnit: Sendable, Equatable {
  /// Without highlights; a statement's is its first paragraph.
  package var hit: Hit
  /// The numbers of its paragraphs in their document, from 1; empty for a document without any.
  package var paragraphs: Range<Int>
  /// Who speaks in it, each once, and in what form; of a document just who gives it, if it is a speech.
  package var voices: [String]
  package var mode: StatementMode?
}

/// Where a unit asked for by name stands.
package struct UnitExtent: Sendable, Equatable {
  /// The numbers of its paragraphs in their document, from 1; empty for a document without any.
  package var paragraphs: Range<Int>
  /// A statement as a hit, without highlights; nil for other units.
  package var statement: Hit?
  /// Of a statement what of its paragraphs' texts is its own, by their numbers: half-open ranges in Unicode scalars. A paragraph between two of its own
  /// may have nothing of it, and is not here.
  package var ownText: [Int: [Range<Int>]] = [:]
}

extension Snapshot {
  /// The units with these names; nil for what is not in this generation.
  ///
  /// - Complexity: O(*d* + *n*) for *d* documents and *n* names.
  package func units(
    _ ids: [UnitID], _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [NamedUnit?] {
    let places = try places(ofDocuments: Set(ids.map(\.document)), options)
    var units: [NamedUnit?] = []
    for id in ids {
      try options.checkDeadline()
      guard let place = places[id.document] else {
        units.append(nil)
        continue
      }
      units.append(try unit(id, at: place, options))
    }
    return units
  }

  /// Of each name the paragraphs of its unit, and of a statement itself as a hit; nil for what is not in this generation.
  ///
  /// Reads no text but that of statements.
  package func extents(
    _ ids: [UnitID], _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [UnitExtent?] {
    let places = try places(ofDocuments: Set(ids.map(\.document)), options)
    var extents: [UnitExtent?] = []
    for id in ids {
      try options.checkDeadline()
      guard let place = places[id.document], let found = try self.place(of: id, at: place) else {
        extents.append(nil)
        continue
      }
      var extent = UnitExtent(paragraphs: found.paragraphs)
      if id.level == .statement {
        extent.statement = try unit(id, at: place, options)?.hit
        extent.ownText = try ownText(ofStatement: found.unit, at: place, options)
      }
      extents.append(extent)
    }
    return extents
  }

  /// Which unit of its level in its segment a name means, and its paragraphs, from 1.
  private func place(
    of id: UnitID, at place: DocumentPlace
  ) throws(SearchError) -> (unit: Int, paragraphs: Range<Int>)? {
    let reader = segments[place.segment].reader
    return try SearchError.reading { () throws(SegmentError) -> (unit: Int, paragraphs: Range<Int>)? in
      let own = try reader.documentRecord(at: place.index).units
      let before = own.lowerBound - 1
      switch id {
      case .document: return (place.index, 1..<own.count + 1)
      case .paragraph(let id):
        guard id.number <= own.count else { return nil }
        return (before + id.number, id.number..<id.number + 1)
      case .statement(_, let number):
        let statements = try reader.statements(inDocuments: place.index..<place.index + 1)
        guard number <= statements.count else { return nil }
        let index = statements.lowerBound + number - 1
        let ranges = try reader.statement(at: index).ranges
        let first = try reader.tokenRange(at: ranges.lowerBound).unit - before
        let last = try reader.tokenRange(at: ranges.upperBound - 1).unit - before
        guard first <= last else { throw reader.rangeDisorder(at: ranges.lowerBound) }
        return (index, first..<last + 1)
      }
    }
  }

  private func ownText(
    ofStatement index: Int, at place: DocumentPlace, _ options: SearchOptions
  ) throws(SearchError) -> [Int: [Range<Int>]] {
    var options = options
    options.level = .statement
    var shower = try HitShower(nil, in: self, options)
    return try SearchError.reading { () throws(SegmentError) in
      let segment = segments[place.segment]
      let before = try segment.reader.documentRecord(at: place.index).units.lowerBound - 1
      var own: [Int: [Range<Int>]] = [:]
      for (paragraph, ranges) in try shower.ownText(ofStatement: index, in: segment) {
        own[paragraph - before] = ranges
      }
      return own
    }
  }

  private func unit(
    _ id: UnitID, at place: DocumentPlace, _ options: SearchOptions
  ) throws(SearchError) -> NamedUnit? {
    guard let found = try self.place(of: id, at: place) else { return nil }
    var options = options
    options.level = id.level
    let entry = TopHits.Entry(rank: 0, score: 0, segment: place.segment, unit: DocID(found.unit))
    guard let hit = try hits(CollectionOfOne(entry), for: nil, options).first else { return nil }
    var unit = NamedUnit(hit: hit, paragraphs: found.paragraphs, voices: hit.speakers, mode: hit.mode)
    if id.level == .document, unit.mode != .speech { (unit.voices, unit.mode) = ([], nil) }
    return unit
  }
}
