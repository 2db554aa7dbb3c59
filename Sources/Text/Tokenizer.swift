/// One pass over one text, from bytes to tokens.
///
/// Words of ASCII take a fast path: one table look-up a byte, folded and copied as they are read. A word that
/// meets a byte past 0x7F, and everything that starts with one, goes to `Tokenizer+GeneralPath.swift`. A test
/// holds both to a slow, obvious tokenizer.
///
/// ``terms`` is grown ahead of the words and cut to ``termByteCount`` at the end, so that a byte is written
/// without asking for room.
struct Tokenizer {
  /// The most bytes of a word's term; a longer word is cut before the scalar that does not fit.
  static let mostTermBytes = 255

  static let boundaries = WordBoundaries(joinsAtUnderscores: false)

  var tokens: [Token]
  var terms: [UInt8]
  var termByteCount = 0
  var wordCount = 0
  var chain = CompoundChain()

  /// Reuses the memory of `buffer`, which is left empty.
  init(reusing buffer: inout TokenBuffer, forByteCount byteCount: Int) {
    tokens = buffer.tokens
    terms = buffer.termBytes
    buffer = TokenBuffer()
    tokens.removeAll(keepingCapacity: true)
    makeRoom(byteCount)
  }

  /// Hands everything over to `buffer`.
  consuming func finish(into buffer: inout TokenBuffer) {
    precondition(termByteCount <= Int(Int32.max), "the terms of a text must take less than 2 GiB")
    terms.removeLast(terms.count - termByteCount)
    buffer.tokens = tokens
    buffer.termBytes = terms
    buffer.wordCount = wordCount
  }

  /// Makes room for `byteCount` more bytes of terms.
  @inline(__always)
  mutating func makeRoom(_ byteCount: Int) {
    if terms.count &- termByteCount < byteCount { grow(by: byteCount) }
  }

  @inline(never)
  private mutating func grow(by byteCount: Int) {
    let wanted = max(byteCount - (terms.count - termByteCount), terms.count / 2)
    terms.append(contentsOf: repeatElement(0, count: wanted))
  }

  mutating func run(_ text: Span<UInt8>) {
    var offset = 0
    while offset < text.count {
      let byteClass = ASCIIClass.of(text[offset])
      if byteClass >= ASCIIClass.digit {
        offset = takeASCIIWord(from: offset, in: text)
      } else if byteClass == ASCIIClass.notASCII {
        offset = takeSegment(from: offset, in: text)
      } else {
        offset += 1
      }
    }
    endChain(in: text)
  }

  /// Takes the word that starts with the letter or digit at `start`; returns where to go on.
  @inline(__always)
  private mutating func takeASCIIWord(from start: Int, in text: Span<UInt8>) -> Int {
    // First, since it may write the whole of the chain before to `terms`.
    beginPart(at: start, in: text)
    let word = foldASCIIWord(from: start, in: text)
    guard !word.needsGeneralPath else { return takeBegunSegment(from: start, in: text) }
    let byteCount = word.end &- start
    append(start..<word.end, termByteCount: min(byteCount, Self.mostTermBytes))
    if word.capitalCount == byteCount && byteCount > 1 && byteCount < 6 {
      appendCapitals(start..<word.end, in: text)
    }
    var end = word.end
    if word.lastClass == ASCIIClass.digit && end < text.count && text[end] == UInt8(ascii: "'") {
      end = Apostrophe.possessiveEnd(afterDigitAt: end, in: text, Self.boundaries)
    }
    endPart(at: end, in: text)
    return end
  }

  /// What the fast path found.
  private struct ASCIIWord {
    var end: Int
    var capitalCount = 0
    /// The class of the word's last letter or digit.
    var lastClass = ASCIIClass.separator
    /// Whether an apostrophe stands in the word, or a byte past 0x7F in it or near enough to change it.
    var needsGeneralPath = false
  }

  /// Reads the word that starts at `start`, and writes it folded behind ``termByteCount``, which stays.
  @inline(__always)
  private mutating func foldASCIIWord(from start: Int, in text: Span<UInt8>) -> ASCIIWord {
    makeRoom(text.count &- start)
    let shift = termByteCount &- start
    var output = terms.mutableSpan
    var word = ASCIIWord(end: start)
    while word.end < text.count {
      let byte = text[word.end]
      let byteClass = ASCIIClass.of(byte)
      if byteClass >= ASCIIClass.digit {
        let isCapital = byteClass == ASCIIClass.uppercase
        word.capitalCount &+= isCapital ? 1 : 0
        word.lastClass = byteClass
        output[word.end &+ shift] = isCapital ? byte | 0x20 : byte
      } else if byteClass == ASCIIClass.separator {
        break
      } else {
        let next = word.end + 1
        let after = next < text.count ? ASCIIClass.of(text[next]) : ASCIIClass.separator
        word.needsGeneralPath = byteClass == ASCIIClass.notASCII || after == ASCIIClass.notASCII
        guard !word.needsGeneralPath, ASCIIClass.joins(word.lastClass, byteClass, after) else { break }
        word.needsGeneralPath = byteClass == ASCIIClass.apostrophe
        guard !word.needsGeneralPath else { break }
        output[word.end &+ shift] = byte
      }
      word.end &+= 1
    }
    return word
  }

  /// Appends a word over `range` whose term is the next `termByteCount` bytes of `terms`, written already.
  @inline(__always)
  mutating func append(_ range: Range<Int>, termByteCount byteCount: Int) {
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        position: Int32(truncatingIfNeeded: wordCount),
        termStart: Int32(truncatingIfNeeded: termByteCount),
        termEnd: Int32(truncatingIfNeeded: termByteCount &+ byteCount), kind: .word))
    termByteCount &+= byteCount
    wordCount &+= 1
  }

  /// Appends `range`, capitals only, as written, at the position of the word just appended.
  mutating func appendCapitals(_ range: Range<Int>, in text: Span<UInt8>) {
    makeRoom(range.count)
    let termStart = termByteCount
    for offset in range {
      terms[termByteCount] = text[offset]
      termByteCount += 1
    }
    tokens.append(
      Token(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), position: Int32(wordCount - 1),
        termStart: Int32(termStart), termEnd: Int32(termByteCount), kind: .capitals))
  }
}
