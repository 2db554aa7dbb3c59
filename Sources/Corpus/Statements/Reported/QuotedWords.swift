/// Which words of a passage stand between quotation marks.
///
/// Marks are paired as brackets are; one that is never closed, or never opened, is passed over.
struct QuotedWords {
  /// The outermost quotations in order, as words.
  private(set) var ranges: [Range<Int>] = []
  /// Of each word: the quotation that holds it, -1 for none; empty if there are no quotations.
  private var quotationOfWord: [Int32]

  /// - Complexity: Linear in the words, but for sorting the quotations.
  init(_ passage: Passage) {
    guard passage.hasQuotes else {
      quotationOfWord = []
      return
    }
    quotationOfWord = [Int32](repeating: -1, count: passage.words.count)
    var open: [Int] = []
    var paired: [Range<Int>] = []
    for index in 0...passage.words.count {
      let gap = index < passage.words.count ? passage.words[index].gap : passage.tailGap
      guard !gap.isDisjoint(with: [.openQuote, .closeQuote]) else { continue }
      if gap.contains(.closeQuote), let start = open.popLast(), start < index { paired.append(start..<index) }
      if gap.contains(.openQuote) { open.append(index) }
    }
    for range in paired.sorted(by: {
      $0.lowerBound < $1.lowerBound || $0.lowerBound == $1.lowerBound && $0.upperBound > $1.upperBound
    })
    where range.lowerBound >= (ranges.last?.upperBound ?? 0) {
      for index in range { quotationOfWord[index] = Int32(ranges.count) }
      ranges.append(range)
    }
  }

  func isQuoted(_ index: Int) -> Bool { !ranges.isEmpty && quotationOfWord[index] >= 0 }

  /// The quotation that holds both the word before `index` and the one at it.
  func quotation(across index: Int) -> Range<Int>? {
    guard index > 0, index < quotationOfWord.count, quotationOfWord[index] >= 0,
      quotationOfWord[index - 1] == quotationOfWord[index]
    else { return nil }
    return ranges[Int(quotationOfWord[index])]
  }
}
