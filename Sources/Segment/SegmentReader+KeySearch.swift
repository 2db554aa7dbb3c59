internal import Postings

/// Binary search for the bytes of a term or a stem.
extension SegmentReader {
  /// Where `wanted` stands among the keys of a table, or would stand.
  struct KeyPlace {
    /// The first record whose key does not come before it.
    var ordinal: Int
    /// Whether that is its key.
    var isThere: Bool
  }

  /// Where `wanted` stands among the records numbered `ordinals`, whose end it may be.
  ///
  /// What a look costs is counted: an index of many segments looks up each word in each. So the file is lent once, and of a key
  /// eight bytes are compared at once.
  ///
  /// - Precondition: `table` is `terms` or `stems`, and has these records.
  /// - Complexity: O(log *n*) for *n* ordinals.
  func place(
    of wanted: [UInt8], in table: SegmentFormat.Section, among ordinals: Range<Int>
  ) throws(SegmentError) -> KeyPlace {
    let (keys, width) = Self.keys(of: table)
    let (records, keyBytes) = (range(of: table), range(of: keys))
    precondition(
      ordinals.lowerBound >= 0 && (ordinals.upperBound + 1) * width <= records.count)
    let beginning = KeyBeginning(wanted)
    return try withFile { (file: RawSpan) throws(SegmentError) -> KeyPlace in
      var (low, high) = (ordinals.lowerBound, ordinals.upperBound)
      while low < high {
        let middle = low + (high - low) / 2
        let record = records.lowerBound + middle * width
        try check(inFile: record..<record + width + 4)
        let start = Int(file.integer(at: record, as: UInt32.self))
        let end = Int(file.integer(at: record + width, as: UInt32.self))
        guard start <= end, end <= keyBytes.count else {
          throw noRange(start, end, of: keys, in: table, at: middle * width)
        }
        let key = keyBytes.lowerBound + start..<keyBytes.lowerBound + end
        try check(inFile: key)
        let other = KeyBeginning(file, key)
        let order =
          other == beginning
          ? Self.order(of: file, in: key, comparedWith: wanted) : other < beginning ? -1 : 1
        if order == 0 { return KeyPlace(ordinal: middle, isThere: true) }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return KeyPlace(ordinal: low, isThere: false)
    }
  }

  /// Where the bytes of a table's keys lie, and the bytes of a record, which begins with where its key does.
  static func keys(of table: SegmentFormat.Section) -> (section: SegmentFormat.Section, width: Int) {
    table == .terms
      ? (.termBytes, SegmentFormat.TermRecord.byteCount) : (.stemBytes, SegmentFormat.StemRecord.byteCount)
  }

  /// Negative where the bytes in `range` come before `wanted`, 0 where they are the same.
  static func order(of bytes: RawSpan, in range: Range<Int>, comparedWith wanted: [UInt8]) -> Int {
    for index in 0..<min(range.count, wanted.count) {
      let byte = bytes.byte(at: range.lowerBound + index)
      if byte != wanted[index] { return Int(byte) - Int(wanted[index]) }
    }
    return range.count - wanted.count
  }
}

/// The first eight bytes of a key, zeros behind a shorter one, as a number: of two that differ, the keys are in the order of these.
private struct KeyBeginning: Comparable {
  private let number: UInt64

  init(_ key: [UInt8]) {
    number = key.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(56 - 8 * $1.offset) }
  }

  /// - Precondition: Eight bytes lie in the file from the key's first on, as in front of every footer.
  @inline(__always)
  init(_ file: RawSpan, _ key: Range<Int>) {
    let bytes = file.integer(at: key.lowerBound, as: UInt64.self).byteSwapped
    // A shift by 64 or more leaves nothing.
    number = bytes & ~(UInt64.max >> UInt64(8 * key.count))
  }

  @inline(__always)
  static func < (left: KeyBeginning, right: KeyBeginning) -> Bool { left.number < right.number }
}
