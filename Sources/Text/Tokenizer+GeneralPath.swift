/// Words by the rules of UAX #29, scalar by scalar.
extension Tokenizer {
  /// Takes the segment that starts at `start`; returns where to go on.
  @inline(never)
  mutating func takeSegment(from start: Int, in text: Span<UInt8>) -> Int {
    let segment = Self.boundaries.segment(from: start, in: text)
    guard segment.isWord else { return segment.end }
    beginPart(at: start, in: text)
    return takeWords(of: start..<segment.end, in: text)
  }

  /// Takes the word segment that starts at `start`, at which a part has begun; returns where to go on.
  @inline(never)
  mutating func takeBegunSegment(from start: Int, in text: Span<UInt8>) -> Int {
    takeWords(of: start..<Self.boundaries.segment(from: start, in: text).end, in: text)
  }

  /// Takes the words of `segment`, usually one and never none, and ends the part; returns where to go on.
  private mutating func takeWords(of segment: Range<Int>, in text: Span<UInt8>) -> Int {
    let firstToken = tokens.count
    let whole = Apostrophe.trimmed(segment, in: text)
    var rest = Apostrophe.trimmed(Apostrophe.withoutPossessive(whole, in: text), in: text)
    while let particle = Apostrophe.particle(of: rest, in: text) {
      appendFolded(particle, in: text)
      let width = Apostrophe.byteCount(at: particle.upperBound, in: text)
      rest = Apostrophe.trimmed(particle.upperBound + width..<rest.upperBound, in: text)
    }
    appendFolded(rest, in: text)
    if tokens.count == firstToken { appendFolded(whole, in: text) }  // only marks before the apostrophe-s
    var end = segment.upperBound
    if ASCIIClass.of(text[end - 1]) == ASCIIClass.digit {
      end = Apostrophe.possessiveEnd(afterDigitAt: end, in: text, Self.boundaries)
    }
    endPart(at: end, in: text)
    return end
  }

  /// Appends the word over `range`, and the capitals it may be; nothing when no letter or digit stands in it.
  private mutating func appendFolded(_ range: Range<Int>, in text: Span<UInt8>) {
    var offset = range.lowerBound
    var isWord = false
    var isFull = false
    var (scalarCount, capitalCount) = (0, 0)
    let termStart = termByteCount
    while offset < range.upperBound {
      let scalar = text.scalar(at: offset)
      let properties = ScalarProperties(of: scalar.value)
      isWord = isWord || properties.isWordScalar
      scalarCount += 1
      capitalCount += properties.isCapital ? 1 : 0
      isFull = isFull || !writeFolded(scalar, at: offset, in: text, termStart: termStart)
      offset += scalar.byteCount
    }
    let byteCount = termByteCount - termStart
    termByteCount = termStart
    guard isWord else { return }
    append(range, termByteCount: byteCount)
    if capitalCount == scalarCount && (2...5).contains(capitalCount) { appendCapitals(range, in: text) }
  }

  /// Writes the folding of `scalar` to the term that starts at `termStart`; false when it does not fit.
  private mutating func writeFolded(
    _ scalar: DecodedScalar, at offset: Int, in text: Span<UInt8>, termStart: Int
  ) -> Bool {
    let folding = Folding.byteRange(for: scalar.value)
    let byteCount = folding?.count ?? scalar.byteCount
    guard termByteCount - termStart + byteCount <= Self.mostTermBytes else { return false }
    makeRoom(byteCount)
    for place in 0..<byteCount {
      let byte = folding.map { Folding.byte(at: $0.lowerBound + place) } ?? text[offset + place]
      terms[termByteCount] = byte
      termByteCount += 1
    }
    return true
  }
}
