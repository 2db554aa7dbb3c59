/// A step of repair: takes out what a printed page adds to the text: page numbers, job numbers, running heads.
///
/// A number is taken for a page's only on evidence: its form, a form feed, a place in a sequence that cuts a sentence
/// somewhere, or a wrapped line that it interrupts. A running head has to come again, or to name a body's meeting
/// beside a page's number. The row behind furniture is marked ``Row/Flags/followsPageBreak``.
struct PageFurniture {
  private let rows: [Row]
  private let text: CleanText
  private let layout: Layout
  /// The rows that speak of nothing but their page, in order.
  private let marks: [(index: Int, mark: PageMark)]
  private let isMark: [Bool]
  /// For each row the last row up to it that is no mark, or -1, and the first from it on, or the number of rows.
  private let textBefore: [Int]
  private let textBehind: [Int]
  /// The first row that is prose; what stands before it are the document's own symbol and date.
  private let bodyStart: Int
  /// What each row was taken out as; nil for text.
  private var furniture: [Removal?]

  /// The rows that are left.
  static func remove(from rows: [Row], in text: CleanText, layout: Layout, ledger: inout Ledger) -> [Row] {
    var finder = PageFurniture(rows: rows, text: text, layout: layout)
    finder.findNumbers()
    finder.findRunningHeads()
    var isFound = false
    for (row, removal) in zip(rows, finder.furniture) {
      guard let removal else { continue }
      ledger.remove(row.source.lowerBound, row.source.upperBound, as: removal)
      isFound = true
    }
    return isFound ? finder.rowsLeft() : rows
  }

  private init(rows: [Row], text: CleanText, layout: Layout) {
    self.rows = rows
    self.text = text
    self.layout = layout
    var marks: [(index: Int, mark: PageMark)] = []
    var isMark = [Bool](repeating: false, count: rows.count)
    for index in rows.indices {
      guard let mark = PageMark(rows[index], in: text) else { continue }
      marks.append((index, mark))
      isMark[index] = true
    }
    self.marks = marks
    self.isMark = isMark
    var textBefore = Array(rows.indices)
    for index in rows.indices where isMark[index] {
      textBefore[index] = index > 0 ? textBefore[index - 1] : -1
    }
    var textBehind = Array(rows.indices)
    for index in rows.indices.reversed() where isMark[index] {
      textBehind[index] = index + 1 < rows.count ? textBehind[index + 1] : rows.count
    }
    self.textBefore = textBefore
    self.textBehind = textBehind
    bodyStart =
      rows.firstIndex { row in
        row.byteCount >= 80 || (row.byteCount >= 40 && (row.ending == .sentence || layout.isWrapped))
      } ?? rows.count
    furniture = Array(repeating: nil, count: rows.count)
  }

  private func rowsLeft() -> [Row] {
    var kept: [Row] = []
    kept.reserveCapacity(rows.count)
    var blanks = 0
    var passedFurniture = false
    for (index, row) in rows.enumerated() {
      if furniture[index] != nil {
        blanks += row.blanksBefore
        passedFurniture = true
        continue
      }
      var row = row
      if passedFurniture {
        row.blanksBefore += blanks
        row.flags.insert(.followsPageBreak)
      }
      kept.append(row)
      blanks = 0
      passedFurniture = false
    }
    return kept
  }

  // MARK: Numbers

  private mutating func findNumbers() {
    guard !marks.isEmpty else { return }
    for (index, mark) in marks
    where mark.kind == .certain || isBesideFormFeed(index) || interruptsWrappedLine(index) || isRecord(index)
    {
      take(index, mark)
    }
    let places = marks.compactMap { index, mark in
      mark.number.map { PageSequence.Place(index: index, number: $0, offset: rows[index].textStart) }
    }
    for sequence in PageSequence.sequences(of: places) where sequence.contains(where: cutsSentence) {
      for index in sequence { furniture[index] = .pageNumber }
    }
    takeMarksBesideFurniture()
  }

  private mutating func take(_ index: Int, _ mark: PageMark) {
    guard furniture[index] == nil, index >= bodyStart || mark.kind != .reference else { return }
    furniture[index] = .pageNumber
  }

  /// A number or a symbol beside a page's mark is another.
  private mutating func takeMarksBesideFurniture() {
    for (index, mark) in marks where isBesideFurniture(index) { take(index, mark) }
    for (index, mark) in marks.reversed() where isBesideFurniture(index) { take(index, mark) }
  }

  private func isBesideFurniture(_ index: Int) -> Bool {
    (index > 0 && furniture[index - 1] != nil) || (index + 1 < rows.count && furniture[index + 1] != nil)
  }

  /// A form feed stands right before or right behind the row.
  private func isBesideFormFeed(_ index: Int) -> Bool {
    rows[index].flags.contains(.followsPageBreak)
      || (index + 1 < rows.count && rows[index + 1].flags.contains(.followsPageBreak))
  }

  /// The symbol of a meeting's record, in a row of its own in the midst of the text.
  private func isRecord(_ index: Int) -> Bool {
    index > bodyStart && rows[index].byteCount <= 20 && PageWord(text.bytes[textRange(of: index)]) == .record
  }

  private func textRange(of index: Int) -> Range<Int> { rows[index].textStart..<rows[index].textEnd }

  /// In a wrapped document, a full line that ends no sentence stands before the row: a word of the sentence would
  /// have the next word behind it.
  private func interruptsWrappedLine(_ index: Int) -> Bool {
    guard layout.isWrapped, let (previous, next) = neighbours(of: index), next.marker != .bullet else {
      return false
    }
    return isOpen(previous) && previous.byteCount * 10 >= layout.width * 6
      && (next.byteCount * 10 >= layout.width * 3 || next.opening == .lowercase)
  }

  /// The sentence before the row goes on behind it, or behind a running head under it.
  private func cutsSentence(_ index: Int) -> Bool {
    guard let (previous, next) = neighbours(of: index), isOpen(previous) else { return false }
    if goesOn(next) || interruptsWrappedLine(index) || Words.endsOpen(previous, in: text) { return true }
    guard next.byteCount <= Self.mostBytes, next.ending == .open, let (_, last) = neighbours(of: index + 1)
    else {
      return false
    }
    return goesOn(last)
  }

  private func goesOn(_ row: Row) -> Bool { row.opening == .lowercase || row.opening == .continuation }

  private func isOpen(_ row: Row) -> Bool {
    row.ending == .open || row.ending == .comma || row.ending == .hyphen
  }

  /// The rows around a run of page marks.
  private func neighbours(of index: Int) -> (previous: Row, next: Row)? {
    guard index > 0, index + 1 < rows.count else { return nil }
    let (before, after) = (textBefore[index - 1], textBehind[index + 1])
    return before >= 0 && after < rows.count ? (rows[before], rows[after]) : nil
  }

  // MARK: Running heads

  /// The most bytes of a running head.
  private static let mostBytes = 100

  private mutating func findRunningHeads() {
    var places: [[UInt8]: [Int]] = [:]
    for index in rows.indices.dropFirst(bodyStart)
    where furniture[index] == nil && rows[index].byteCount <= Self.mostBytes
      && rows[index].ending != .sentence
    {
      let isBesidePageEnd = isBesideFurniture(index) || isBesideFormFeed(index)
      if isHead(index, isBesidePageEnd: isBesidePageEnd) {
        furniture[index] = .runningHead
      } else if isBesidePageEnd, rows[index].byteCount > 0 {
        places[withoutFigures(rows[index]), default: []].append(index)
      }
    }
    for indices in places.values
    where indices.count >= 3 || (indices.count == 2 && indices.contains(where: cutsSentence)) {
      for index in indices { furniture[index] = .runningHead }
    }
    takeMarksBesideFurniture()
  }

  /// Whether the row's words are those of a running head, or of a library's stamp on the page.
  private func isHead(_ index: Int, isBesidePageEnd: Bool) -> Bool {
    switch MeetingHead(rows[index], in: text) {
    case .withPageNumber: true
    case .plain: isBesidePageEnd || isBesideMark(index) || interruptsWrappedLine(index)
    case nil: text.bytes[textRange(of: index)].starts(with: "Digitized by ".utf8)
    }
  }

  private func isBesideMark(_ index: Int) -> Bool {
    (index > 0 && isMark[index - 1]) || (index + 1 < rows.count && isMark[index + 1])
  }

  private func withoutFigures(_ row: Row) -> [UInt8] {
    text.bytes[row.textStart..<row.textEnd].filter { !(0x30...0x39).contains($0) }
  }
}

/// Numbers of rows that may be those of pages one behind the other.
enum PageSequence {
  struct Place {
    /// The row's index.
    var index: Int
    var number: Int
    /// Where the row stands in the document's text, in bytes.
    var offset: Int
  }

  /// The fewest bytes of text on a page.
  private static let leastPage = 600
  /// How many numbers back a page's predecessor is sought.
  private static let reach = 8

  /// The longest chains of places whose numbers rise by one or two a page, each a page's text apart; none of one.
  static func sequences(of places: [Place]) -> [[Int]] {
    var previous = [Int?](repeating: nil, count: places.count)
    var isContinued = [Bool](repeating: false, count: places.count)
    for (index, place) in places.enumerated() {
      for candidate in stride(from: index - 1, through: max(0, index - reach), by: -1)
      where !isContinued[candidate] {
        let step = place.number - places[candidate].number
        guard (1...2).contains(step), place.offset - places[candidate].offset >= step * leastPage else {
          continue
        }
        previous[index] = candidate
        isContinued[candidate] = true
        break
      }
    }
    return places.indices.filter { !isContinued[$0] && previous[$0] != nil }.map { last in
      sequence(first: last) { previous[$0] }.map { places[$0].index }
    }
  }
}
