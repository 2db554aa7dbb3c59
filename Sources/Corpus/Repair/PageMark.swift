/// What a row says of its page, if it says nothing else: the page's number, the printer's job number, the document's
/// symbol, a date.
struct PageMark: Equatable, Sendable {
  enum Kind: Sendable {
    /// Nothing but a page's mark has this form: `Page 3`, `- 7 -`, `13 08-51570`, `363 A/PV.2371`.
    case certain
    /// A number and nothing else, which may be anything: `12`, `12/33`, `12 of 33`.
    case number
    /// A job number, a symbol or a date: `08-51570`, `A/63/PV.13`, `29/09/2015 A/70/PV.17`.
    case reference
  }

  let kind: Kind
  /// The page's number; nil for a reference.
  let number: Int?

  private static let mostBytes = 40

  /// Reads a row; nil if it holds any other word.
  init?(_ row: Row, in text: CleanText) {
    guard row.byteCount > 0, row.byteCount <= Self.mostBytes, Self.mayBegin(with: text.bytes[row.textStart])
    else {
      return nil
    }
    var words: [PageWord] = row.isBullet ? [.dash] : []
    for bytes in text.bytes[row.textStart..<row.textEnd].split(separator: 0x20) {
      if bytes.starts(with: "(continued)".utf8) { continue }
      guard let word = PageWord(bytes), words.count < 6 else { return nil }
      words.append(word)
    }
    let isDashed = words.count == 3 && words.first == .dash && words.last == .dash
    guard let (kind, number) = Self.read(words.filter { $0 != .dash }, isDashed: isDashed) else { return nil }
    // A heading sign belongs to `### Page 4:` alone, a bullet to `- 7 -`.
    guard row.level == 0 || words.contains(.page), !row.isBullet || isDashed else { return nil }
    self.kind = kind
    self.number = number
  }

  private static func mayBegin(with byte: UInt8) -> Bool {
    byte < 0x40 || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "p") || byte == 0xE2
  }

  private static func read(_ words: [PageWord], isDashed: Bool) -> (Kind, Int?)? {
    switch words.count {
    case 1:
      switch words[0] {
      case .number(let number), .fraction(let number): (isDashed ? .certain : .number, number)
      case .job, .symbol, .record, .date: (.reference, nil)
      case .page, .of, .dash: nil
      }
    case 2: readPair(words[0], words[1]) ?? readPair(words[1], words[0])
    case 3:
      if case .number(let number) = words[0], words[1] == .of, case .number = words[2] {
        (.number, number)
      } else {
        nil
      }
    case 4:
      if words[0] == .page, case .number(let number) = words[1], words[2] == .of, case .number = words[3] {
        (.certain, number)
      } else {
        nil
      }
    default: nil
    }
  }

  private static func readPair(_ first: PageWord, _ second: PageWord) -> (Kind, Int?)? {
    switch (first, second) {
    case (.page, .number(let number)), (.page, .fraction(let number)): (.certain, number)
    case (.job, .number(let number)), (.job, .fraction(let number)): (.certain, number)
    case (.record, .number(let number)): (.certain, number)
    case (.symbol, .date), (.record, .date), (.job, .symbol), (.job, .record): (.reference, nil)
    default: nil
    }
  }
}

/// One word of a row that speaks of its page.
enum PageWord: Equatable, Sendable {
  case number(Int)
  /// `12/33` or `2|6`: a page of so many.
  case fraction(Int)
  /// `08-51570`, by which the United Nations' printers know a document.
  case job
  /// `A/67/929`.
  case symbol
  /// `A/63/PV.13`, the symbol of a meeting's record.
  case record
  /// `29/09/2015`.
  case date
  /// `Page`, `p.`
  case page
  case of
  case dash

  private static let pageWords = ["Page", "page", "PAGE", "p.", "P."]

  /// Nil for any other word.
  init?(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    if bytes.count > 1, bytes.last == UInt8(ascii: ":") { bytes.removeLast() }
    guard let first = bytes.first else { return nil }
    if (0x30...0x39).contains(first) {
      guard let word = Self.figures(bytes) else { return nil }
      self = word
    } else if ["-", "|", "\u{2013}", "\u{2014}"].contains(where: { bytes.elementsEqual($0.utf8) }) {
      self = .dash
    } else if Self.pageWords.contains(where: { bytes.elementsEqual($0.utf8) }) {
      self = .page
    } else if bytes.elementsEqual("of".utf8) {
      self = .of
    } else {
      guard let word = Self.symbol(bytes) else { return nil }
      self = word
    }
  }

  private static func figures(_ bytes: ArraySlice<UInt8>) -> PageWord? {
    let digits = bytes.prefix(while: isDigit)
    let value = digits.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard digits.endIndex < bytes.endIndex else { return digits.count <= 3 ? .number(value) : nil }
    let sign = bytes[digits.endIndex]
    let rest = bytes.dropFirst(digits.count + 1)
    if sign == UInt8(ascii: "-"), digits.count == 2, rest.count == 5, rest.allSatisfy(isDigit) { return .job }
    if sign == UInt8(ascii: "/") || sign == UInt8(ascii: "|"), digits.count <= 3,
      (1...3).contains(rest.count),
      rest.allSatisfy(isDigit)
    {
      return .fraction(value)
    }
    let isDate =
      bytes.count == 10
      && bytes.enumerated().allSatisfy { place, byte in
        place == 2 || place == 5 ? byte == UInt8(ascii: "/") : isDigit(byte)
      }
    return isDate ? .date : nil
  }

  /// Capitals, digits, points and slashes: a slash behind one to four capitals, a digit or `PV.` somewhere.
  private static func symbol(_ bytes: ArraySlice<UInt8>) -> PageWord? {
    let body = bytes.prefix { (0x41...0x5A).contains($0) }
    guard (1...4).contains(body.count), body.endIndex < bytes.endIndex,
      bytes[body.endIndex] == UInt8(ascii: "/"),
      bytes.allSatisfy({ (0x41...0x5A).contains($0) || isDigit($0) || $0 == 0x2E || $0 == 0x2F })
    else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"))
    if let last = parts.last, last.starts(with: "PV.".utf8) { return .record }
    return bytes.contains(where: isDigit) && bytes.last != UInt8(ascii: ".") ? .symbol : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
