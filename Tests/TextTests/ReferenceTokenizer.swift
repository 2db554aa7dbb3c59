import Text

/// What ``Analyzer`` should give, the slow way: scalars in arrays, one pass for each choice.
struct ReferenceTokenizer {
  struct Word: Equatable, CustomStringConvertible {
    var kind: Token.Kind
    var range: Range<Int>
    var position: Int
    var term: [UInt8]
    var description: String { "\(kind) \(range) @\(position) \(String(decoding: term, as: UTF8.self))" }
  }

  /// A scalar, or ill-formed bytes as U+FFFD.
  private struct Scalar {
    var value: UInt32
    var range: Range<Int>
  }

  /// A word segment and the words made of it.
  private struct Part {
    var start: Int
    var end: Int
    var words: [Word]
  }

  private let text: [UInt8]
  private let scalars: [Scalar]
  private let segments: [Range<Int>]

  init(_ text: [UInt8]) {
    self.text = text
    scalars = Self.decode(text)
    segments = ReferenceBoundaries(of: scalars.map(\.value), joinsAtUnderscores: false).segments
  }

  var words: [Word] {
    var parts: [Part] = []
    var (position, index) = (0, 0)
    while index < segments.count {
      let segment = segments[index]
      index += 1
      guard isWord(segment) else { continue }
      var part = Part(start: offset(segment.lowerBound), end: offset(segment.upperBound), words: [])
      let pieces = pieces(of: segment).filter(isWord)
      for range in pieces.isEmpty ? [trimmed(segment)] : pieces {
        part.words += word(over: range, position: position)
        position += 1
      }
      if isPossessive(at: index, after: segment) {
        index += 2
        part.end = offset(segments[index - 1].upperBound)
      }
      parts.append(part)
    }
    return chains(of: parts).flatMap(withWhole)
  }

  // MARK: - Words

  private func isWord(_ range: Range<Int>) -> Bool {
    range.contains { ScalarProperties(of: scalars[$0].value).isWordScalar }
  }

  private func isApostrophe(_ place: Int) -> Bool {
    [0x27, 0x2018, 0x2019, 0x02BC, 0xFF07].contains(scalars[place].value)
  }

  private func isLetter(_ place: Int, among letters: String) -> Bool {
    Unicode.Scalar(scalars[place].value).map(letters.unicodeScalars.contains) ?? false
  }

  /// The words of a segment: apostrophes at the ends left out, apostrophe-s cut off, particles apart.
  private func pieces(of segment: Range<Int>) -> [Range<Int>] {
    var rest = trimmed(segment)
    let last = rest.upperBound - 1
    if rest.count > 1, isLetter(last, among: "sS"), isApostrophe(last - 1) {
      rest = rest.lowerBound..<last - 1
    }
    var pieces: [Range<Int>] = []
    while true {
      rest = trimmed(rest)
      guard let length = particleLength(of: rest) else { return pieces + [rest] }
      pieces.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var rest = range
    while let first = rest.first, isApostrophe(first) { rest.removeFirst() }
    while let last = rest.last, isApostrophe(last) { rest.removeLast() }
    return rest
  }

  private func particleLength(of range: Range<Int>) -> Int? {
    guard let first = range.first else { return nil }
    if range.count > 1, isLetter(first, among: "cdjlmnstCDJLMNST"), isApostrophe(first + 1) { return 1 }
    let isQu = range.count > 2 && isLetter(first, among: "qQ") && isLetter(first + 1, among: "uU")
    return isQu && isApostrophe(first + 2) ? 2 : nil
  }

  /// Whether the segments from `index` on are an apostrophe and an s, right after a digit.
  private func isPossessive(at index: Int, after segment: Range<Int>) -> Bool {
    guard index + 1 < segments.count, isLetter(segment.upperBound - 1, among: "0123456789") else {
      return false
    }
    let (mark, s) = (segments[index], segments[index + 1])
    return mark.count == 1 && isApostrophe(mark.lowerBound) && s.count == 1
      && isLetter(s.lowerBound, among: "sS")
  }

  private func word(over range: Range<Int>, position: Int) -> [Word] {
    let bytes = offset(range.lowerBound)..<offset(range.upperBound)
    var term: [UInt8] = []
    for place in range {
      let scalar = scalars[place]
      let folded = Folding.byteRange(for: scalar.value)?.map(Folding.byte) ?? Array(text[scalar.range])
      guard term.count + folded.count <= 255 else { break }
      term += folded
    }
    var words = [Word(kind: .word, range: bytes, position: position, term: term)]
    let areCapitals = range.allSatisfy { ScalarProperties(of: scalars[$0].value).isCapital }
    if areCapitals, (2...5).contains(range.count) {
      words.append(Word(kind: .capitals, range: bytes, position: position, term: Array(text[bytes])))
    }
    return words
  }

  // MARK: - Wholes

  private func chains(of parts: [Part]) -> [[Part]] {
    var chains: [[Part]] = []
    for part in parts {
      if let last = chains.last?.last, joiner(last.end..<part.start) != nil {
        chains[chains.count - 1].append(part)
      } else {
        chains.append([part])
      }
    }
    return chains
  }

  private func joiner(_ range: Range<Int>) -> String? {
    ["-": "-", "\u{2010}": "-", "\u{2011}": "-", "/": "/"][String(decoding: text[range], as: UTF8.self)]
  }

  private func withWhole(_ chain: [Part]) -> [Word] {
    var all = chain.flatMap(\.words)
    let words = all.filter { $0.kind == .word }
    guard chain.count > 1, let first = words.first, let last = words.last, (2...8).contains(words.count)
    else { return all }
    var term: [UInt8] = []
    var joiners = ""
    for (index, part) in chain.enumerated() {
      let joined = index == 0 ? "" : joiner(chain[index - 1].end..<part.start) ?? ""
      joiners += joined
      let terms = part.words.filter { $0.kind == .word }.map(\.term)
      term += joined.utf8
      term += terms.joined(separator: "'".utf8)
    }
    var end = last.range.upperBound
    if joiners.contains("/"), (0x30...0x39).contains(text[last.range.lowerBound]) {
      for space in ["", " ", "\u{A0}"] {
        let year = text[chain[chain.count - 1].end...].prefix(space.utf8.count + 6)
        let digits = year.dropFirst(space.utf8.count + 1).dropLast()
        guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }),
          year.elementsEqual([UInt8](space.utf8) + [0x28] + digits + [0x29])
        else { continue }
        term += [0x28] + digits + [0x29]
        end = year.endIndex
      }
    }
    guard term.count <= 64 else { return all }
    let range = first.range.lowerBound..<end
    all.insert(Word(kind: .compound, range: range, position: first.position, term: term), at: 1)
    return all
  }

  // MARK: - Scalars

  private func offset(_ place: Int) -> Int {
    place < scalars.count ? scalars[place].range.lowerBound : text.count
  }

  private static func decode(_ text: [UInt8]) -> [Scalar] {
    var scalars: [Scalar] = []
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    var start = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .emptyInput: return scalars
      case .valid(let encoded):
        scalars.append(
          Scalar(value: Unicode.UTF8.decode(encoded).value, range: start..<start + encoded.count))
        start += encoded.count
      case .error(let length):
        scalars.append(Scalar(value: 0xFFFD, range: start..<start + length))
        start += length
      }
    }
  }
}
