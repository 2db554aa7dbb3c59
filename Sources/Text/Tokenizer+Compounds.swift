/// Hyphenated words and symbols as a whole.
extension Tokenizer {
  /// A word segment starts at `start`: part of the open chain, or the first of another.
  @inline(__always)
  mutating func beginPart(at start: Int, in text: Span<UInt8>) {
    if start == chain.nextStart {
      chain.joinerCount &+= 1
    } else {
      if chain.joinerCount > 0 { endChain(in: text) }
      chain.firstToken = tokens.count
    }
  }

  /// The segment of the last part ends at `end`.
  @inline(__always)
  mutating func endPart(at end: Int, in text: Span<UInt8>) {
    chain.end = end
    let width = CompoundChain.joinerByteCount(at: end, in: text)
    chain.nextStart = width == 0 ? -1 : end &+ width
  }

  /// Puts the whole of the open chain, if it is one of two parts or more, behind its first part.
  @inline(never)
  mutating func endChain(in text: Span<UInt8>) {
    defer { chain = CompoundChain() }
    guard chain.joinerCount > 0, chain.joinerCount < CompoundChain.mostParts else { return }
    let termStart = termByteCount
    makeRoom(CompoundChain.mostBytes)
    var partCount = 0
    var isFull = false
    var (hasSlash, last) = (false, tokens[chain.firstToken])
    for part in tokens[chain.firstToken...] where part.kind == .word {
      if partCount > 0 {
        let joiner = CompoundChain.joiner(in: Int(last.end)..<Int(part.start), of: text)
        hasSlash = hasSlash || joiner == UInt8(ascii: "/")
        isFull = isFull || !write(joiner, termStart: termStart)
      }
      for place in Int(part.termStart)..<Int(part.termEnd) where !isFull {
        isFull = !write(terms[place], termStart: termStart)
      }
      partCount += 1
      last = part
    }
    var end = Int(last.end)
    if hasSlash && ASCIIClass.of(text[Int(last.start)]) == ASCIIClass.digit,
      let year = CompoundChain.yearStart(at: chain.end, in: text)
    {
      end = year + 6
      for place in year..<end { isFull = isFull || !write(text[place], termStart: termStart) }
    }
    let termEnd = termByteCount
    termByteCount = termStart
    guard partCount <= CompoundChain.mostParts, !isFull else { return }
    termByteCount = termEnd
    let first = tokens[chain.firstToken]
    tokens.insert(
      Token(
        start: first.start, end: Int32(end), position: first.position, termStart: Int32(termStart),
        termEnd: Int32(termEnd), kind: .compound),
      at: chain.firstToken + 1)
  }

  /// Writes one byte to the whole that starts at `termStart`; false when it does not fit.
  private mutating func write(_ byte: UInt8, termStart: Int) -> Bool {
    guard termByteCount - termStart < CompoundChain.mostBytes else { return false }
    terms[termByteCount] = byte
    termByteCount += 1
    return true
  }
}
