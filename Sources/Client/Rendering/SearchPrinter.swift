package import Wire

/// Prints the pages of a search, one after the other.
///
/// A new format is a new printer, and a case of ``SearchFormat`` that makes it.
package protocol SearchPrinter {
  /// Takes the next page, the paths of its sources as the reader reaches them; false once nobody reads any more.
  mutating func take(_ page: SearchReply) throws(ClientError) -> Bool
  /// Prints what could not be printed before the last page.
  mutating func finish() throws(ClientError)
}

/// For people; each page at once.
package struct TextSearchPrinter: SearchPrinter {
  private let layout: TextLayout

  package init(_ layout: TextLayout) { self.layout = layout }

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    let blocks = page.hits.enumerated().map { number, hit in
      layout.text(of: hit, rank: page.offset + number + 1)
    }
    return blocks.isEmpty ? true : try Output.result(blocks.joined())
  }

  package mutating func finish() {}
}

/// One JSON object, the pages' hits in one list.
package struct JSONSearchPrinter: SearchPrinter {
  private var whole: SearchReply?

  package init() {}

  package mutating func take(_ page: SearchReply) -> Bool {
    if whole == nil { whole = page } else { whole?.append(page) }
    return true
  }

  package mutating func finish() throws(ClientError) {
    if let whole { try Output.json(whole) }
  }
}

/// A hit a line as JSON, each page at once; then a line with what is said of all of them.
package struct LinesSearchPrinter: SearchPrinter {
  private var whole: SearchReply?
  private var shown = 0

  package init() {}

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    shown += page.hits.count
    let hits = page.hits
    var rest = page
    rest.hits = []
    if whole == nil { whole = rest } else { whole?.append(rest) }
    return try Output.lines(hits)
  }

  package mutating func finish() throws(ClientError) {
    if let whole { try Output.lines([Summarized(summary: SearchSummary(whole, shown: shown))]) }
  }
}

/// `path:line:column:text` for every occurrence, as they come; as editors read lists of places.
package struct VimgrepSearchPrinter: SearchPrinter {
  /// Lines are written together for speed, but not all of a page: a paragraph has as many as it has occurrences.
  private static let batchByteCount = 64 * 1024

  package init() {}

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    var batch = ""
    for hit in page.hits {
      for line in Self.lines(of: hit) {
        batch += line
        guard batch.utf8.count >= Self.batchByteCount else { continue }
        guard try Output.result(batch) else { return false }
        batch = ""
      }
    }
    return batch.isEmpty ? true : try Output.result(batch)
  }

  package mutating func finish() {}

  /// One line for each occurrence in `hit`; one for its start if it has none.
  static func lines(of hit: HitMessage) -> some Sequence<String> {
    let path = Sanitizer.clean(hit.source.path)
    let cells = Excerpt.marked(hit)
    return places(in: hit).lazy.map { place, range in
      "\(path):\(place[0]):\(place[1]):\(Excerpt.line(of: cells, around: range))\n"
    }
  }

  /// Line and column of each occurrence, and its range in the text.
  private static func places(in hit: HitMessage) -> [(place: [Int], range: [Int]?)] {
    var places: [(place: [Int], range: [Int]?)] = []
    if let occurrences = hit.occurrences {
      places = occurrences.map { ([$0.line, $0.column], [$0.start, $0.end]) }
    } else {
      for (number, place) in hit.positions.enumerated() where place.count == 2 {
        places.append((place, number < hit.highlights.count ? hit.highlights[number] : nil))
      }
    }
    return places.isEmpty ? [([hit.source.line, hit.source.column], hit.statement?.first)] : places
  }
}

extension SearchReply {
  /// Makes this page and the next one, in place: a copy for every page would copy all hits as often.
  mutating func append(_ page: SearchReply) {
    hits += page.hits
    cursor = page.cursor
    complete = complete && page.complete
    if !page.complete { (total, groups) = (nil, nil) }
    elapsedMicroseconds += page.elapsedMicroseconds
    let newWarnings = page.warnings.filter { !warnings.contains($0) }
    warnings += newWarnings
  }
}
