internal import Postings
internal import Query
internal import Segment
internal import Text

extension Snapshot {
  /// The same as a plain search for paragraphs, but that of near-identical ones just the first in the order asked is a hit, which says how often the
  /// others say it.
  ///
  /// - Precondition: The level is that of paragraphs.
  /// - Complexity: That of scoring every match; the groups of the collection are found once for all searches.
  func searchCollapsed(_ query: Query, _ options: SearchOptions) throws(SearchError) -> SearchResult {
    precondition(options.level == .paragraph)
    let groups = try paragraphGroups(options)
    var collapsed = CollapsedMatches(groups, capacity: 0)
    let entries: ArraySlice<TopHits.Entry>
    if options.sort == .relevance, options.rank == .best {
      entries = try best(query, options) { wide throws(SearchError) in
        collapsed = try collapse(query, groups, wide)
        return (collapsed.total, collapsed.sorted()[...])
      }.entries
    } else {
      collapsed = try collapse(query, groups, options)
      entries = collapsed.sorted().dropFirst(options.offset)
    }
    var hits = try hits(entries, for: query, options)
    if options.explains { try explain(&hits, entries, for: query, options) }
    let firstParagraphs = segments.firstParagraphs
    for (index, entry) in entries.enumerated() {
      try options.checkDeadline()
      let paragraph = firstParagraphs[entry.segment] + Int(entry.unit)
      hits[index].said = try said(
        collapsed.matches(like: paragraph), besides: paragraph, firstParagraphs, options)
    }
    return SearchResult(total: collapsed.total, groupCount: collapsed.groupCount, hits: hits)
  }

  /// All matches, with the best so many of them.
  private func collapse(
    _ query: Query, _ groups: ParagraphGroups, _ options: SearchOptions
  ) throws(SearchError) -> CollapsedMatches {
    var collapsed = CollapsedMatches(groups, capacity: options.offset + options.limit)
    let firstParagraphs = segments.firstParagraphs
    try forEachRanked(query, options) { entry in
      collapsed.add(entry, paragraph: firstParagraphs[entry.segment] + Int(entry.unit))
    }
    return collapsed
  }

  /// What is to be said of near-identical paragraphs, by their numbers in the collection; nil for a single one.
  ///
  /// - Throws: `deadlineExceeded`, for all paragraphs of a collection may be alike.
  func said(
    _ paragraphs: [Int], besides shown: Int, _ firstParagraphs: [Int], _ options: SearchOptions
  ) throws(SearchError) -> Said? {
    guard paragraphs.count > 1 else { return nil }
    var said = Said(paragraphCount: paragraphs.count, documentCount: 0, others: [])
    var walk = DocumentWalk()
    var last: (segment: Int, document: Int)?
    var days: (first: ClosedRange<Int32>, last: ClosedRange<Int32>)?
    for (number, paragraph) in paragraphs.enumerated() {
      if number.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
      let segment = firstParagraphs.dropLast().lastIndex { $0 <= paragraph } ?? 0
      let unit = paragraph - firstParagraphs[segment]
      let record = try SearchError.reading { () throws(SegmentError) in
        try walk.advance(to: DocID(unit), in: .paragraphs, of: segments[segment], segment)
      }
      if last.map({ $0 != (segment, walk.index) }) ?? true {
        said.documentCount += 1
        if let own = record.days {
          days = days.map { (own.earlier($0.first), own.later($0.last)) } ?? (own, own)
        } else {
          said.undatedCount += 1
        }
      }
      last = (segment, walk.index)
      if paragraph != shown, said.others.count < Said.mostOthers {
        let document = try SearchError.reading { () throws(SegmentError) in
          try segments[segment].reader.documentID(at: walk.index)
        }
        said.others.append("\(ParagraphID(document: document, number: unit - record.units.lowerBound + 1))")
      }
    }
    said.from = days.map { DateInterval(first: $0.first.lowerBound, last: $0.first.upperBound) }
    said.to = days.map { DateInterval(first: $0.last.lowerBound, last: $0.last.upperBound) }
    return said
  }
}

extension ClosedRange<Int32> {
  /// As ``SortOrder`` has it.
  fileprivate func earlier(_ other: Self) -> Self {
    (lowerBound, upperBound) < (other.lowerBound, other.upperBound) ? self : other
  }

  fileprivate func later(_ other: Self) -> Self {
    (lowerBound, upperBound) > (other.lowerBound, other.upperBound) ? self : other
  }
}

extension Snapshot {
  /// The groups of two or more near-identical paragraphs, each by the paragraphs' numbers in the collection, ascending.
  package func nearIdenticalParagraphs(
    _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [[Int]] {
    let groups = try paragraphGroups(options)
    return (0..<groups.count).map { group in
      groups.places(ofGroup: group).map { Int(groups.members[$0]) }
    }
  }

  /// - Throws: `deadlineExceeded` if the deadline passes before they are known.
  private func paragraphGroups(_ options: SearchOptions) throws(SearchError) -> ParagraphGroups {
    let segments = segments
    return try paragraphGroups.value(by: options.deadline) { interest throws(SearchError) in
      try GroupFinder.groups(of: segments, for: interest)
    }
  }
}
