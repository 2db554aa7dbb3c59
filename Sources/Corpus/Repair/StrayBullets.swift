/// A step of repair: tells bullets from dashes and specks inside a sentence.
///
/// A sign before a small letter, behind a row of prose that has not ended its sentence, is none: a dash goes back into
/// the text, a glyph is a speck of the scan.
enum StrayBullets {
  static func unmark(in rows: inout [Row]) {
    var isInList = false
    for index in rows.indices {
      if rows[index].blanksBefore > 0, !rows[index].isBullet { isInList = false }
      if index > 0, !isInList, isStray(rows[index], after: rows[index - 1]) {
        rows[index].marker = .none
        rows[index].textStart -= rows[index].markerCount
        rows[index].markerCount = 0
      }
      isInList = isInList || rows[index].isBullet
    }
  }

  private static func isStray(_ row: Row, after previous: Row) -> Bool {
    guard row.isBullet, row.opening == .lowercase, previous.byteCount > 0, previous.level == 0 else {
      return false
    }
    guard row.blanksBefore == 0 || row.flags.contains(.hasGlyph) else { return false }
    return previous.ending == .open || previous.ending == .comma || previous.ending == .hyphen
  }
}
