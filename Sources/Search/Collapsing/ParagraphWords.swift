internal import Segment
internal import Text

/// The words of a paragraph, as they are compared with those of another.
///
/// Two paragraphs are near-identical if their sets of runs of three words have a Jaccard similarity of 0.8 or more: at least four fifths of all
/// runs that stand in one of them stand in both. A paragraph of fewer than eight words, in which a single other word leaves next to
/// nothing of the runs, is near-identical only to what has its words in its order; one without words to none. Words are folded; compounds and
/// capitals are not looked at beside them.
///
/// Runs are compared by 64 bits of hash: of a hundred million paragraphs of a hundred words, some two pairs of runs would be taken for one another.
struct ParagraphWords: Sendable {
  /// Words from which on a paragraph is told by its runs.
  static let leastWordCount = SignatureMaker.leastWordCount

  private let wordCount: Int
  /// Those of a paragraph of few words, in order.
  private let words: [UInt64]
  /// The runs of three words, each once, ascending; none of a paragraph of few words.
  private let runs: [UInt64]

  /// Reads the words of a text that `buffer` holds.
  init(_ buffer: TokenBuffer) {
    var words: [UInt64] = []
    words.reserveCapacity(buffer.wordCount)
    for token in buffer.tokens where token.kind == .word { words.append(Self.hash(buffer.term(of: token))) }
    wordCount = words.count
    guard words.count >= Self.leastWordCount else {
      self.words = words
      runs = []
      return
    }
    self.words = []
    var sorted: [UInt64] = []
    sorted.reserveCapacity(words.count - 2)
    for index in 2..<words.count {
      let two = (words[index - 2] &* Self.factor &+ words[index - 1]).mixed
      sorted.append(two &* Self.factor &+ words[index])
    }
    sorted.sort()
    var runs: [UInt64] = []
    runs.reserveCapacity(sorted.count)
    for run in sorted where run != runs.last { runs.append(run) }
    self.runs = runs
  }

  /// - Complexity: O(*r*) for the runs of both.
  func isNearIdentical(to other: ParagraphWords) -> Bool {
    guard min(wordCount, other.wordCount) >= Self.leastWordCount else {
      return wordCount > 0 && wordCount == other.wordCount && words == other.words
    }
    let (fewer, more) = (min(runs.count, other.runs.count), max(runs.count, other.runs.count))
    guard Self.isEnough(common: fewer, of: more) else { return false }
    var (left, right, common) = (0, 0, 0)
    while left < runs.count, right < other.runs.count {
      let (one, another) = (runs[left], other.runs[right])
      common += one == another ? 1 : 0
      left += one <= another ? 1 : 0
      right += another <= one ? 1 : 0
    }
    return Self.isEnough(common: common, of: runs.count + other.runs.count - common)
  }

  /// Odd, and without a pattern in its bits.
  private static let factor: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// Four fifths.
  private static func isEnough(common: Int, of all: Int) -> Bool { 5 * common >= 4 * all }

  /// FNV-1a.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }.mixed
  }
}

extension UInt64 {
  /// Spreads its bits over all.
  fileprivate var mixed: UInt64 {
    let product = (self ^ self >> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
