/// The date of a document as citations say it, as exact as it is known.
package struct CitedDate: Equatable {
  /// One date or two, each its year, and its month and day as far as they are known.
  let parts: [[Int]]

  /// Reads `2013`, `2013-09`, `2013-09-11`, or the first and the last of some days with `..` between them.
  init?(_ text: String) {
    var parts: [[Int]] = []
    for date in text.split(separator: ".", omittingEmptySubsequences: true) {
      let numbers = date.split(separator: "-").compactMap { Int($0) }
      guard let year = numbers.first, (0...9999).contains(year), numbers.count <= 3 else { return nil }
      guard numbers.count < 2 || (1...12).contains(numbers[1]) else { return nil }
      parts.append(numbers)
    }
    guard (1...2).contains(parts.count) else { return nil }
    self.parts = parts
  }

  /// The date in words; as it stands if it cannot be read.
  package static func inWords(_ text: String) -> String { CitedDate(text)?.inWords ?? text }

  /// `11 September 2013`, `September 2013`, `2013`, `11 September 2013 – 13 September 2013`.
  var inWords: String { parts.map(Self.inWords).joined(separator: " – ") }

  private static func inWords(_ date: [Int]) -> String {
    let year = "\(date[0])"
    guard date.count > 1 else { return year }
    return (date.count > 2 ? "\(date[2]) " : "") + months[date[1] - 1] + " " + year
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// The month's name for BibTeX, which every style defines.
  static func macro(ofMonth month: Int) -> String { months[month - 1].prefix(3).lowercased() }
}
