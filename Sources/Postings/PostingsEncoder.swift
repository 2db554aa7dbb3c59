/// Encodes one posting list after another; see ``PostingsFormat`` for the bytes.
///
/// Memory is that of the longest list; nothing is allocated for a list that is no longer than one before it.
package struct PostingsEncoder {
  /// Whether positions are encoded too.
  private let hasPositions: Bool
  private var ids: [DocID] = []
  private var frequencies: [UInt32] = []
  /// Of the present block.
  private var firsts: [UInt32] = []
  private var gaps: [UInt32] = []
  private var positionRuns: [UInt8] = []
  /// Where the runs of the full blocks end.
  private var runEnds: [UInt32] = []
  /// Scratch of ``finishList(norms:postings:positions:)``.
  private var blocks: [UInt8] = []
  private var ends: [UInt32] = []
  private var idGaps: [UInt32] = []

  /// The sum of the frequencies.
  package private(set) var totalFrequency = 0

  /// Postings added to the present list.
  package var documentFrequency: Int { ids.count }

  package init(hasPositions: Bool) {
    self.hasPositions = hasPositions
  }

  /// Adds a posting with positions.
  ///
  /// - Precondition: `id` is greater than the one before; `positions` ascend strictly and are not empty.
  package mutating func add(_ id: DocID, positions: some Collection<UInt32>) {
    precondition(hasPositions)
    var previous: UInt32?
    for position in positions {
      if let previous {
        precondition(position > previous)
        gaps.append(position - previous - 1)
      } else {
        firsts.append(position)
      }
      previous = position
    }
    add(id, frequency: positions.count)
    if firsts.count == PostingsFormat.blockSize { endRun() }
  }

  /// Adds a posting to a list without positions.
  package mutating func addWithoutPositions(_ id: DocID, frequency: Int) {
    precondition(!hasPositions)
    add(id, frequency: frequency)
  }

  private mutating func add(_ id: DocID, frequency: Int) {
    precondition(id != .end && frequency > 0)
    if let last = ids.last { precondition(id > last) }
    ids.append(id)
    frequencies.append(UInt32(frequency))
    totalFrequency += frequency
  }

  private mutating func endRun() {
    BlockPositions.append(firsts: firsts, gaps: gaps, to: &positionRuns)
    runEnds.append(UInt32(positionRuns.count))
    firsts.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
  }

  /// Ends the list, appends its bytes, and is ready for the next one.
  ///
  /// - Parameter norms: Of the segment's units, by id.
  package mutating func finishList(norms: [UInt8], postings: inout [UInt8], positions: inout [UInt8]) {
    precondition(ids.last.map { Int($0) < norms.count } ?? true)
    if !firsts.isEmpty { endRun() }
    let form = ListForm(documentFrequency: ids.count, unitCount: norms.count)
    encodeBlocks(form)
    if ids.count >= PostingsFormat.leastWithLeaders {
      Leaders.append(ids, frequencies, norms: norms, to: &postings)
    }
    appendSkips(norms: norms, to: &postings)
    if form != .gaps, !ids.isEmpty {
      IDDirectory.append(ids, unitCount: norms.count, form: form, to: &postings)
    }
    postings.append(contentsOf: blocks)
    positions.append(contentsOf: positionRuns)
    removeAll()
  }

  /// Forgets the present list.
  package mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    positionRuns.removeAll(keepingCapacity: true)
    runEnds.removeAll(keepingCapacity: true)
    totalFrequency = 0
  }

  /// The postings of each block.
  private var blockRanges: StrideTo<Int> { stride(from: 0, to: ids.count, by: PostingsFormat.blockSize) }

  private mutating func encodeBlocks(_ form: ListForm) {
    blocks.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for start in blockRanges {
      let range = start..<min(start + PostingsFormat.blockSize, ids.count)
      if form == .gaps { appendGaps(range) }
      BlockFrequencies.append(frequencies[range], to: &blocks)
      ends.append(UInt32(blocks.count))
    }
  }

  private mutating func appendGaps(_ range: Range<Int>) {
    idGaps.removeAll(keepingCapacity: true)
    for index in range { idGaps.append(index == 0 ? ids[0] : ids[index] - ids[index - 1] - 1) }
    let bitWidth = BitPacking.bitWidth(of: idGaps)
    blocks.append(UInt8(bitWidth))
    if range.count == VerticalPacking.count {
      VerticalPacking.append(idGaps[...], bitWidth: bitWidth, to: &blocks)
    } else {
      BitPacking.append(idGaps, bitWidth: bitWidth, to: &blocks)
    }
  }

  private func appendSkips(norms: [UInt8], to postings: inout [UInt8]) {
    if ends.count < 2 { return }
    for block in 0..<ends.count - 1 {
      postings.appendInteger(ids[(block + 1) * PostingsFormat.blockSize - 1])
    }
    for block in 0..<ends.count - 1 {
      postings.appendInteger(ends[block])
      if hasPositions { postings.appendInteger(runEnds[block]) }
    }
    for start in blockRanges {
      var impact = Impact()
      for index in start..<min(start + PostingsFormat.blockSize, ids.count) {
        impact.add(frequency: frequencies[index], norm: norms[Int(ids[index])])
      }
      postings.append(impact.leastNormOfOne)
      postings.append(impact.leastNormOfMore)
      postings.append(impact.greatestFrequency)
    }
  }
}
