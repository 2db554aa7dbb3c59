package import Wire

/// Prints the pages of a search, one after the other.
///
/// A new format is a new printer, and a case of ``OutputFormat`` that makes it.
package protocol SearchPrinter {
  /// Takes the next page; false once nobody reads any more.
  mutating func take(_ page: SearchReply, paths: ReadersPaths) -> Bool
  /// Prints what could not be printed before the last page.
  mutating func finish() throws(ClientError)
}

/// For people; each page at once.
package struct TextSearchPrinter: SearchPrinter {
  private let layout: TextLayout

  package init(_ layout: TextLayout) { self.layout = layout }

  package mutating func take(_ page: SearchReply, paths: ReadersPaths) -> Bool {
    let blocks = page.hits.enumerated().map { number, hit in
      layout.text(of: hit, rank: page.offset + number + 1, path: paths.path(of: hit.source))
    }
    return blocks.isEmpty || Output.result(blocks.joined())
  }

  package mutating func finish() {}
}

/// One JSON object, the pages' hits in one list.
package struct JSONSearchPrinter: SearchPrinter {
  private var whole: SearchReply?

  package init() {}

  package mutating func take(_ page: SearchReply, paths: ReadersPaths) -> Bool {
    let page = paths.applied(to: page)
    guard var whole else {
      whole = page
      return true
    }
    whole.hits += page.hits
    whole.cursor = page.cursor
    whole.complete = whole.complete && page.complete
    if !page.complete { whole.total = nil }
    whole.elapsedMicroseconds += page.elapsedMicroseconds
    whole.warnings += page.warnings.filter { !whole.warnings.contains($0) }
    self.whole = whole
    return true
  }

  package mutating func finish() throws(ClientError) {
    if let whole { try Output.json(whole) }
  }
}
