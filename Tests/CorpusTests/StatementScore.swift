@testable import Corpus

/// How well the statements of documents agree with their gold.
struct StatementScore {
  /// Right and all.
  struct Count {
    var right = 0
    var all = 0

    var share: Double { all == 0 ? 1 : Double(right) / Double(all) }

    mutating func add(_ isRight: Bool) {
      right += isRight ? 1 : 0
      all += 1
    }
  }

  /// Of pairs of a speaker and words.
  private(set) var recall = Count()
  /// Of words that nobody who is named says.
  private(set) var unnamedRecall = Count()
  /// Of pairs of a statement and a speaker.
  private(set) var precision = Count()
  private(set) var precisionOfRule: [String: Count] = [:]
  private(set) var recallOfRule: [String: Int] = [:]
  private(set) var misses: [String] = []

  mutating func add(_ gold: StatementGold, _ document: Document, _ statements: Statements) {
    let table = SpeakerTable(
      SpeakerTable.standard.speakers + statements.speakers.filter { SpeakerTable.standard[$0.id] == nil })
    let found = statements.statements
    let marks = gold.items.map { Mark($0, document, table) }
    for mark in marks where mark.item.sign == .said { addRecall(mark, gold, found) }
    for statement in found {
      for voice in statement.voices { addPrecision(voice, statement, marks, gold, document) }
    }
  }

  /// A gold item in the document's own terms.
  private struct Mark {
    var item: StatementGold.Item
    var place: TextRange?
    /// Ids of each speaker that the item names.
    var speakers: [Set<Speaker.ID>]

    init(_ item: StatementGold.Item, _ document: Document, _ table: SpeakerTable) {
      self.item = item
      place = document.place(line: item.line, column: item.column, length: item.length)
      speakers =
        item.isNobody
        ? []
        : item.speakers.map {
          Set(table[$0].map { [$0.id] } ?? table.resolve($0, on: document.date).map(\.id))
        }
    }

    func isIn(_ statement: Statement) -> Bool {
      guard let place else { return false }
      return statement.ranges.contains {
        $0.paragraph == place.paragraph && $0.utf8.lowerBound <= place.utf8.lowerBound
          && $0.utf8.upperBound >= place.utf8.upperBound
      }
    }

    func names(_ voice: Voice) -> Bool { speakers.contains { !$0.isDisjoint(with: voice.speakers) } }
  }

  private mutating func addRecall(_ mark: Mark, _ gold: StatementGold, _ found: [Statement]) {
    let holder = found.first { mark.isIn($0) }
    if mark.item.isNobody {
      let isRight = holder.map { $0.voices.isEmpty } ?? false
      unnamedRecall.add(isRight)
      if !isRight {
        misses.append("\(gold.file):\(mark.item.line):\(mark.item.column): nobody's words are not found")
      }
      return
    }
    for (index, ids) in mark.speakers.enumerated() {
      let isRight = holder.map { $0.voices.contains { !ids.isDisjoint(with: $0.speakers) } } ?? false
      recall.add(isRight)
      if isRight, let holder { recallOfRule[holder.rule.rawValue, default: 0] += 1 }
      if !isRight {
        misses.append(
          "\(gold.file):\(mark.item.line):\(mark.item.column): \(mark.item.speakers[index]) is not found")
      }
    }
  }

  /// An attribution is right if some marked words in it are that speaker's, and none are marked as not the speaker's.
  private mutating func addPrecision(
    _ voice: Voice, _ statement: Statement, _ marks: [Mark], _ gold: StatementGold, _ document: Document
  ) {
    var isBorneOut = false
    var isWrong = false
    var isMarked = gold.isExhaustive
    for mark in marks where mark.isIn(statement) {
      isMarked = true
      switch mark.item.sign {
      case .said: if mark.names(voice) { isBorneOut = true } else { isWrong = true }
      case .either: if mark.names(voice) { isBorneOut = true }
      case .notSaid: if mark.names(voice) { isWrong = true }
      }
    }
    guard isMarked else { return }
    precision.add(isBorneOut && !isWrong)
    precisionOfRule[statement.rule.rawValue, default: Count()].add(isBorneOut && !isWrong)
    guard !isBorneOut || isWrong else { return }
    let piece = document.paragraphs[statement.ranges[0].paragraph].pieces[0]
    misses.append("\(gold.file):\(piece.line): \(voice.name) is wrong: \(statement.evidence.words)")
  }

  /// A table of the figures.
  var report: String {
    var lines = [
      "recall \(Self.percent(recall)), of words without a named speaker \(Self.percent(unnamedRecall))",
      "precision \(Self.percent(precision))",
    ]
    for (rule, count) in precisionOfRule.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(rule): precision \(Self.percent(count)), pairs found \(recallOfRule[rule] ?? 0)")
    }
    return (lines + misses).joined(separator: "\n")
  }

  private static func percent(_ count: Count) -> String {
    let tenths = Int((count.share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10) % (\(count.right) of \(count.all))"
  }
}

extension Document {
  /// Where words of the source stand; nil if they do not stand in one paragraph.
  func place(line: Int, column: Int, length: Int) -> TextRange? {
    for (index, paragraph) in paragraphs.enumerated() {
      guard let start = paragraph.offset(line: line, column: column),
        let last = paragraph.offset(line: line, column: column + length - 1)
      else { continue }
      return TextRange(paragraph: index, utf8: start..<last + 1)
    }
    return nil
  }
}

extension Paragraph {
  /// The byte of the text that stands at a place of the source.
  func offset(line: Int, column: Int) -> Int? {
    for (index, piece) in pieces.enumerated() where piece.line == line && piece.column <= column {
      let end = index + 1 < pieces.count ? pieces[index + 1].textOffset : utf8.count
      let offset = piece.textOffset + column - piece.column
      if offset < end { return offset }
    }
    return nil
  }
}
