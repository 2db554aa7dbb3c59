package import Postings

/// Finds where terms stand right before others in some units that follow one another.
///
/// Terms are put where they stand, and then every place is looked at with the next. Memory: two bytes a word of the units, and what is
/// found.
package struct PairScan: ~Copyable {
  private let slots: PairSlots
  private let firstUnit: DocID
  /// Where each unit's words start in `words`, and where the last one's end.
  private let starts: [Int]
  /// The rank of the term at each place; ``PairSlots/noRank`` where none is in a pair.
  private var words: [UInt16]
  /// More terms of a place: compounds and words in capitals.
  private var others: [(place: Int, rank: UInt16)] = []
  /// `slot << 32 | unit` in order of unit.
  private var found: [UInt64] = []
  private var counts: [UInt32]

  /// - Parameters:
  ///   - firstUnit: The id of the first unit.
  ///   - wordCounts: Of each unit.
  package init(_ slots: PairSlots, firstUnit: DocID, wordCounts: some Sequence<UInt32>) {
    self.slots = slots
    self.firstUnit = firstUnit
    var starts = [0]
    for count in wordCounts { starts.append(starts[starts.count - 1] + Int(count)) }
    words = Array(repeating: PairSlots.noRank, count: starts[starts.count - 1])
    self.starts = starts
    counts = Array(repeating: 0, count: slots.count)
  }

  /// Puts a term at one of its places.
  ///
  /// - Parameters:
  ///   - unit: Its id.
  ///   - position: Below the unit's number of words; a term is put there once.
  @inline(__always)
  package mutating func add(_ rank: UInt16, unit: DocID, position: UInt32) {
    let place = starts[Int(unit - firstUnit)] + Int(position)
    if words[place] == PairSlots.noRank { words[place] = rank } else { others.append((place, rank)) }
  }

  /// What was found.
  package consuming func finish() -> PairRun {
    others.sort { ($0.place, $0.rank) < ($1.place, $1.rank) }
    var other = 0
    for unit in 0..<starts.count - 1 {
      let (start, end) = (starts[unit], starts[unit + 1])
      let id = UInt64(firstUnit) + UInt64(unit)
      var previous = PairSlots.noRank
      for place in start..<end {
        let present = words[place]
        if previous != PairSlots.noRank, present != PairSlots.noRank { note(previous, present, id) }
        previous = present
      }
      while other < others.count, others[other].place < end {
        noteOther(other, in: start..<end, id)
        other += 1
      }
    }
    return sorted()
  }

  /// Notes the pairs of a term that shares its place with all terms right before it, and with the first one right behind it: with more than the
  /// first they are noted when their turn comes.
  private mutating func noteOther(_ index: Int, in unit: Range<Int>, _ id: UInt64) {
    let (place, rank) = others[index]
    if place > unit.lowerBound {
      if words[place - 1] != PairSlots.noRank { note(words[place - 1], rank, id) }
      var before = index - 1
      while before >= 0, others[before].place >= place - 1 {
        if others[before].place == place - 1 { note(others[before].rank, rank, id) }
        before -= 1
      }
    }
    if place + 1 < unit.upperBound, words[place + 1] != PairSlots.noRank { note(rank, words[place + 1], id) }
  }

  @inline(__always)
  private mutating func note(_ first: UInt16, _ second: UInt16, _ unit: UInt64) {
    guard let slot = slots.slot(first, second) else { return }
    found.append(UInt64(slot) << 32 | unit)
    counts[Int(slot)] += 1
  }

  /// By slot, and in order of unit: a counting sort.
  private consuming func sorted() -> PairRun {
    var run = PairRun()
    var sum: UInt32 = 0
    for slot in counts.indices where counts[slot] > 0 {
      let count = counts[slot]
      counts[slot] = sum
      sum += count
      run.slots.append(UInt32(slot))
      run.ends.append(sum)
    }
    run.units = Array(repeating: 0, count: found.count)
    for entry in found {
      let slot = Int(entry >> 32)
      run.units[Int(counts[slot])] = DocID(truncatingIfNeeded: entry)
      counts[slot] += 1
    }
    return run
  }
}

/// Where pairs stand in some units that follow one another.
package struct PairRun: Sendable {
  /// The pairs that do, ascending.
  fileprivate(set) var slots: [UInt32] = []
  /// Where the units of each of them end in `units`.
  fileprivate(set) var ends: [UInt32] = []
  /// Ascending for each pair, one as often as the pair stands in it.
  fileprivate(set) var units: [DocID] = []

  init() {}

  /// The units of a pair.
  func units(ofSlot slot: UInt32) -> ArraySlice<DocID> {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle] < slot { low = middle + 1 } else { high = middle }
    }
    guard low < slots.count, slots[low] == slot else { return [] }
    return units[(low == 0 ? 0 : Int(ends[low - 1]))..<Int(ends[low])]
  }
}
