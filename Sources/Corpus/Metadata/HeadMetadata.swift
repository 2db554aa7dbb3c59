internal import Text

/// What the first lines of a text say of it: its title and its date.
///
/// A wrong date is worse than none. A date is the document's own where it stands in a heading-like line of the head,
/// or in a sentence right behind the title that tells of the meeting the document is about (`On 11 September 2013, …
/// held …`). A date in plain speech is never taken.
struct HeadMetadata {
  private(set) var title: String?
  private(set) var date: DateInterval?
  private let knownTitle: String?

  /// How far into the text the head may reach, in bytes, and how many headings it may have.
  private static let reach = 1_500
  private static let mostUnits = 6
  /// The most bytes of a line under the title that names a date.
  private static let longestLine = 120

  /// Reads the head, and marks the units of it that open no section.
  ///
  /// Where the title is known, only a heading that repeats it is taken for it; any other opens a section.
  init(units: inout [Unit], rows: [Row], isMarkdown: Bool, knownTitle: String?, writer: ParagraphWriter) {
    self.knownTitle = knownTitle
    let string = { (unit: Unit) in writer.string(of: unit) }
    let head = units.prefix(Self.mostUnits).prefix {
      $0.kind == .heading && rows[$0.rows.lowerBound].textStart < Self.reach
    }
    readTitle(head, &units, rows, string)
    if isMarkdown, title == nil { readFirstHeading(&units, rows, string) }
    for index in head.indices {
      guard let match = DateFinder.first(in: Array(string(units[index]).utf8)[...]) else { continue }
      if index > 0 || title != nil { units[index].isHead = true }
      date = date ?? match.date
    }
    guard date == nil, title != nil else { return }
    date = dateUnderTitle(units, rows, string)
    guard date == nil else { return }
    let firstProse = units.prefix(Self.mostUnits + 2).first { $0.kind == .prose }
    if let firstProse { date = Self.meetingDate(in: string(firstProse)) }
  }

  /// The date in a short line under the title that is no sentence: a place, a speaker, an occasion.
  private func dateUnderTitle(_ units: [Unit], _ rows: [Row], _ string: (Unit) -> String) -> DateInterval? {
    let lines = units.prefix(Self.mostUnits).drop { $0.kind == .heading }.prefix { unit in
      let (first, last) = (rows[unit.rows.lowerBound], rows[unit.rows.upperBound - 1])
      return unit.kind == .prose && last.ending == .open && last.textEnd - first.textStart <= Self.longestLine
    }
    for line in lines {
      let bytes = Array(string(line).utf8)
      guard let match = DateFinder.first(in: bytes[...]) else { continue }
      return HeadingWords(bytes.split(separator: 0x20)).hasSentenceWord ? nil : match.date
    }
    return nil
  }

  private mutating func readTitle(
    _ head: ArraySlice<Unit>, _ units: inout [Unit], _ rows: [Row], _ string: (Unit) -> String
  ) {
    var lines: [String] = []
    var last: Int?
    for index in head.indices.prefix(2) {
      let row = rows[units[index].rows.lowerBound]
      let line = string(units[index])
      guard row.marker == .none, DateFinder.first(in: Array(line.utf8)[...])?.start != 0 else { break }
      guard last == nil ? mayBeTitle(line) : !row.isParted && row.level == 0 else { break }
      units[index].isHead = true
      lines.append(line)
      last = index
    }
    guard let first = lines.first else { return }
    title = lines.dropFirst().reduce(first) { $0.hasSuffix(":") ? $0 + " " + $1 : $0 + ": " + $1 }
  }

  /// In Markdown the title may stand behind a few lines of text.
  private mutating func readFirstHeading(_ units: inout [Unit], _ rows: [Row], _ string: (Unit) -> String) {
    guard
      let index = units.firstIndex(where: { $0.kind == .heading && $0.level == 1 }),
      rows[units[index].rows.lowerBound].textStart < Self.reach, mayBeTitle(string(units[index]))
    else { return }
    units[index].isHead = true
    title = string(units[index])
  }

  private static let sectionNames: Set<String> = [
    "introduction", "overview", "summary", "executive summary", "background", "contents", "table of contents",
    "foreword",
    "preface", "conclusion", "conclusions", "recommendations", "abstract",
  ]

  private func mayBeTitle(_ line: String) -> Bool {
    knownTitle.map { $0 == line } ?? !Self.sectionNames.contains(Words.lowercased(Array(line.utf8)[...]))
  }

  private static let meetingVerbs: Set<String> = [
    "held", "convened", "hosted", "met", "organized", "organised", "gathered", "co-hosted", "adopted",
    "launched",
    "published", "released",
  ]

  /// The date of `On 11 September 2013, the General Assembly held …`.
  private static func meetingDate(in paragraph: String) -> DateInterval? {
    let bytes = Array(paragraph.utf8.prefix(400))
    guard let match = DateFinder.first(in: bytes[...]), match.start == 3,
      bytes.starts(with: Array("On ".utf8))
    else {
      return nil
    }
    let sentence = bytes[match.end...].prefix { $0 != UInt8(ascii: ".") }
    return sentence.split(separator: 0x20).contains { meetingVerbs.contains(Words.lowercased($0)) }
      ? match.date : nil
  }
}
