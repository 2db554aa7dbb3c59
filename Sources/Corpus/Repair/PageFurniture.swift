/// Step 7: takes out what a printed page adds to the text: page numbers, job numbers, running heads.
///
/// The row behind furniture is marked ``Row/Flags/followsPageBreak``.
enum PageFurniture {
  static func remove(from rows: [Row], in text: CleanText) -> [Row] {
    var isFurniture = rows.indices.map { index in isNumber(at: index, rows, text.bytes) }
    guard isFurniture.contains(true) || rows.contains(where: { $0.flags.contains(.followsPageBreak) }) else {
      return rows
    }
    markRunningHeads(&isFurniture, rows, text.bytes)

    var kept: [Row] = []
    kept.reserveCapacity(rows.count)
    var blanks = 0
    var passedFurniture = false
    for (index, row) in rows.enumerated() {
      if isFurniture[index] {
        blanks += row.blanksBefore
        passedFurniture = true
        continue
      }
      var row = row
      if passedFurniture {
        row.blanksBefore = min(255, row.blanksBefore + blanks)
        row.flags.insert(.followsPageBreak)
      }
      kept.append(row)
      blanks = 0
      passedFurniture = false
    }
    return kept
  }

  /// Whether the row holds nothing but a page number or a printer's job number (`13 08-51570`), with room around it.
  private static func isNumber(at index: Int, _ rows: [Row], _ bytes: [UInt8]) -> Bool {
    let row = rows[index]
    guard row.byteCount > 0, row.byteCount <= 24, row.level == 0 else { return false }
    // "- 7 -" looks like a bullet.
    guard row.marker == .none || (row.isBullet && bytes[row.textEnd - 1] == 0x2D) else { return false }
    var numbers = 0
    var jobs = 0
    for word in bytes[row.textStart..<row.textEnd].split(separator: 0x20) {
      if word.count <= 4, word.allSatisfy({ (0x30...0x39).contains($0) }) {
        numbers += 1
      } else if isJobNumber(word) {
        jobs += 1
      } else if !word.elementsEqual([0x2D]), !isPageWord(word) {
        return false
      }
    }
    if jobs == 1 { return numbers <= 1 }
    guard jobs == 0, (1...2).contains(numbers) else { return false }
    let next = index + 1 < rows.count ? rows[index + 1] : nil
    let standsAlone = row.blanksBefore > 0 || row.flags.contains(.followsPageBreak) || index == 0
    let isFollowed = next.map { $0.blanksBefore > 0 || $0.flags.contains(.followsPageBreak) } ?? true
    return numbers == 1 && (standsAlone || isFollowed)
  }

  /// Two digits, a hyphen, five digits.
  private static func isJobNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 8, word[word.startIndex + 2] == 0x2D else { return false }
    return word.enumerated().allSatisfy { $0.offset == 2 || (0x30...0x39).contains($0.element) }
  }

  private static func isPageWord(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("Page".utf8) || word.elementsEqual("page".utf8) || word.elementsEqual("PAGE".utf8)
  }

  /// Marks short rows beside a page's end whose text stands there three times or more.
  private static func markRunningHeads(_ isFurniture: inout [Bool], _ rows: [Row], _ bytes: [UInt8]) {
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for index in rows.indices
    where !isFurniture[index] && rows[index].byteCount <= 100 && rows[index].byteCount > 0 {
      let isBesideNumber =
        (index > 0 && isFurniture[index - 1]) || (index + 1 < rows.count && isFurniture[index + 1])
      let isBesideBreak =
        rows[index].flags.contains(.followsPageBreak)
        || (index + 1 < rows.count && rows[index + 1].flags.contains(.followsPageBreak))
      guard isBesideNumber || isBesideBreak else { continue }
      places[bytes[rows[index].textStart..<rows[index].textEnd], default: []].append(index)
    }
    for indices in places.values where indices.count >= 3 {
      for index in indices { isFurniture[index] = true }
    }
  }
}
