/// A word on its way to its stem.
///
/// A y that counts as a consonant is written Y until the end. R1 and R2 are known by where they start; the word
/// only ever loses letters past a vowel, so the starts stay true, and a start past the end is an empty region.
struct Porter2Stemmer {
  private(set) var word: [UInt8]
  private var r1 = 0
  private var r2 = 0
  private var hasConsonantY = false

  /// Takes over a word of at least three bytes, all of them a–z or an apostrophe.
  init(_ word: consuming [UInt8]) {
    self.word = word
  }

  mutating func run() {
    if word[0] == UInt8(ascii: "'") { word.removeFirst() }
    markConsonantYs()
    findRegions()
    removePossessive()
    removePlural()
    removePastAndGerund()
    turnFinalY()
    replace(by: Porter2Rules.step2, from: r1)
    replace(by: Porter2Rules.step3, from: r1)
    replace(by: Porter2Rules.step4, from: r2)
    removeFinalEOrL()
    guard hasConsonantY else { return }
    for place in word.indices where word[place] == UInt8(ascii: "Y") { word[place] = UInt8(ascii: "y") }
  }

  // MARK: - Letters and regions

  private func isVowel(_ place: Int) -> Bool {
    switch word[place] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private func hasVowel(before end: Int) -> Bool {
    for place in 0..<end where isVowel(place) { return true }
    return false
  }

  /// An initial y, or a y after a vowel, is a consonant.
  private mutating func markConsonantYs() {
    for place in word.indices where word[place] == UInt8(ascii: "y") {
      if place == 0 || isVowel(place - 1) {
        word[place] = UInt8(ascii: "Y")
        hasConsonantY = true
      }
    }
  }

  /// R1 starts after the first consonant behind a vowel, or after a beginning with a region of its own; R2 is to
  /// R1 as R1 is to the word.
  private mutating func findRegions() {
    r1 = Porter2Rules.beginnings.first { starts(with: $0) }?.count ?? regionStart(from: 0)
    r2 = regionStart(from: r1)
  }

  private func regionStart(from start: Int) -> Int {
    var place = start
    while place < word.count, !isVowel(place) { place += 1 }
    while place < word.count, isVowel(place) { place += 1 }
    return min(place + 1, word.count)
  }

  private func starts(with beginning: Suffix) -> Bool {
    guard word.count >= beginning.count else { return false }
    let head = word[..<beginning.count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return head == beginning.bits
  }

  /// Whether the word up to `end` is one of `beginnings`.
  private func isWhole(upTo end: Int, among beginnings: [Suffix]) -> Bool {
    beginnings.contains { $0.count == end && starts(with: $0) }
  }

  /// The last eight letters, the last of them in the lowest byte.
  private var tail: UInt64 {
    word.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func ends(with suffix: Suffix) -> Bool { suffix.ends(tail) }

  /// The first of `suffixes`, the longest first, that the word ends with.
  private func ending(among suffixes: [Suffix]) -> Suffix? {
    let tail = tail
    return suffixes.first { $0.ends(tail) }
  }

  private mutating func replace(last count: Int, with replacement: Suffix) {
    word.removeLast(count)
    Porter2.append(replacement, to: &word)
  }

  /// Whether the word up to `end` ends in a short syllable.
  ///
  /// That is a consonant, a vowel and a consonant other than w, x and Y; at the word's start a vowel and a
  /// consonant; or `past`, so that pasted and pasting are paste's.
  private func endsInShortSyllable(at end: Int) -> Bool {
    guard end >= 2, isVowel(end - 2), !isVowel(end - 1) else { return endsInPast(at: end) }
    if end == 2 { return true }
    let last = word[end - 1]
    let isWXY = last == UInt8(ascii: "w") || last == UInt8(ascii: "x") || last == UInt8(ascii: "Y")
    return !isVowel(end - 3) && !isWXY
  }

  private func endsInPast(at end: Int) -> Bool {
    end >= 4 && word[end - 4..<end].elementsEqual("past".utf8)
  }

  // MARK: - Steps

  /// The longest of ' 's 's' goes (step 0).
  private mutating func removePossessive() {
    if let suffix = ending(among: Porter2Rules.possessives) { word.removeLast(suffix.count) }
  }

  /// Step 1a.
  private mutating func removePlural() {
    if ends(with: "sses") {
      replace(last: 4, with: "ss")
    } else if ends(with: "ied") || ends(with: "ies") {
      replace(last: 3, with: word.count > 4 ? "i" : "ie")
    } else if ends(with: "s"), !ends(with: "us"), !ends(with: "ss"), word.count > 1 {
      // The vowel must not stand right before the s.
      if hasVowel(before: word.count - 2) { word.removeLast() }
    }
  }

  /// Step 1b.
  private mutating func removePastAndGerund() {
    guard let suffix = ending(among: Porter2Rules.step1b) else { return }
    let start = word.count - suffix.count
    if suffix.count >= 3, word[start..<start + 3].elementsEqual("eed".utf8) {
      if start >= r1, !isWhole(upTo: start, among: Porter2Rules.keepingEed) {
        replace(last: suffix.count, with: "ee")
      }
      return
    }
    if suffix.count == 3 {  // ing
      if start == 2, word[1] == UInt8(ascii: "y"), !isVowel(0) {
        replace(last: 4, with: "ie")
        return
      }
      if isWhole(upTo: start, among: Porter2Rules.keepingIng) { return }
    }
    guard hasVowel(before: start) else { return }
    word.removeLast(suffix.count)
    mendEnd()
  }

  /// What follows the removal of -ed or -ing: hop(p)ed, luxuriat(e)d, hop(e)d.
  private mutating func mendEnd() {
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
      word.append(UInt8(ascii: "e"))
    } else if ending(among: Porter2Rules.doubles) != nil {
      let isKept = word.count == 3 && "aeo".utf8.contains(word[0])
      if !isKept { word.removeLast() }
    } else if r1 >= word.count, endsInShortSyllable(at: word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c: y after a consonant that does not start the word becomes i.
  private mutating func turnFinalY() {
    guard word.count > 2, !isVowel(word.count - 2), let last = word.last else { return }
    if last == UInt8(ascii: "y") || last == UInt8(ascii: "Y") { word[word.count - 1] = UInt8(ascii: "i") }
  }

  /// Steps 2 to 4: the longest suffix of `rules` is replaced if it stands in the region from `regionStart` on.
  private mutating func replace(by rules: [SuffixRule], from regionStart: Int) {
    let tail = tail
    guard let rule = rules.first(where: { $0.suffix.ends(tail) }) else { return }
    let start = word.count - rule.suffix.count
    guard start >= regionStart, holds(rule.condition, at: start) else { return }
    replace(last: rule.suffix.count, with: rule.replacement)
  }

  private func holds(_ condition: SuffixRule.Condition, at start: Int) -> Bool {
    let before = start > 0 ? word[start - 1] : 0
    switch condition {
    case .none: return true
    case .inR2: return start >= r2
    case .afterL: return before == UInt8(ascii: "l")
    case .afterSOrT: return before == UInt8(ascii: "s") || before == UInt8(ascii: "t")
    case .afterLiEnding: return "cdeghkmnrt".utf8.contains(before)
    }
  }

  /// Step 5.
  private mutating func removeFinalEOrL() {
    guard let last = word.last else { return }
    let end = word.count - 1
    if last == UInt8(ascii: "e") {
      if end >= r2 || (end >= r1 && !endsInShortSyllable(at: end)) { word.removeLast() }
    } else if last == UInt8(ascii: "l"), end >= r2, end > 0, word[end - 1] == UInt8(ascii: "l") {
      word.removeLast()
    }
  }
}
