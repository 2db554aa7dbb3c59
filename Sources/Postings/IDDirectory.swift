/// The ids of a list whose form is bytes or a bitmap, asked by the numbers of units.
///
///     ids    = base u32 × ⌈units / 65,536⌉ · rank u16 × ⌈units / 256⌉ · ( byte × postings  |  word u64 × ⌈units / 64⌉ )
///
/// A base is the number of postings before its 65,536 units; a rank that of those before its chunk of 256 units, less the base. The two make
/// the rank of the chunk's first posting; of bytes also where the chunk's begin, which ascend. Unit *u* of a bitmap is bit *u* mod 64 of word *u* / 64; bits of no unit are zero.
package struct IDDirectory: Sendable {
  private let basesStart: Int
  private let ranksStart: Int
  /// Where bytes or words begin.
  private let start: Int
  private let documentFrequency: Int
  private let unitCount: Int
  private let isBitmap: Bool

  init(_ layout: ListLayout) {
    basesStart = layout.idsStart
    ranksStart = basesStart + 4 * Self.baseCount(unitCount: layout.list.unitCount)
    start = layout.idsStart + Self.rankByteCount(unitCount: layout.list.unitCount)
    documentFrequency = layout.list.documentFrequency
    unitCount = layout.list.unitCount
    isBitmap = layout.form == .bitmap
  }

  /// Chunks of 256 units that share a base.
  private static let chunksOfBase = 256

  private static func baseCount(unitCount: Int) -> Int {
    (ListForm.chunkCount(unitCount: unitCount) + chunksOfBase - 1) / chunksOfBase
  }

  /// Bytes of bases and ranks.
  static func rankByteCount(unitCount: Int) -> Int {
    4 * baseCount(unitCount: unitCount) + 2 * ListForm.chunkCount(unitCount: unitCount)
  }

  /// The number of postings before a chunk; of those behind the last, all.
  @inline(__always)
  private func rank(ofChunk chunk: Int, in bytes: RawSpan) -> Int {
    if chunk << 8 >= unitCount { return documentFrequency }
    return Int(bytes.integer(at: basesStart + 4 * (chunk >> 8), as: UInt32.self))
      + Int(bytes.integer(at: ranksStart + 2 * chunk, as: UInt16.self))
  }

  /// The bits of 64 units from 64 · `word` on, which is below the number of words.
  @inline(__always)
  private func word(_ word: Int, in bytes: RawSpan) -> UInt64 {
    bytes.integer(at: start + 8 * word, as: UInt64.self)
  }

  /// Where a chunk's bytes lie, and with them their ranks.
  @inline(__always)
  func range(ofChunk chunk: Int, in bytes: RawSpan) throws(PostingsError) -> Range<Int> {
    let (low, high) = (rank(ofChunk: chunk, in: bytes), rank(ofChunk: chunk + 1, in: bytes))
    guard low <= high, high <= documentFrequency, high - low <= ListForm.chunkUnitCount else {
      throw PostingsError(
        offset: ranksStart + 2 * chunk,
        reason: "chunk \(chunk) has the postings \(low) to \(high) of \(documentFrequency)")
    }
    return low..<high
  }

  /// Where `unit`, which is below `unitCount`, or the first after it in its chunk, stands among the bytes.
  @inline(__always)
  private func find(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> (
    rank: Int, end: Int, isThere: Bool
  ) {
    let range = try range(ofChunk: Int(unit >> 8), in: bytes)
    let low = UInt8(truncatingIfNeeded: unit)
    var rank = range.lowerBound
    var byte: UInt8 = 0
    while rank < range.upperBound {
      byte = bytes.byte(at: start + rank)
      if byte >= low { break }
      rank += 1
    }
    return (rank, range.upperBound, rank < range.upperBound && byte == low)
  }

  /// The rank of `unit` among the bytes; nil if it is not there. Eight bytes are looked at together.
  @inline(__always)
  private func byteRank(of unit: DocID, in bytes: RawSpan) throws(PostingsError) -> Int? {
    let range = try range(ofChunk: Int(unit >> 8), in: bytes)
    let wanted = UInt64(UInt8(truncatingIfNeeded: unit)) &* 0x0101_0101_0101_0101
    var rank = range.lowerBound
    while rank < range.upperBound {
      guard start + rank <= bytes.byteCount - 8 else {
        let found = try find(unit, in: bytes)
        return found.isThere ? found.rank : nil
      }
      let others = bytes.integer(at: start + rank, as: UInt64.self) ^ wanted
      let zeros = others.zeroBytes
      if zeros != 0 {
        rank += zeros.trailingZeroBitCount >> 3
        return rank < range.upperBound ? rank : nil
      }
      rank += 8
    }
    return nil
  }

  /// Whether the list has `unit`, which is below `unitCount`.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func contains(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> Bool {
    isBitmap
      ? word(Int(unit >> 6), in: bytes) >> UInt64(unit & 63) & 1 == 1
      : try byteRank(of: unit, in: bytes) != nil
  }

  /// Keeps, at the front of `indexes`, those of the first `count` whose ids the list has; returns how many.
  package func keep(
    _ indexes: inout [Int], count: Int, of ids: [DocID], in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    var kept = 0
    for place in 0..<count {
      let index = indexes[place]
      let isThere = try contains(ids[index], in: bytes)
      // Without a branch, since which way it goes cannot be foreseen.
      indexes[kept] = index
      kept += isThere ? 1 : 0
    }
    return kept
  }

  /// The number of postings before `unit`, which the list has.
  ///
  /// - Complexity: O(1).
  func rank(of unit: DocID, in bytes: RawSpan) throws(PostingsError) -> Int {
    guard isBitmap else {
      if let rank = try byteRank(of: unit, in: bytes) { return rank }
      throw PostingsError(offset: start, reason: "unit \(unit) is not in its chunk")
    }
    var rank = rank(ofChunk: Int(unit >> 8), in: bytes)
    let last = Int(unit >> 6)
    for index in last & ~3..<last { rank += word(index, in: bytes).nonzeroBitCount }
    rank += (word(last, in: bytes) & (1 << UInt64(unit & 63) - 1)).nonzeroBitCount
    guard rank < documentFrequency else {
      throw PostingsError(
        offset: ranksStart + 2 * Int(unit >> 8),
        reason: "unit \(unit) would be posting \(rank) of \(documentFrequency)")
    }
    return rank
  }

  /// The first unit from `target` on that the list has; `end` if there is none.
  func next(from target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    guard Int(target) < unitCount else { return .end }
    return isBitmap ? nextBit(from: target, in: bytes) : try nextByte(from: target, in: bytes)
  }

  private func nextBit(from target: DocID, in bytes: RawSpan) -> DocID {
    var index = Int(target >> 6)
    var bits = word(index, in: bytes) & (.max << UInt64(target & 63))
    while bits == 0 {
      index += 1
      if index << 6 >= unitCount { return .end }
      bits = word(index, in: bytes)
    }
    let unit = index << 6 + bits.trailingZeroBitCount
    return unit < unitCount ? DocID(unit) : .end
  }

  private func nextByte(from target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    let found = try find(target, in: bytes)
    if found.rank < found.end { return try unit(Int(target >> 8), found.rank, in: bytes) }
    var chunk = Int(target >> 8) + 1
    while chunk << 8 < unitCount {
      let range = try range(ofChunk: chunk, in: bytes)
      if !range.isEmpty { return try unit(chunk, range.lowerBound, in: bytes) }
      chunk += 1
    }
    return .end
  }

  private func unit(_ chunk: Int, _ rank: Int, in bytes: RawSpan) throws(PostingsError) -> DocID {
    let unit = chunk << 8 | Int(bytes.byte(at: start + rank))
    guard unit < unitCount else {
      throw PostingsError(offset: start + rank, reason: "unit \(unit) of \(unitCount)")
    }
    return DocID(unit)
  }

  /// Writes the ids of `count` postings into the front of `ids`, the first being the list's first behind `previous`.
  func decode(
    _ count: Int, behind previous: DocID?, in bytes: RawSpan, into ids: inout [DocID]
  ) throws(PostingsError) {
    precondition(count <= ids.count)
    let first = previous.map { Int($0) + 1 } ?? 0
    if first < unitCount {
      let decoded =
        isBitmap
        ? decodeBits(count, from: first, in: bytes, into: &ids)
        : try decodeBytes(count, from: first, in: bytes, into: &ids)
      if decoded { return }
    }
    throw PostingsError(offset: start, reason: "from unit \(first) on there are no \(count) postings")
  }

  private func decodeBits(_ count: Int, from first: Int, in bytes: RawSpan, into ids: inout [DocID]) -> Bool {
    var filled = 0
    var index = first >> 6
    var bits = word(index, in: bytes) & (.max << UInt64(first & 63))
    while true {
      while bits != 0 {
        let unit = index << 6 + bits.trailingZeroBitCount
        if unit >= unitCount { return false }
        ids[filled] = DocID(unit)
        filled += 1
        if filled == count { return true }
        bits &= bits - 1
      }
      index += 1
      if index << 6 >= unitCount { return false }
      bits = word(index, in: bytes)
    }
  }

  private func decodeBytes(
    _ count: Int, from first: Int, in bytes: RawSpan, into ids: inout [DocID]
  ) throws(PostingsError) -> Bool {
    var filled = 0
    var previous = first - 1
    var rank = try find(DocID(first), in: bytes).rank
    var chunk = first >> 8
    while chunk << 8 < unitCount {
      let end = try range(ofChunk: chunk, in: bytes).upperBound
      while rank < end {
        let unit = chunk << 8 | Int(bytes.byte(at: start + rank))
        guard unit > previous, unit < unitCount else {
          throw PostingsError(
            offset: start + rank, reason: "unit \(unit) of \(unitCount) follows \(previous)")
        }
        ids[filled] = DocID(unit)
        filled += 1
        if filled == count { return true }
        previous = unit
        rank += 1
      }
      chunk += 1
      if chunk << 8 < unitCount { rank = try range(ofChunk: chunk, in: bytes).lowerBound }
    }
    return false
  }

  /// Sets, in `count` words of `words` from `start` on, the bits of the list's units from `base` on, beside those that are set; `base` is a
  /// multiple of 256, as `count` is of 4. Bits of no unit stay as they are.
  package func formUnion(
    into words: inout [UInt64], at start: Int, count: Int, from base: DocID, in bytes: RawSpan
  ) throws(PostingsError) {
    precondition(base & 255 == 0 && count & 3 == 0 && start >= 0 && start + count <= words.count)
    let known = max(0, min(count, (unitCount - Int(base) + 63) >> 6))
    if isBitmap {
      for index in 0..<known { words[start + index] |= word(Int(base >> 6) + index, in: bytes) }
      if known > 0, unitCount < Int(base) + known << 6 {
        words[start + known - 1] &= .max >> UInt64(Int(base) + known << 6 - unitCount)
      }
      return
    }
    for chunk in 0..<(known + 3) >> 2 {
      let range = try range(ofChunk: Int(base >> 8) + chunk, in: bytes)
      setBits(of: range, at: start + chunk << 2, of: &words, in: bytes)
      // Bytes ascend, but only those of the last chunk may be of no unit.
      let units = unitCount - (Int(base) + chunk << 8)
      guard units >= 256 || range.allSatisfy({ Int(bytes.byte(at: self.start + $0)) < units }) else {
        throw PostingsError(
          offset: self.start + range.lowerBound, reason: "a unit behind the last of \(unitCount)")
      }
    }
  }

  /// Sets the bits of a chunk's bytes in four words.
  @inline(__always)
  private func setBits(of range: Range<Int>, at start: Int, of words: inout [UInt64], in bytes: RawSpan) {
    precondition(start >= 0 && start + 4 <= words.count)
    precondition(self.start + range.upperBound <= bytes.byteCount)
    // SAFETY: a byte divided by 64 is below 4, and the four words and all bytes of the range were just checked to be there.
    unsafe words.withUnsafeMutableBufferPointer { words in
      for rank in range {
        let low = unsafe Int(bytes.unsafeLoad(fromUncheckedByteOffset: self.start + rank, as: UInt8.self))
        unsafe words[start + (low >> 6)] |= 1 << UInt64(low & 63)
      }
    }
  }

  /// Appends the ids of a list of this form.
  static func append(
    _ ids: [DocID], unitCount: Int, form: ListForm, to bytes: inout [UInt8]
  ) {
    var rank = 0
    var ranks: [Int] = []
    for chunk in 0..<ListForm.chunkCount(unitCount: unitCount) {
      while rank < ids.count, Int(ids[rank]) >> 8 < chunk { rank += 1 }
      ranks.append(rank)
    }
    let bases = stride(from: 0, to: ranks.count, by: chunksOfBase).map { ranks[$0] }
    for base in bases { bytes.appendInteger(UInt32(base)) }
    for (chunk, rank) in ranks.enumerated() {
      // 255 chunks have fewer than 65,536 units.
      bytes.appendInteger(UInt16(rank - bases[chunk / chunksOfBase]))
    }
    switch form {
    case .gaps: preconditionFailure("gaps have no directory")
    case .bytes: for id in ids { bytes.append(UInt8(truncatingIfNeeded: id)) }
    case .bitmap:
      var words = [UInt64](repeating: 0, count: (unitCount + 63) / 64)
      for id in ids { words[Int(id >> 6)] |= 1 << UInt64(id & 63) }
      for word in words { bytes.appendInteger(word) }
    }
  }
}
