internal import Postings
package import Segment
internal import Text

/// Turns the tokens of units, in order, into the posting lists of their terms and stems.
///
/// The tokens are kept as term numbers and inverted by counting sorts, over terms and over stems, which leave every list in
/// order of unit and position. The lists are sorted slice by slice, as they are written: each slice is one more pass over the
/// tokens, and costs less than the memory that it saves. Memory: 4 bytes a token, and 64 MiB while lists are written.
package struct Inverter {
  private var terms = TermTable()
  private var stems = TermTable()
  /// The stem of each term; `noStem` for a compound or a word in capitals.
  private var stemOfTerm: [UInt32] = []
  /// How often each term stands in all units.
  private var occurrenceCounts: [Int] = []
  private var termFrequencies = LevelCounter()
  private var stemFrequencies = LevelCounter()
  /// The term of each token; the mark tells tokens without a position of their own.
  private var tokens = TokenLog()
  /// Where each unit's tokens start; the end of the last is the number of tokens.
  private var unitStarts: [Int] = []

  private static let noStem = UInt32.max
  private static let extraMark: UInt32 = 1 << 31

  /// Words in all units.
  package private(set) var wordCount = 0
  /// Bytes of the entries that are sorted at once.
  private let sliceByteCount: Int

  private let makesStems: Bool
  /// The document of the present unit.
  private var document = 0

  init(sliceByteCount: Int = 64 << 20) {
    self.sliceByteCount = sliceByteCount
    makesStems = true
  }

  package init(makesStems: Bool) {
    sliceByteCount = 64 << 20
    self.makesStems = makesStems
  }

  /// Begins the next unit, whose words follow.
  package mutating func beginUnit(document: Int) {
    unitStarts.append(tokens.count)
    self.document = document
  }

  /// Adds a word of the present unit.
  package mutating func addWord(_ word: Span<UInt8>) {
    let term = (0..<word.count).map { word[$0] }[...]
    let (number, isNew) = terms.intern(term)
    if isNew {
      stemOfTerm.append(makesStems ? UInt32(stems.intern(Analyzer.stem(of: term)[...]).number) : Self.noStem)
      occurrenceCounts.append(0)
    }
    occurrenceCounts[number] += 1
    termFrequencies.count(number, document: document, statement: nil)
    tokens.append(UInt32(number))
    wordCount += 1
  }

  /// Adds the tokens of the next unit.
  ///
  /// - Parameters:
  ///   - document: The number of its document in the segment.
  ///   - statements: The numbers in the segment of the statements that have words of it, with the positions of those words;
  ///     ascending and apart.
  mutating func addUnit(
    _ buffer: TokenBuffer, document: Int, statements: [(positions: Range<UInt32>, statement: Int)] = []
  ) {
    unitStarts.append(tokens.count)
    wordCount += buffer.wordCount
    var next = 0
    for token in buffer.tokens {
      let term = buffer.term(of: token)
      let (number, isNew) = terms.intern(term)
      if isNew {
        stemOfTerm.append(
          token.kind == .word ? UInt32(stems.intern(Analyzer.stem(of: term)[...]).number) : Self.noStem)
        occurrenceCounts.append(0)
      }
      occurrenceCounts[number] += 1
      let position = UInt32(token.position)
      while next < statements.count, statements[next].positions.upperBound <= position { next += 1 }
      let isInside = next < statements.count && statements[next].positions.lowerBound <= position
      let statement = isInside ? statements[next].statement : nil
      termFrequencies.count(number, document: document, statement: statement)
      if stemOfTerm[number] != Self.noStem {
        stemFrequencies.count(Int(stemOfTerm[number]), document: document, statement: statement)
      }
      tokens.append(token.kind == .word ? UInt32(number) : UInt32(number) | Self.extraMark)
    }
  }

  /// Writes terms and stems with their lists, in order of their bytes.
  package func write(to writer: inout SegmentWriter) throws(SegmentError) {
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
    var positions: [UInt32] = []
    for slice in slices(of: order.map { occurrenceCounts[$0] }, entryByteCount: 8) {
      let starts = Self.starts(ofRunsOf: order[slice].map { occurrenceCounts[$0] })
      let occurrences = occurrences(of: order[slice], starts: starts)
      for (place, term) in order[slice].enumerated() {
        let range = starts[place]..<starts[place + 1]
        try writer.addTerm(terms[term], frequencies: termFrequencies[term]) { encoder in
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
  }

  private func writeStems(in order: [Int], forms: [[Int]], to writer: inout SegmentWriter)
    throws(SegmentError)
  {
    // A stem with one form has no list of its own.
    let counts = stemOccurrenceCounts()
    let listCounts = order.map { forms[$0].count > 1 ? counts[$0] : 0 }
    for slice in slices(of: listCounts, entryByteCount: 4) {
      let starts = Self.starts(ofRunsOf: listCounts[slice])
      let units = units(of: order[slice].filter { forms[$0].count > 1 }, counts: counts)
      for (place, stem) in order[slice].enumerated() {
        let range = starts[place]..<starts[place + 1]
        try writer.addStem(stems[stem], forms: forms[stem], frequencies: stemFrequencies[stem]) { encoder in
          var index = range.lowerBound
          while index < range.upperBound {
            let start = index
            while index < range.upperBound, units[index] == units[start] { index += 1 }
            encoder.addWithoutPositions(units[start], frequency: index - start)
          }
        }
      }
    }
  }

  // MARK: - Counting sorts

  private static let notHere = UInt32.max

  /// Runs of lists that are sorted together: of as many entries as fit into a slice, or of one list.
  private func slices(of counts: [Int], entryByteCount: Int) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (place, count) in counts.enumerated() {
      if place > start, (sum + count) * entryByteCount > sliceByteCount {
        slices.append(start..<place)
        (start, sum) = (place, 0)
      }
      sum += count
    }
    if start < counts.count { slices.append(start..<counts.count) }
    return slices
  }

  /// Every occurrence of some terms, `unit << 32 | position`, by term and in order.
  private func occurrences(of terms: ArraySlice<Int>, starts: [Int]) -> [UInt64] {
    var next = [UInt32](repeating: Self.notHere, count: self.terms.count)
    for (place, term) in terms.enumerated() { next[term] = UInt32(starts[place]) }
    var occurrences = [UInt64](repeating: 0, count: starts[terms.count])
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
        let place = next[term]
        guard place != Self.notHere else { continue }
        occurrences[Int(place)] = UInt64(unit) << 32 | position
        next[term] = place + 1
      }
    }
    return occurrences
  }

  private func stemOccurrenceCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: stems.count)
    for (term, stem) in stemOfTerm.enumerated() where stem != Self.noStem {
      counts[Int(stem)] += occurrenceCounts[term]
    }
    return counts
  }

  /// The unit of every occurrence of some stems, by stem and in order.
  private func units(of stems: [Int], counts: [Int]) -> [DocID] {
    var next = [UInt32](repeating: Self.notHere, count: self.stems.count)
    var sum = 0
    for stem in stems {
      next[stem] = UInt32(sum)
      sum += counts[stem]
    }
    var units = [DocID](repeating: 0, count: sum)
    forEachUnit { unit, range in
      for index in range {
        let stem = stemOfTerm[Int(tokens[index] & ~Self.extraMark)]
        guard stem != Self.noStem, next[Int(stem)] != Self.notHere else { continue }
        units[Int(next[Int(stem)])] = DocID(unit)
        next[Int(stem)] += 1
      }
    }
    return units
  }

  private func forEachUnit(_ body: (Int, Range<Int>) -> Void) {
    for unit in unitStarts.indices {
      body(unit, unitStarts[unit]..<(unit + 1 < unitStarts.count ? unitStarts[unit + 1] : tokens.count))
    }
  }

  /// The running sums of `counts`, from 0 to their total.
  private static func starts(ofRunsOf counts: some Collection<Int>) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    return starts
  }
}
