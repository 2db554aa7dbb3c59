/// A step of repair: joins units that a link, a page's end or a blank line has cut apart.
///
/// The question is always whether the text before has ended its sentence and whether the text after begins one.
struct UnitJoining {
  let rows: [Row]
  let text: CleanText
  let layout: Layout

  func joined(_ units: [Unit]) -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var lastUnit: Unit?
    for unit in units {
      if let last = result.last, let tail = lastUnit, joins(unit, to: last, tail: tail) {
        result[result.count - 1].rows = last.rows.lowerBound..<unit.rows.upperBound
      } else {
        result.append(unit)
      }
      lastUnit = unit
    }
    return result
  }

  /// - Parameters:
  ///   - paragraph: What has been joined so far.
  ///   - tail: The unit at its end.
  private func joins(_ unit: Unit, to paragraph: Unit, tail: Unit) -> Bool {
    let next = rows[unit.rows.lowerBound]
    let last = rows[paragraph.rows.upperBound - 1]
    guard paragraph.kind == .prose || paragraph.kind == .bullet, !next.flags.contains(.followsRule) else {
      return false
    }
    guard unit.kind == .prose, isUnmarked(next) else { return false }
    if last.byteCount == 0 { return true }
    if next.opening == .continuation { return true }
    if isLabel(unit) { return false }
    switch last.ending {
    case .sentence: return fillsPage(before: unit, tail: tail)
    case .colon: return false
    case .semicolon: return joinsAfterSemicolon(next, last: last, tail: tail)
    case .comma: return joinsAfterComma(next, last: last, paragraph) && !areRecitals(tail, unit)
    case .hyphen: return true
    case .open: return joinsOpen(next, last: last, paragraph: paragraph)
    }
  }

  /// A few words and a colon say what stands below them: `Against:`.
  private func isLabel(_ unit: Unit) -> Bool {
    let row = rows[unit.rows.lowerBound]
    return unit.rows.count == 1 && row.ending == .colon && row.opening == .uppercase && row.byteCount <= 40
  }

  private func isUnmarked(_ row: Row) -> Bool {
    switch row.marker {
    case .none, .letter, .roman: true
    case .number, .enumerator, .bullet: false
    }
  }

  /// A wrapped page whose last line is full goes on over the page's end, if a new paragraph would stand in.
  private func fillsPage(before unit: Unit, tail: Unit) -> Bool {
    let next = rows[unit.rows.lowerBound]
    let last = rows[tail.rows.upperBound - 1]
    guard layout.isWrapped, next.flags.contains(.followsPageBreak), next.indent == 0 else { return false }
    if let measure = layout.measure, measure.isTooWideForFirstLine(next, in: text) {
      return !measure.hasRoom(behind: last, for: next, in: text)
    }
    return layout.indentOpensParagraph && last.byteCount * 20 >= layout.width * 17
  }

  /// A greeting ends with a comma too, but is short, has no verb, and is followed by a capital.
  private func joinsAfterComma(_ next: Row, last: Row, _ paragraph: Unit) -> Bool {
    next.opening != .uppercase || next.flags.contains(.isLink) || byteCount(of: paragraph) >= 80
      || isSentence(paragraph)
  }

  /// Whether the paragraph has words that only a sentence has.
  private func isSentence(_ paragraph: Unit) -> Bool {
    paragraph.kind == .prose && HeadingWords(Words.split(rows[paragraph.rows], in: text)).hasSentenceWord
  }

  private func byteCount(of paragraph: Unit) -> Int {
    rows[paragraph.rows.upperBound - 1].textEnd - rows[paragraph.rows.lowerBound].textStart
  }

  private func joinsAfterSemicolon(_ next: Row, last: Row, tail: Unit) -> Bool {
    if next.flags.contains(.isLink) || last.flags.contains(.isLink) { return true }
    return next.opening == .lowercase && rows[tail.rows.lowerBound].opening != .lowercase
  }

  /// `Recalling …,` and `Noting …,` are paragraphs of a resolution, each ended by a comma.
  private func areRecitals(_ tail: Unit, _ unit: Unit) -> Bool {
    isRecital(rows[tail.rows.lowerBound]) && isRecital(rows[unit.rows.lowerBound])
  }

  private func isRecital(_ row: Row) -> Bool {
    guard row.opening == .uppercase else { return false }
    let word = text.bytes[row.textStart..<row.textEnd].prefix { $0 != 0x20 }
    return word.count > 5
      && (word.suffix(3).elementsEqual("ing".utf8) || word.suffix(2).elementsEqual("ed".utf8))
  }

  private func joinsOpen(_ next: Row, last: Row, paragraph: Unit) -> Bool {
    if next.opening == .lowercase || next.opening == .parenthesis { return true }
    if Words.endsOpen(last, in: text) { return true }
    guard paragraph.kind == .prose else { return false }
    if layout.isWrapped, next.flags.contains(.followsPageBreak) { return true }
    let count = byteCount(of: paragraph)
    return count >= (next.flags.contains(.isLink) ? 40 : 100) || (count >= 30 && isSentence(paragraph))
  }
}
