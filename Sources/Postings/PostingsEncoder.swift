/// Encodes one posting list after another; see ``PostingsFormat`` for the bytes.
///
/// Memory is that of the longest list; nothing is allocated for a list that is no longer than one before it.
package struct PostingsEncoder {
  /// Whether positions are encoded too.
  private let hasPositions: Bool
  private var lastID: DocID?
  private var idGaps: [UInt32] = []
  private var frequencies: [UInt32] = []
  private var positionGaps: [UInt32] = []
  private var skips: [UInt8] = []
  private var blocks: [UInt8] = []
  private var positionRuns: [UInt8] = []
  /// The skip entry of the block before, held back because the last block has none.
  private var pendingSkip: (lastDocID: DocID, postingsEnd: Int, positionsEnd: Int)?

  /// Postings added to the present list.
  package private(set) var documentFrequency = 0
  /// The sum of their frequencies.
  package private(set) var totalFrequency = 0

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
        positionGaps.append(position - previous - 1)
      } else {
        positionGaps.append(position)
      }
      previous = position
    }
    add(id, frequency: positions.count)
  }

  /// Adds a posting to a list without positions.
  package mutating func addWithoutPositions(_ id: DocID, frequency: Int) {
    precondition(!hasPositions)
    add(id, frequency: frequency)
  }

  private mutating func add(_ id: DocID, frequency: Int) {
    precondition(id != .end && frequency > 0)
    if let lastID {
      precondition(id > lastID)
      idGaps.append(id - lastID - 1)
    } else {
      idGaps.append(id)
    }
    lastID = id
    frequencies.append(UInt32(frequency) - 1)
    documentFrequency += 1
    totalFrequency += frequency
    if idGaps.count == PostingsFormat.blockSize { endBlock() }
  }

  private mutating func endBlock() {
    if let skip = pendingSkip {
      skips.appendInteger(skip.lastDocID)
      skips.appendInteger(UInt32(skip.postingsEnd))
      skips.appendInteger(UInt32(skip.positionsEnd))
    }
    let idBits = BitPacking.bitWidth(of: idGaps)
    let frequencyBits = BitPacking.bitWidth(of: frequencies)
    blocks.append(UInt8(idBits))
    blocks.append(UInt8(frequencyBits))
    BitPacking.append(idGaps, bitWidth: idBits, to: &blocks)
    BitPacking.append(frequencies, bitWidth: frequencyBits, to: &blocks)
    if hasPositions {
      let bits = BitPacking.bitWidth(of: positionGaps)
      positionRuns.append(UInt8(bits))
      BitPacking.append(positionGaps, bitWidth: bits, to: &positionRuns)
    }
    idGaps.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positionGaps.removeAll(keepingCapacity: true)
    pendingSkip = lastID.map { ($0, blocks.count, positionRuns.count) }
  }

  /// Ends the list, appends its bytes, and is ready for the next one.
  package mutating func finishList(postings: inout [UInt8], positions: inout [UInt8]) {
    if !idGaps.isEmpty { endBlock() }
    postings.append(contentsOf: skips)
    postings.append(contentsOf: blocks)
    positions.append(contentsOf: positionRuns)
    skips.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    positionRuns.removeAll(keepingCapacity: true)
    pendingSkip = nil
    lastID = nil
    documentFrequency = 0
    totalFrequency = 0
  }
}
