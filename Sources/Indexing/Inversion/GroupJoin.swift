internal import Postings
package import Segment
internal import Text

/// Joins groups that follow one another to the posting lists of one segment.
///
/// What it writes does not depend on how the units were grouped. Memory: the groups' runs, about two bytes an occurrence, and the
/// longest list as numbers.
package struct GroupJoin: ~Copyable {
  /// A group without its strings.
  private struct Part {
    var firstUnit: UInt32
    /// The number in `terms` of each of its terms.
    var numbers: [UInt32]
    var group: InvertedGroup
  }

  private var terms = TermTable()
  private var isExtra = FlatBuffer<Bool>()
  private var parts: [Part] = []
  private var groupedUnitCount = 0
  private var places = UnitPlaces()
  private let makesStems: Bool

  /// - Parameter makesStems: Whether the stems of words are written too.
  package init(makesStems: Bool = true) {
    self.makesStems = makesStems
  }

  /// Adds the next unit of the segment, whose words are in the present group or the next.
  ///
  /// - Parameters:
  ///   - document: The number of its document in the segment.
  ///   - statements: The numbers in the segment of the statements that have words of it, with the positions of those words;
  ///     ascending and apart.
  package mutating func addUnit(
    document: Int, wordCount: Int, statements: [(positions: Range<UInt32>, statement: Int)] = []
  ) {
    places.append(document: document, wordCount: wordCount, statements: statements)
  }

  /// Adds the postings of the next units.
  package mutating func add(_ group: InvertedGroup) {
    var group = group
    let strings = group.takeTerms()
    var numbers: [UInt32] = []
    numbers.reserveCapacity(strings.count)
    // SAFETY: every byte of an array of bytes is initialized.
    let text = unsafe strings.bytes.span.bytes
    for term in 0..<strings.count {
      let number = terms.intern(text, strings.starts[term]..<strings.starts[term + 1])
      if number == isExtra.count { isExtra.append(group.isExtra[term]) }
      numbers.append(UInt32(number))
    }
    parts.append(Part(firstUnit: UInt32(groupedUnitCount), numbers: numbers, group: group))
    groupedUnitCount += group.unitCount
  }

  /// Writes terms and stems with their lists, in order of their bytes.
  package consuming func write(to writer: inout SegmentWriter) throws(SegmentError) {
    precondition(groupedUnitCount == places.unitCount)
    let order = terms.sortedNumbers()
    let runs = RunIndex(parts.map(\.numbers), termCount: terms.count)
    try writeTerms(in: order, runs, to: &writer)
    if makesStems { try writeStems(termOrder: order, runs, to: &writer) }
  }

  private func writeTerms(
    in order: [Int], _ runs: borrowing RunIndex, to writer: inout SegmentWriter
  ) throws(SegmentError) {
    var list = DecodedList()
    var statements = FlatBuffer<UInt32>()
    for term in order {
      decode(term, runs, into: &list)
      places.findStatements(of: list, into: &statements)
      let frequencies = SegmentWriter.LevelFrequencies(
        statements: UInt32(statements.count), documents: places.documentCount(of: list.units))
      try writer.addTerm(terms[term], frequencies: frequencies) { encoder in
        list.units.withSpan { units in
          list.frequencies.withSpan { frequencies in
            list.positions.withSpan { encoder.add(ids: units, frequencies: frequencies, positions: $0) }
          }
        }
      }
    }
  }

  private func writeStems(
    termOrder: [Int], _ runs: borrowing RunIndex, to writer: inout SegmentWriter
  ) throws(SegmentError) {
    var stems = TermTable()
    // Of each stem the ranks of its terms.
    var forms: [[Int]] = []
    for (rank, term) in termOrder.enumerated() where !isExtra[term] {
      let bytes = Analyzer.stem(of: terms[term][...])
      // SAFETY: every byte of an array of bytes is initialized.
      let stem = stems.intern(unsafe bytes.span.bytes, 0..<bytes.count)
      if stem == forms.count { forms.append([]) }
      forms[stem].append(rank)
    }
    var union = ListUnion()
    var list = DecodedList()
    var statements = FlatBuffer<UInt32>()
    for stem in stems.sortedNumbers() {
      union.removeAll()
      // A stem with one form has no list of its own.
      if forms[stem].count > 1 {
        // The most frequent one first.
        let terms = forms[stem].map { termOrder[$0] }.sorted {
          runByteCount($0, runs) > runByteCount($1, runs)
        }
        for (index, term) in terms.enumerated() {
          decode(term, runs, into: &list)
          places.findStatements(of: list, into: &statements)
          if index == 0 { union.begin(&list, &statements) } else { union.add(list, statements) }
        }
      }
      let frequencies = SegmentWriter.LevelFrequencies(
        statements: UInt32(union.statements.count), documents: places.documentCount(of: union.units))
      try writer.addStem(stems[stem], forms: forms[stem], frequencies: frequencies) { encoder in
        union.units.withSpan { units in
          union.frequencies.withSpan { encoder.addWithoutPositions(ids: units, frequencies: $0) }
        }
      }
    }
  }

  private func runByteCount(_ term: Int, _ runs: borrowing RunIndex) -> Int {
    var sum = 0
    for place in runs.places(of: term) {
      let (number, local) = runs[place]
      sum += parts[number].group.run(of: local).count
    }
    return sum
  }

  private func decode(_ term: Int, _ runs: borrowing RunIndex, into list: inout DecodedList) {
    list.removeAll()
    for place in runs.places(of: term) {
      let (number, local) = runs[place]
      let group = parts[number].group
      // SAFETY: every byte of an array of bytes is initialized.
      list.append(
        group.run(of: local), of: unsafe group.runs.span.bytes, firstUnit: parts[number].firstUnit)
    }
  }
}
