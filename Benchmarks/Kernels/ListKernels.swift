import Postings

/// Lists of each form: their ids asked and walked, the frequencies and positions of postings found.
struct ListKernels {
  let timer: KernelTimer
  let seed: UInt64

  /// With units from a posting to the next that give the form.
  private static let forms = [(ListForm.gaps, distance: 100), (.bytes, distance: 16), (.bitmap, distance: 3)]

  func table() throws -> MarkdownTable {
    let lists = Self.forms.map { form, distance in
      let list = KernelList(distance: distance, seed: seed)
      precondition(ListForm(documentFrequency: list.ids.count, unitCount: KernelList.unitCount) == form)
      return list
    }
    var table = MarkdownTable(header: ["ns"] + Self.forms.map { "\($0.0)" })
    func add(_ name: String, _ measure: (KernelList) throws -> Double?) throws {
      table.add([name] + (try lists.map { try measure($0)?.rounded(to: 2) ?? "" }))
    }
    try add("contains, a unit asked", contains)
    try add("keep, a unit asked", keep)
    try add("seek, a unit asked", seekAny)
    try add("ids by blocks, a posting") { try walk($0, withFrequencies: false) }
    try add("ids and frequencies by blocks, a posting") { try walk($0, withFrequencies: true) }
    try add("seek, a posting that is there") { try seek($0) { _, _, _ in 0 } }
    try add("seek and frequency (rank)") {
      try seek($0) { cursor, postings, _ in try cursor.frequency(in: postings) }
    }
    try add("seek and first position (rank, frequency)") {
      try seek($0) { cursor, postings, positions in
        Int(try cursor.positionWalk(in: positions, postings: postings).position)
      }
    }
    return table
  }

  /// Ascending units, one of eight: more than most lists have, fewer than a bitmap.
  private var asked: [DocID] {
    var generator = SplitMix64(seed: seed &+ 1)
    return (0..<DocID(KernelList.unitCount) / 8).map { 8 * $0 + DocID(generator.next() & 7) }
  }

  private func contains(_ list: KernelList) throws -> Double? {
    let asked = asked
    // SAFETY: every byte of an array of bytes is initialized.
    guard let directory = try unsafe PostingsCursor(list.list, in: list.postings.span.bytes).directory else {
      return nil
    }
    return try timer.nanoseconds(for: asked.count) {
      // SAFETY: as above.
      let bytes = unsafe list.postings.span.bytes
      var found = 0
      for unit in asked where try directory.contains(unit, in: bytes) { found += 1 }
      return found
    }
  }

  /// A block of 128 at a time, as of another list.
  private func keep(_ list: KernelList) throws -> Double? {
    let asked = asked
    let blocks = stride(from: 0, to: asked.count, by: PostingsFormat.blockSize).map {
      Array(asked[$0..<$0 + PostingsFormat.blockSize])
    }
    // SAFETY: every byte of an array of bytes is initialized.
    guard let directory = try unsafe PostingsCursor(list.list, in: list.postings.span.bytes).directory else {
      return nil
    }
    var indexes = [Int](repeating: 0, count: PostingsFormat.blockSize)
    return try timer.nanoseconds(for: asked.count) {
      // SAFETY: as above.
      let bytes = unsafe list.postings.span.bytes
      var kept = 0
      for block in blocks {
        for index in indexes.indices { indexes[index] = index }
        kept += try directory.keep(&indexes, count: block.count, of: block, in: bytes)
      }
      return kept
    }
  }

  private func seekAny(_ list: KernelList) throws -> Double? {
    let asked = asked
    return try timer.nanoseconds(for: asked.count) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe list.postings.span.bytes
      var cursor = try PostingsCursor(list.list, in: bytes)
      var found = 0
      for unit in asked where try cursor.seek(unit, in: bytes) { found += 1 }
      return found
    }
  }

  private func walk(_ list: KernelList, withFrequencies: Bool) throws -> Double {
    try timer.nanoseconds(for: list.ids.count) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe list.postings.span.bytes
      var cursor = try PostingsCursor(list.list, in: bytes)
      var sum = 0
      try cursor.next(in: bytes)
      while cursor.docID != .end {
        let run = try cursor.run(below: .end, in: bytes)
        sum &+= Int(cursor.ids[run.upperBound - 1])
        if withFrequencies {
          try cursor.decodeFrequencies(in: bytes)
          sum &+= Int(cursor.frequencies[run.upperBound - 1])
        }
        try cursor.pass(run, in: bytes)
      }
      return sum
    }
  }

  /// One of eight postings, one behind the other, and what `body` asks of each.
  private func seek(
    _ list: KernelList,
    _ body: (inout PostingsCursor, _ postings: RawSpan, _ positions: RawSpan) throws -> Int
  ) throws -> Double {
    let units = stride(from: 0, to: list.ids.count, by: 8).map { list.ids[$0] }
    return try timer.nanoseconds(for: units.count) {
      // SAFETY: every byte of an array of bytes is initialized.
      let (postings, positions) = unsafe (list.postings.span.bytes, list.positions.span.bytes)
      var cursor = try PostingsCursor(list.list, in: postings)
      var sum = 0
      for unit in units where try cursor.seek(unit, in: postings) {
        sum &+= 1 + (try body(&cursor, postings, positions))
      }
      return sum
    }
  }
}
