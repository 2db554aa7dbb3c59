/// A step of repair: tells bullets from dashes and specks inside a sentence.
///
/// A sign before a small letter, behind a row of prose that has not ended its sentence, is none: a dash goes back into
/// the text, a glyph is a speck of the scan. So is a lone glyph before a capital behind a long row.
enum StrayBullets {
  static func unmark(in rows: inout [Row]) {
    var isInList = false
    for index in rows.indices {
      if rows[index].blanksBefore > 0, !rows[index].isBullet { isInList = false }
      let isFollowed = index + 1 < rows.count && rows[index + 1].isBullet
      if index > 0, !isInList, isStray(rows[index], after: rows[index - 1], isFollowed: isFollowed) {
        rows[index].marker = .none
        rows[index].textStart -= rows[index].markerCount
        rows[index].markerCount = 0
      }
      isInList = isInList || rows[index].isBullet
    }
  }

  /// - Parameter isFollowed: Whether another bullet follows, as in a list.
  private static func isStray(_ row: Row, after previous: Row, isFollowed: Bool) -> Bool {
    guard row.isBullet, previous.byteCount > 0, previous.level == 0,
      previous.ending == .open || previous.ending == .comma || previous.ending == .hyphen
    else { return false }
    switch row.opening {
    case .lowercase: return row.blanksBefore == 0 || row.flags.contains(.hasGlyph)
    case .uppercase:
      // A name's second word, a speck before it.
      return row.flags.contains(.hasGlyph) && previous.ending == .open && previous.byteCount >= 80
        && !isFollowed
    default: return false
    }
  }
}
