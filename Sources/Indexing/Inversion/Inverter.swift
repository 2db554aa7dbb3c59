internal import Postings
internal import Segment
internal import Text

/// Turns the words of units, in order, into the postings of a group.
///
/// Tokens are kept as numbers of terms and inverted by one counting sort, which leaves the occurrences of each term in order of unit
/// and position. A group is to be small enough that this happens in the processor's cache; memory is 12 bytes a token of the group.
package struct Inverter: ~Copyable {
  private var terms = TermTable()
  /// Whether each term is one without a position of its own: a compound or a word in capitals.
  private var isExtra = FlatBuffer<Bool>()
  /// Of each term, for signatures.
  private var hashes = FlatBuffer<UInt32>()
  /// Of each word of the present unit.
  private var unitHashes = FlatBuffer<UInt32>()
  private var signatureMaker = SignatureMaker()
  /// The term of each token; the mark tells tokens without a position of their own.
  private var tokens = FlatBuffer<UInt32>()
  /// Where each unit's tokens start.
  private var unitStarts = FlatBuffer<Int>()
  /// Words in all units of all groups.
  package private(set) var wordCount = 0

  private static let extraMark: UInt32 = 1 << 31

  package init() {}

  /// Tokens of the present group.
  package var tokenCount: Int { tokens.count }

  // MARK: - Words

  /// Begins the next unit; its words follow.
  package mutating func beginUnit() {
    unitStarts.append(tokens.count)
    unitHashes.removeAll()
  }

  /// Adds the next word of the present unit: the bytes in `range` of `text`.
  package mutating func addWord(_ text: RawSpan, _ range: Range<Int>) {
    addWord(number(text, range, isExtra: false))
    wordCount += 1
  }

  /// Adds the tokens of the next unit.
  mutating func addUnit(_ buffer: TokenBuffer) {
    beginUnit()
    // SAFETY: every byte of an array of bytes is initialized.
    let text = unsafe buffer.termBytes.span.bytes
    for token in buffer.tokens {
      let range = Int(token.termStart)..<Int(token.termEnd)
      if token.kind == .word {
        addWord(number(text, range, isExtra: false))
      } else {
        tokens.append(number(text, range, isExtra: true) | Self.extraMark)
      }
    }
    wordCount += buffer.wordCount
  }

  /// The signature of the present unit, all of whose words have been added.
  package mutating func signature() -> UInt64 {
    unitHashes.withSpan { signatureMaker.signature(of: $0) }
  }

  @inline(__always)
  private mutating func addWord(_ term: UInt32) {
    tokens.append(term)
    unitHashes.append(hashes[Int(term)])
  }

  @inline(__always)
  private mutating func number(_ text: RawSpan, _ range: Range<Int>, isExtra: Bool) -> UInt32 {
    let number = terms.intern(text, range)
    if number == self.isExtra.count {
      self.isExtra.append(isExtra)
      hashes.append(SignatureMaker.hash(text, range))
    }
    return UInt32(truncatingIfNeeded: number)
  }

  // MARK: - Inverting

  /// Ends the group, and begins another.
  package mutating func finishGroup() -> InvertedGroup {
    var places = self.places()
    let occurrences = occurrences(&places)
    let group = encode(occurrences, ends: places)
    terms = TermTable()
    isExtra.removeAll()
    hashes.removeAll()
    tokens.removeAll()
    unitStarts.removeAll()
    return group
  }

  /// Where the occurrences of each term start, if those of all lie one behind the other.
  private func places() -> FlatBuffer<UInt32> {
    precondition(tokens.count < Int(Self.extraMark))
    var places = FlatBuffer<UInt32>(repeating: 0, count: terms.count)
    for index in 0..<tokens.count { places[Int(tokens[index] & ~Self.extraMark)] &+= 1 }
    var sum: UInt32 = 0
    for term in 0..<places.count {
      let count = places[term]
      places[term] = sum
      sum += count
    }
    return places
  }

  /// Every occurrence, `unit << 32 | position`, by term and in order; `places` becomes where those of each term end.
  private func occurrences(_ places: inout FlatBuffer<UInt32>) -> FlatBuffer<UInt64> {
    var occurrences = FlatBuffer<UInt64>(repeating: 0, count: tokens.count)
    for unit in 0..<unitStarts.count {
      let end = unit + 1 < unitStarts.count ? unitStarts[unit + 1] : tokens.count
      // That of the next word; an extra token has that of the word before it.
      var next = UInt64(unit) << 32
      for index in unitStarts[unit]..<end {
        let token = tokens[index]
        let isWord = token & Self.extraMark == 0
        let term = Int(token & ~Self.extraMark)
        let place = places[term]
        occurrences[Int(place)] = isWord ? next : next &- 1
        places[term] = place &+ 1
        next &+= isWord ? 1 : 0
      }
    }
    return occurrences
  }

  private func encode(_ occurrences: borrowing FlatBuffer<UInt64>, ends: borrowing FlatBuffer<UInt32>)
    -> InvertedGroup
  {
    var encoder = RunEncoder(occurrenceCount: occurrences.count)
    var runEnds = FlatBuffer<UInt32>()
    runEnds.reserve(terms.count)
    var start = 0
    for term in 0..<terms.count {
      let end = Int(ends[term])
      encoder.append(occurrences, start..<end)
      runEnds.append(UInt32(encoder.byteCount))
      start = end
    }
    return InvertedGroup(
      unitCount: unitStarts.count, terms: terms.strings, isExtra: isExtra.array, runEnds: runEnds.array,
      runs: encoder.finish())
  }
}
