internal import Postings
package import Segment
internal import Text

/// Joins groups that follow one another to the posting lists of one segment.
///
/// What it writes does not depend on how the units were grouped. Memory: the groups' runs, about two bytes an occurrence; for each
/// thread some lists as numbers; and at the end four bytes for each place where a pair of frequent words stands, a third of all
/// occurrences, and up to eight more for each pair of a group.
package struct GroupJoin: ~Copyable {
  private var terms = TermTable()
  private var isExtra = FlatBuffer<Bool>()
  /// Bytes of the runs of each term.
  private var runByteCounts = FlatBuffer<Int>()
  private var groups: [JoinedGroups.Group] = []
  private var groupedUnitCount = 0
  private var places = UnitPlaces()
  private let makesStems: Bool
  private let threadCount: Int

  /// - Parameters:
  ///   - makesStems: Whether the stems of words are written too.
  ///   - threadCount: Threads that make lists while one writes them.
  package init(makesStems: Bool = true, threadCount: Int = 1) {
    self.makesStems = makesStems
    self.threadCount = threadCount
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
      if number == isExtra.count {
        isExtra.append(group.isExtra[term])
        runByteCounts.append(0)
      }
      runByteCounts[number] += group.run(of: term).count
      numbers.append(UInt32(number))
    }
    groups.append(
      JoinedGroups.Group(firstUnit: UInt32(groupedUnitCount), postings: group, numbers: numbers))
    groupedUnitCount += group.unitCount
  }

  /// Writes terms and stems with their lists, in order of their bytes, and then pairs of terms.
  package consuming func write(to writer: inout SegmentWriter) throws {
    precondition(groupedUnitCount == places.unitCount)
    let order = terms.sortedNumbers()
    let index = RunIndex(groups.map(\.numbers), termCount: terms.count)
    let stems = makesStems ? Stems(of: order.filter { !isExtra[$0] }, in: terms) : Stems()
    let ranks = Self.ranks(of: order)
    // A stem with one form has no list of its own: it shares that term's. The most frequent form comes first.
    let forms = stems.order.map { stem in
      stems.forms[stem].count == 1 ? [] : stems.forms[stem].sorted { runByteCounts[$0] > runByteCounts[$1] }
    }
    let termSlices = Self.slices(of: order.map { runByteCounts[$0] })
    let stemSlices = Self.slices(of: forms.map { $0.reduce(0) { $0 + runByteCounts[$1] } })
    let threadCount = threadCount
    let groupCount = groups.count
    let terms = terms
    let joined = JoinedGroups(groups, index, places)
    var documentFrequencies: [Int] = []
    documentFrequencies.reserveCapacity(order.count)

    try Self.run(
      termSlices, threadCount,
      make: { joined.lists(of: order[$0]) },
      write: { place, batch, item in
        documentFrequencies.append(batch.documentFrequency(of: item))
        try writer.addTerm(terms[order[place]], frequencies: batch.frequencies(of: item)) { encoder in
          batch.withPostings(of: item) { encoder.add(ids: $0, frequencies: $1, positions: $2) }
        }
      })
    try Self.run(
      stemSlices, threadCount,
      make: { joined.unions(of: forms[$0]) },
      write: { place, batch, item in
        let stem = stems.order[place]
        try writer.addStem(
          stems.table[stem], forms: stems.forms[stem].map { ranks[$0] },
          frequencies: batch.frequencies(of: item)
        ) { encoder in
          batch.withPostings(of: item) { units, frequencies, _ in
            encoder.addWithoutPositions(ids: units, frequencies: frequencies)
          }
        }
      })
    try Self.writePairs(
      PairSlots(documentFrequencies: documentFrequencies, unitCount: writer.unitCount), of: joined,
      groupCount: groupCount, ranks: ranks, threadCount, to: &writer)
  }

  /// - Parameter ranks: The place of each term in the order of their bytes.
  private static func writePairs(
    _ slots: PairSlots, of joined: JoinedGroups, groupCount: Int, ranks: [Int], _ threadCount: Int,
    to writer: inout SegmentWriter
  ) throws {
    guard slots.count > 0 else { return }
    let pairRanks = ranks.map { slots.rank(ofTerm: $0) }
    var lists = PairLists(slots)
    try OrderedJobs<PairRun>.run(count: groupCount, threadCount: threadCount, path: "") { group, deliver in
      try deliver(joined.pairs(ofGroup: group, in: slots, ranks: pairRanks))
    } take: { _, run in
      lists.add(run)
    }
    try lists.forEachPair { first, second, postings throws(SegmentError) in
      try writer.addPair(first: first, second: second) { encoder in
        postings.forEachPosting { encoder.addWithoutPositions($0, frequency: $1) }
      }
    }
  }

  /// Makes the lists of each slice on some thread, and writes them in order on this one.
  ///
  /// - Parameter write: Called with the place of a list in all slices, and where it lies in a batch.
  private static func run(
    _ slices: [Range<Int>], _ threadCount: Int, make: @escaping @Sendable (Range<Int>) -> ListBatch,
    write: (Int, ListBatch, Int) throws -> Void
  ) throws {
    try OrderedJobs<ListBatch>.run(count: slices.count, threadCount: threadCount, path: "") {
      job, deliver in
      try deliver(make(slices[job]))
    } take: { job, batch in
      for (item, place) in slices[job].enumerated() { try write(place, batch, item) }
    }
  }

  /// The places of terms in `order`, by their number.
  private static func ranks(of order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, term) in order.enumerated() { ranks[term] = rank }
    return ranks
  }

  /// Bytes of runs whose lists are made at once: some megabytes as numbers.
  private static let sliceByteCount = 1 << 18

  /// Ranges of lists with about as many bytes each, or one list.
  private static func slices(of byteCounts: [Int]) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (place, byteCount) in byteCounts.enumerated() {
      sum += byteCount
      guard sum >= sliceByteCount else { continue }
      slices.append(start..<place + 1)
      (start, sum) = (place + 1, 0)
    }
    if start < byteCounts.count { slices.append(start..<byteCounts.count) }
    return slices
  }
}

/// The stems of a segment's words.
private struct Stems: ~Copyable {
  private(set) var table = TermTable()
  /// Of each stem its words, in order of their bytes.
  private(set) var forms: [[Int]] = []
  /// The stems in order of their bytes.
  private(set) var order: [Int] = []

  init() {}

  /// - Parameter words: Numbers of words in `terms`, in order of their bytes.
  init(of words: [Int], in terms: borrowing TermTable) {
    for word in words {
      let bytes = Analyzer.stem(of: terms[word][...])
      // SAFETY: every byte of an array of bytes is initialized.
      let stem = table.intern(unsafe bytes.span.bytes, 0..<bytes.count)
      if stem == forms.count { forms.append([]) }
      forms[stem].append(word)
    }
    order = table.sortedNumbers()
  }
}
