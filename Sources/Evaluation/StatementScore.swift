internal import Corpus
internal import Text

/// Adds up how well statements agree with marks.
struct StatementScore {
  /// Of pairs of marked words and one of their speakers.
  private(set) var recall = Share()
  /// Of marked words that nobody who is named says.
  private(set) var unnamedRecall = Share()
  /// Of pairs of a statement and one of its speakers.
  private(set) var precision = Share()
  private(set) var misses: [EvaluationReport.Miss] = []
  private var precisionOfRule: [String: Share] = [:]
  private var recallOfRule: [String: Share] = [:]

  /// By name.
  var rules: [EvaluationReport.Rule] {
    Set(precisionOfRule.keys).union(recallOfRule.keys).sorted().map {
      EvaluationReport.Rule(
        name: $0, precision: precisionOfRule[$0] ?? Share(), recall: recallOfRule[$0] ?? Share())
    }
  }

  /// Adds the marks of one file.
  ///
  /// - Parameter table: Everybody whom marks or statements name.
  mutating func add(
    _ marks: [StatementGold.Mark], _ document: Document, _ statements: Statements, table: SpeakerTable,
    isExhaustive: Bool
  ) {
    let marks = marks.map { PlacedMark($0, document, table) }
    for mark in marks where mark.place == nil {
      misses.append(
        EvaluationReport.Miss(
          file: mark.mark.file, line: mark.mark.line, column: mark.mark.column,
          reason: "the words do not stand in one paragraph"))
    }
    for mark in marks where mark.mark.sign == .said { addRecall(mark, statements.statements) }
    for statement in statements.statements {
      let inside = marks.filter { $0.isIn(statement) }
      guard isExhaustive || !inside.isEmpty else { continue }
      for voice in statement.voices { addPrecision(voice, statement, inside, document) }
    }
  }

  private mutating func addRecall(_ mark: PlacedMark, _ statements: [Statement]) {
    let holder = statements.first { mark.isIn($0) }
    if mark.mark.isNobody {
      let isRight = holder.map(\.voices.isEmpty) ?? false
      unnamedRecall.add(isRight)
      if !isRight { miss(mark, "nobody's words are \(holder == nil ? "in no statement" : "somebody's")") }
      return
    }
    for (ids, names) in zip(mark.speakers, mark.mark.speakers) {
      let isRight = holder.map { $0.voices.contains { !ids.isDisjoint(with: $0.speakers) } } ?? false
      recall.add(isRight)
      if let rule = mark.mark.rule { recallOfRule[rule, default: Share()].add(isRight) }
      if !isRight { miss(mark, "\(names.joined(separator: "|")) is not found") }
    }
  }

  private mutating func miss(_ mark: PlacedMark, _ reason: String) {
    misses.append(
      EvaluationReport.Miss(
        file: mark.mark.file, line: mark.mark.line, column: mark.mark.column, reason: reason))
  }

  /// An attribution is right if marked words in it are that speaker's, and none are marked as somebody else's.
  private mutating func addPrecision(
    _ voice: Voice, _ statement: Statement, _ marks: [PlacedMark], _ document: Document
  ) {
    var isBorneOut = false
    var isWrong = false
    for mark in marks {
      let isNamed = mark.names(voice)
      switch mark.mark.sign {
      case .said: if isNamed { isBorneOut = true } else { isWrong = true }
      case .either: if isNamed { isBorneOut = true }
      case .notSaid: if isNamed { isWrong = true }
      }
    }
    let isRight = isBorneOut && !isWrong
    precision.add(isRight)
    precisionOfRule[statement.rule.rawValue, default: Share()].add(isRight)
    guard !isRight else { return }
    let piece = document.paragraphs[statement.ranges[0].paragraph].piece(
      at: statement.ranges[0].utf8.lowerBound)
    misses.append(
      EvaluationReport.Miss(
        file: document.path, line: piece.line, column: piece.column,
        reason: "\(voice.name) is wrong (\(statement.rule.rawValue): \(statement.evidence.words))"))
  }
}

/// A mark in the terms of its document.
private struct PlacedMark {
  let mark: StatementGold.Mark
  let place: TextRange?
  /// The ids under which each of the mark's speakers is found.
  let speakers: [Set<Speaker.ID>]

  init(_ mark: StatementGold.Mark, _ document: Document, _ table: SpeakerTable) {
    self.mark = mark
    place = document.place(line: mark.line, column: mark.column, length: mark.length)
    speakers = mark.speakers.map { names in
      Set(
        names.flatMap { name in
          table[name].map { [$0.id] } ?? table.resolve(name, on: document.date).map(\.id)
        })
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

extension Document {
  /// Where words of the source stand; nil if they do not stand in one paragraph.
  fileprivate func place(line: Int, column: Int, length: Int) -> TextRange? {
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
  /// The byte of the text that stands at a place of the source; nil if none does.
  fileprivate func offset(line: Int, column: Int) -> Int? {
    for (index, piece) in pieces.enumerated() where piece.line == line && piece.column <= column {
      let end = index + 1 < pieces.count ? pieces[index + 1].textOffset : utf8.count
      let offset = piece.textOffset + column - piece.column
      if offset < end { return offset }
    }
    return nil
  }

  /// The piece that holds a byte of the text.
  fileprivate func piece(at offset: Int) -> SourcePiece {
    var piece = pieces.last { $0.textOffset <= offset } ?? pieces[0]
    piece.column += offset - piece.textOffset
    return piece
  }
}
