import Testing

@testable import Corpus

/// Words of a real document that a reader has marked: who says them, or who does not.
///
///     21:16+44 + un-secretary-general,ban-ki-moon
///
/// is a line, a column and a length, both in bytes of the source; the sign (`+` said by, `-` not said by, `?` may count either
/// way); and speakers by id, code or name, `nobody` where the text names none. So the gold survives any change to repair.
struct StatementGold: Sendable, CustomTestStringConvertible {
  struct Item: Sendable {
    enum Sign: Character {
      case said = "+"
      case notSaid = "-"
      case either = "?"
    }

    var line: Int
    var column: Int
    var length: Int
    var sign: Sign
    var speakers: [String]

    var isNobody: Bool { speakers == ["nobody"] }

    init?(_ text: Substring) {
      let fields = text.split(separator: " ", maxSplits: 2)
      let place = fields.first?.split(whereSeparator: { $0 == ":" || $0 == "+" }).compactMap { Int($0) } ?? []
      guard fields.count == 3, place.count == 3, let sign = fields[1].first.flatMap(Sign.init) else {
        return nil
      }
      (line, column, length) = (place[0], place[1], place[2])
      self.sign = sign
      speakers = fields[2].split(separator: ",").map { String($0) }
    }
  }

  /// The folder below the shared collections, and how the file's path begins.
  var folder: String
  var file: String
  /// As metadata would give it; nil for records and reports.
  var speaker: String?
  var lines: String
  /// Whether every statement of the file is marked; if not, statements without marks are not judged.
  var isExhaustive: Bool

  init(
    folder: String = "seeds", file: String, speaker: String? = nil, lines: String, isExhaustive: Bool = true
  ) {
    self.folder = folder
    self.file = file
    self.speaker = speaker
    self.lines = lines
    self.isExhaustive = isExhaustive
  }

  /// The gold of many files: each line begins with the file's path.
  static func samples(_ lines: String, folder: String) -> [StatementGold] {
    let byFile = Dictionary(grouping: lines.split(separator: "\n")) { $0.prefix { $0 != " " } }
    return byFile.sorted { $0.key < $1.key }.map { file, lines in
      let items = lines.map { $0.dropFirst(file.count + 1) }.joined(separator: "\n")
      return StatementGold(folder: folder, file: String(file), lines: items, isExhaustive: false)
    }
  }

  var items: [Item] { lines.split(separator: "\n").compactMap { Item($0) } }

  var testDescription: String { file }
}
