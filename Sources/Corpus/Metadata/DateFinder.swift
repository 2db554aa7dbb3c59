package import Text

/// Finds full dates in a line of text: `25 September 2009`, `September 11, 2013`, `2013-09-11`.
package struct DateFinder {
  package struct Match: Equatable {
    package var date: DateInterval
    /// Bytes of the line before the date.
    package var start: Int
    /// Offset just past it.
    package var end: Int
  }

  private struct Token {
    var bytes: ArraySlice<UInt8>
    var number: Int?
    var month: Int?
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// The first full date of `line`; nil if there is none. A month or a year alone is none.
  package static func first(in line: ArraySlice<UInt8>) -> Match? {
    let tokens = tokens(of: line)
    for index in tokens.indices {
      if let match = match(at: index, tokens) {
        return Match(
          date: match.date, start: tokens[index].bytes.startIndex - line.startIndex,
          end: match.last.bytes.endIndex - line.startIndex)
      }
    }
    return nil
  }

  private static func match(at index: Int, _ tokens: [Token]) -> (date: DateInterval, last: Token)? {
    if let date = iso(tokens[index].bytes) { return (date, tokens[index]) }
    guard index + 2 < tokens.count else { return nil }
    let (first, second, third) = (tokens[index], tokens[index + 1], tokens[index + 2])
    if let day = first.number, let month = second.month, let year = third.number, third.bytes.count == 4 {
      return date(year, month, day).map { ($0, third) }
    }
    if let month = first.month, let day = second.number, let year = third.number, third.bytes.count == 4 {
      return date(year, month, day).map { ($0, third) }
    }
    return nil
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> DateInterval? {
    guard (1_000...9_999).contains(year), day <= 31 else { return nil }
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return DateInterval("\(year)-\(padded(month))-\(padded(day))")
  }

  private static func iso(_ bytes: ArraySlice<UInt8>) -> DateInterval? {
    bytes.count == 10 ? DateInterval(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// How many words of a line are read.
  private static let mostTokens = 400

  /// Runs of letters, digits and hyphens.
  private static func tokens(of line: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var start = line.startIndex
    while start < line.endIndex, tokens.count < mostTokens {
      var end = start
      while end < line.endIndex, isTokenByte(line[end]) { end += 1 }
      if end > start { tokens.append(token(line[start..<end])) }
      start = end + 1
    }
    return tokens
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte >= 0x80
  }

  private static func token(_ bytes: ArraySlice<UInt8>) -> Token {
    let digits = withoutOrdinal(bytes)
    let isNumber = !digits.isEmpty && digits.count <= 4 && digits.allSatisfy { (0x30...0x39).contains($0) }
    let number = isNumber ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    return Token(bytes: bytes, number: number, month: number == nil ? month(bytes) : nil)
  }

  /// `1st`, `2nd`, `3rd` and `11th` without their letters.
  private static func withoutOrdinal(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ["st", "nd", "rd", "th"].contains { bytes.suffix(2).elementsEqual($0.utf8) } ? bytes.dropLast(2) : bytes
  }

  /// A month's name in full, or its first three letters, or `Sept`.
  private static func month(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (3...9).contains(bytes.count), let first = bytes.first, (0x41...0x5A).contains(first) else {
      return nil
    }
    let word = Words.lowercased(bytes)
    for (index, name) in months.enumerated()
    where word == name || word == name.prefix(3) || (index == 8 && word == "sept") {
      return index + 1
    }
    return nil
  }
}
