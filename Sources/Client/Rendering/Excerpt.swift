import Wire

/// The part of a long paragraph that is shown: the passages around what matched.
enum Excerpt {
  /// A paragraph up to so many scalars is shown whole.
  private static let wholeLength = 480
  /// Scalars shown of a longer one, all passages together.
  private static let length = 400
  /// Scalars of a paragraph shown on one line.
  private static let lineLength = 300
  /// A part of a word at a cut is left out, but no more than so many scalars: not every script has spaces between words.
  private static let longestPart = 40

  /// The text of `hit` with its highlights marked, cut to its best passages; `…` stands for what was left out.
  static func of(_ hit: HitMessage) -> StyledText {
    let cells = marked(hit)
    let passages = passages(in: cells, highlights: ranges(hit.highlights, count: cells.count))
    var result = StyledText()
    for (number, passage) in passages.enumerated() {
      if passage.lowerBound > 0 { result.append(number == 0 ? "… " : " … ") }
      result.append(cells[passage])
    }
    if let last = passages.last, last.upperBound < cells.count { result.append(" …") }
    return result
  }

  /// The text on one line, cut to what is around `highlight` if it is long; `…` stands for what was left out.
  /// - Parameters:
  ///   - cells: The text of a hit, marked.
  ///   - highlight: One of its highlights; nil, or none that lies in the text, for the beginning.
  static func line(of cells: [StyledText.Cell], around highlight: [Int]?) -> String {
    var shown = cells[...]
    if cells.count > lineLength {
      let place = ranges(highlight.map { [$0] } ?? [], count: cells.count).first ?? 0..<0
      shown = cells[atWords(around(place.prefix(lineLength), lineLength, cells.count), in: cells)]
    }
    var text = String.UnicodeScalarView()
    if shown.startIndex > 0 { text.append(contentsOf: "… ".unicodeScalars) }
    text.append(contentsOf: shown.lazy.map(\.scalar))
    if shown.endIndex < cells.count { text.append(contentsOf: " …".unicodeScalars) }
    return String(text)
  }

  /// The text of `hit`, cleaned, with its highlights marked.
  static func marked(_ hit: HitMessage) -> [StyledText.Cell] {
    var cells = StyledText(hit.text).cells
    // They do not overlap: no cell is marked twice.
    for range in ranges(hit.highlights, count: cells.count) {
      for position in range { cells[position].isMarked = true }
    }
    return cells
  }

  /// The highlights that lie in the text, whatever a daemon sent, in order; those that overlap as one.
  private static func ranges(_ highlights: [[Int]], count: Int) -> [Range<Int>] {
    let ranges = highlights.compactMap { pair -> Range<Int>? in
      guard pair.count == 2, pair[0] >= 0, pair[0] < pair[1], pair[1] <= count else { return nil }
      return pair[0]..<pair[1]
    }
    var disjoint: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = disjoint.last, range.lowerBound < last.upperBound {
        disjoint[disjoint.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        disjoint.append(range)
      }
    }
    return disjoint
  }

  /// One passage that holds every highlight, else the two that hold the most; in order.
  private static func passages(in cells: [StyledText.Cell], highlights: [Range<Int>]) -> [Range<Int>] {
    if cells.count <= wholeLength { return [0..<cells.count] }
    guard let start = highlights.first?.lowerBound, let end = highlights.last?.upperBound else {
      return [atWords(0..<length, in: cells)]
    }
    if end - start <= length { return [atWords(around(start..<end, length, cells.count), in: cells)] }
    let half = length / 2
    // The first highlight that does not end within the passage; it only moves on with the passage's start.
    var next = 0
    let candidates = highlights.enumerated().map { number, first in
      let limit = first.lowerBound + half
      next = max(next, number)
      while next < highlights.count, highlights[next].upperBound <= limit { next += 1 }
      let end = next > number ? highlights[next - 1].upperBound : limit
      return (range: around(first.lowerBound..<end, half, cells.count), count: next - number)
    }
    // `max` would return the last of equals; the first reads better.
    let best = candidates.reduce(candidates[0]) { $1.count > $0.count ? $1 : $0 }
    let others = candidates.filter { !$0.range.overlaps(best.range) }
    let second = others.dropFirst().reduce(others.first) { $1.count > ($0?.count ?? 0) ? $1 : $0 }
    return [best, second].compactMap { $0?.range }.sorted { $0.lowerBound < $1.lowerBound }
      .map { atWords($0, in: cells) }
  }

  /// `range` with as much before as after it, `length` in all, inside `0..<count`.
  private static func around(_ range: Range<Int>, _ length: Int, _ count: Int) -> Range<Int> {
    let before = max(0, length - range.count) / 2
    let start = max(0, min(range.lowerBound - before, count - length))
    return start..<min(count, max(start + length, range.upperBound))
  }

  /// `range` without the parts of words at its ends; marked words stay.
  private static func atWords(_ range: Range<Int>, in cells: [StyledText.Cell]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if start > 0, cells[start - 1].scalar != " " {
      let part = cells[start..<min(end, start + longestPart)]
      start = part.firstIndex { $0.scalar == " " || $0.isMarked } ?? start
    }
    if end < cells.count, cells[end].scalar != " " {
      let part = cells[max(start, end - longestPart)..<end]
      end = part.lastIndex { $0.scalar == " " || $0.isMarked }.map { $0 + 1 } ?? end
    }
    while start < end, cells[start].scalar == " " { start += 1 }
    while end > start, cells[end - 1].scalar == " " { end -= 1 }
    return start..<end
  }
}
