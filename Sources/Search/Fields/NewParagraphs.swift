internal import Segment
internal import Synchronization

/// Which paragraphs of a snapshot earlier generations of its index lacked, each generation looked up once.
///
/// A paragraph is new if its document has its text more often than then; of equal texts in one document the last ones are. The history
/// (``Segment/IndexHistory``) tells which documents and how many, their texts which; that takes as long as to read the ids of all documents
/// and the texts of those that changed, and is kept for the last ``limit`` generations.
final class NewParagraphs: Sendable {
  private static let limit = 16
  private static let documentsPerCheck = 256
  /// Of half a KiB, say, each of which takes two microseconds to hash.
  private static let textsPerCheck = 64

  private let segments: [SegmentReader]
  private let generation: String
  private let history: IndexHistory
  /// For each segment the paragraphs, ascending and apart.
  private let known = Mutex<(ranges: [String: [[Range<Int>]]], order: [String])>(([:], []))

  init(of segments: [SegmentReader], generation: String, _ history: IndexHistory) {
    self.segments = segments
    self.generation = generation
    self.history = history
  }

  /// The generation that a name, or its beginning, stands for.
  func generation(named name: String) throws(SearchError) -> String {
    if known.withLock({ $0.ranges[name] != nil }) { return name }
    do throws(HistoryError) {
      return try history.generation(named: name, before: generation)
    } catch {
      throw .history(error)
    }
  }

  /// Those that a generation lacked: for each segment ranges, ascending and apart.
  ///
  /// - Parameter earlier: The generation as ``generation(named:)`` gives it.
  /// - Throws: `deadlineExceeded` if they are not known and the options' deadline passes before they are.
  func ranges(since earlier: String, _ options: SearchOptions) throws(SearchError) -> [[Range<Int>]] {
    if let ranges = known.withLock({ $0.ranges[earlier] }) { return ranges }
    let ranges = try find(try changes(since: earlier, options), options)
    known.withLock { known in
      guard known.ranges.updateValue(ranges, forKey: earlier) == nil else { return }
      known.order.append(earlier)
      if known.order.count > Self.limit { known.ranges[known.order.removeFirst()] = nil }
    }
    return ranges
  }

  private func changes(
    since earlier: String, _ options: SearchOptions
  ) throws(SearchError) -> [DocumentChange] {
    var difference = try Self.reading { () throws(HistoryError) in
      try history.openDifference(since: earlier, to: generation)
    }
    var isComplete = false
    while !isComplete {
      try options.checkDeadline()
      isComplete = try Self.reading { () throws(HistoryError) in
        !(try difference.add(documents: Self.documentsPerCheck))
      }
    }
    return difference.documents
  }

  private static func reading<Result>(_ body: () throws(HistoryError) -> Result) throws(SearchError) -> Result
  {
    do throws(HistoryError) { return try body() } catch { throw .history(error) }
  }

  private func find(
    _ changes: [DocumentChange], _ options: SearchOptions
  ) throws(SearchError) -> [[Range<Int>]] {
    // By bytes: strings are equal that are written with other scalars.
    var wanted: [[UInt8]: DocumentChange] = [:]
    for change in changes where change.addedCount > 0 { wanted[Array(change.id.utf8)] = change }
    var ranges: [[Range<Int>]] = []
    for segment in segments {
      var found: [Range<Int>] = []
      for index in 0..<segment.documentCount where !wanted.isEmpty {
        if index.isMultiple(of: Self.documentsPerCheck) { try options.checkDeadline() }
        let (id, units) = try SearchError.reading { () throws(SegmentError) in
          (Array(try segment.documentID(at: index).utf8), try segment.documentRecord(at: index).units)
        }
        guard let change = wanted.removeValue(forKey: id) else { continue }
        for unit in try newUnits(of: change, in: segment, units, options) { found.appendJoining(unit) }
      }
      ranges.append(found)
    }
    if let change = wanted.values.first { throw .segment(notHere(change)) }
    return ranges
  }

  /// The units of a document that are new, ascending: if as many are new as there are, all, and no text is read.
  private func newUnits(
    of change: DocumentChange, in segment: SegmentReader, _ units: Range<Int>, _ options: SearchOptions
  ) throws(SearchError) -> [Int] {
    if change.addedCount == units.count { return Array(units) }
    var missing: [UInt64: Int] = [:]
    for paragraph in change.paragraphs where paragraph.difference > 0 {
      missing[paragraph.hash] = paragraph.difference
    }
    var found: [Int] = []
    for unit in units.reversed() where !missing.isEmpty {
      if unit.isMultiple(of: Self.textsPerCheck) { try options.checkDeadline() }
      let hash = try SearchError.reading { () throws(SegmentError) in
        DocumentChange.hash(ofText: try segment.text(ofUnitAt: unit))
      }
      guard let count = missing[hash] else { continue }
      missing[hash] = count > 1 ? count - 1 : nil
      found.append(unit)
    }
    guard missing.isEmpty else { throw .segment(notHere(change)) }
    return found.reversed()
  }

  /// The history is not one of this index, whatever its checksums say.
  private func notHere(_ change: DocumentChange) -> SegmentError {
    .corrupt(
      Damage(
        path: history.path, offset: 0,
        reason: "it has paragraphs of document \(change.id) that generation \(generation) has not"))
  }
}
