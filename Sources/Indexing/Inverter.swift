internal import Postings
internal import Segment
internal import Text

/// Turns the tokens of units, in order, into the posting lists of their terms and stems.
///
/// The tokens are kept as one array of term numbers and inverted by two counting sorts, over terms and over stems, which leave
/// every list in order of unit and position. Memory: 4 bytes a token while units come, 12 more while lists are written.
struct Inverter {
  private var terms = TermTable()
  private var stems = TermTable()
  /// The stem of each term; `noStem` for a compound or a word in capitals.
  private var stemOfTerm: [UInt32] = []
  /// How often each term stands in all units.
  private var occurrenceCounts: [Int] = []
  /// The term of each token; the mark tells tokens without a position of their own.
  private var tokens: [UInt32] = []
  /// Where each unit's tokens start; the end of the last is the number of tokens.
  private var unitStarts: [Int] = []

  private static let noStem = UInt32.max
  private static let extraMark: UInt32 = 1 << 31

  /// Words in all units.
  private(set) var wordCount = 0

  /// Adds the tokens of the next unit.
  mutating func addUnit(_ buffer: TokenBuffer) {
    unitStarts.append(tokens.count)
    wordCount += buffer.wordCount
    for token in buffer.tokens {
      let term = buffer.term(of: token)
      let (number, isNew) = terms.intern(term)
      if isNew {
        stemOfTerm.append(
          token.kind == .word ? UInt32(stems.intern(Analyzer.stem(of: term)[...]).number) : Self.noStem)
        occurrenceCounts.append(0)
      }
      occurrenceCounts[number] += 1
      tokens.append(token.kind == .word ? UInt32(number) : UInt32(number) | Self.extraMark)
    }
  }

  /// Writes terms and stems with their lists, in order of their bytes.
  func write(to writer: inout SegmentWriter) throws(SegmentError) {
    let termOrder = terms.sortedNumbers()
    let stemOrder = stems.sortedNumbers()
    var forms = [[Int]](repeating: [], count: stems.count)
    for (rank, term) in termOrder.enumerated() where stemOfTerm[term] != Self.noStem {
      forms[Int(stemOfTerm[term])].append(rank)
    }
    try writeTerms(in: termOrder, to: &writer)
    try writeStems(in: stemOrder, forms: forms, to: &writer)
  }

  private func writeTerms(in order: [Int], to writer: inout SegmentWriter) throws(SegmentError) {
    let (occurrences, starts) = termOccurrences()
    var positions: [UInt32] = []
    for term in order {
      let range = starts[term]..<starts[term + 1]
      try writer.addTerm(terms[term]) { encoder in
        var index = range.lowerBound
        while index < range.upperBound {
          let unit = DocID(occurrences[index] >> 32)
          positions.removeAll(keepingCapacity: true)
          while index < range.upperBound, DocID(occurrences[index] >> 32) == unit {
            let position = UInt32(truncatingIfNeeded: occurrences[index])
            if positions.last != position { positions.append(position) }
            index += 1
          }
          encoder.add(unit, positions: positions)
        }
      }
    }
  }

  private func writeStems(in order: [Int], forms: [[Int]], to writer: inout SegmentWriter)
    throws(SegmentError)
  {
    let (units, starts) = stemUnits(isNeeded: forms.map { $0.count > 1 })
    for stem in order {
      let range = starts[stem]..<starts[stem + 1]
      try writer.addStem(stems[stem], forms: forms[stem]) { encoder in
        var index = range.lowerBound
        while index < range.upperBound {
          let start = index
          while index < range.upperBound, units[index] == units[start] { index += 1 }
          encoder.addWithoutPositions(units[start], frequency: index - start)
        }
      }
    }
  }

  // MARK: - Counting sorts

  /// Every occurrence, `unit << 32 | position`, by term and in order; and where each term's start.
  private func termOccurrences() -> (occurrences: [UInt64], starts: [Int]) {
    let starts = Self.starts(ofRunsOf: occurrenceCounts)
    var next = starts
    var occurrences = [UInt64](repeating: 0, count: tokens.count)
    forEachUnit { unit, range in
      var position: UInt64 = 0
      var wordCount: UInt64 = 0
      for index in range {
        let token = tokens[index]
        if token & Self.extraMark == 0 {
          position = wordCount
          wordCount += 1
        }
        let term = Int(token & ~Self.extraMark)
        occurrences[next[term]] = UInt64(unit) << 32 | position
        next[term] += 1
      }
    }
    return (occurrences, starts)
  }

  /// The unit of every occurrence, by stem and in order, of the stems that are needed; and where each stem's start.
  private func stemUnits(isNeeded: [Bool]) -> (units: [DocID], starts: [Int]) {
    var counts = [Int](repeating: 0, count: stems.count)
    for (term, stem) in stemOfTerm.enumerated() where stem != Self.noStem && isNeeded[Int(stem)] {
      counts[Int(stem)] += occurrenceCounts[term]
    }
    let starts = Self.starts(ofRunsOf: counts)
    var next = starts
    var units = [DocID](repeating: 0, count: starts[stems.count])
    forEachUnit { unit, range in
      for index in range {
        let stem = stemOfTerm[Int(tokens[index] & ~Self.extraMark)]
        guard stem != Self.noStem, isNeeded[Int(stem)] else { continue }
        units[next[Int(stem)]] = DocID(unit)
        next[Int(stem)] += 1
      }
    }
    return (units, starts)
  }

  private func forEachUnit(_ body: (Int, Range<Int>) -> Void) {
    for unit in unitStarts.indices {
      body(unit, unitStarts[unit]..<(unit + 1 < unitStarts.count ? unitStarts[unit + 1] : tokens.count))
    }
  }

  /// The running sums of `counts`, from 0 to their total.
  private static func starts(ofRunsOf counts: [Int]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    return starts
  }
}
