internal import Foundation
internal import Postings
internal import Query
internal import Search
internal import Segment

/// Any file is a segment or a typed error, whatever is read of it and asked of it.
///
/// Checksums are made right first, so that the fuzzer gets past them to the values, which no checksum vouches for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  Checksums.repair(in: &bytes)
  place.write(bytes, to: "/segments/\(name).seg")
  guard let segment = try? SegmentReader(opening: place.folder + "/segments/\(name).seg") else { return 0 }
  precondition((try? segment.checkAllPages()) != nil, "the checksums were made right")
  try? readAll(of: segment)

  let entry = Manifest.Segment(
    name: name, byteCount: segment.byteCount, documentCount: segment.documentCount,
    unitCount: segment.unitCount,
    wordCount: segment.wordCount)
  place.write(
    Manifest(generation: name, pipeline: "fuzz", segments: [entry]).bytes, to: "/manifest.json")
  _ = try? IndexDirectory(path: place.folder).verify()
  _ = try? IndexDirectory(path: place.folder).statistics()
  _ = try? IndexDirectory(path: place.folder).verify()
  guard let snapshot = try? Snapshot(openingIndexAt: place.folder) else { return 0 }
  for query in queries { ask(query, of: snapshot) }
  for beginning in ["v", "the v"] { _ = try? snapshot.suggestions(for: beginning) }
  _ = try? snapshot.nearestTerms(to: Array("vetos".utf8), in: .anyForm)
  return 0
}

private let name = String(repeating: "0", count: 64)
private let place = Place()

/// Words of the golden segments, in every kind of clause.
private let queries = [
  "veto", "=vetoes", "\"the veto\"", "veto un -the", "a OR (un veto)", "year:2012..2013",
  "\"veto a veto\" date:2013-09", "speaker:France veto", "mode:reported OR a", "the veto", "=the OR =veto",
].compactMap { (try? QueryParser().parse($0))?.query }

private func ask(_ query: Query, of snapshot: Snapshot) {
  _ = try? snapshot.search(query)
  var again = SearchOptions()
  again.leastUnitCountForRanges = 0
  for _ in 0..<2 { _ = try? snapshot.best(query, again) }
  _ = try? snapshot.count(query)
  _ = try? snapshot.trend(query)
  for field in FacetField.allCases { _ = try? snapshot.facet(field, query) }
}

/// Reads through every door. Each record by itself, since one that is refused hides none behind it.
private func readAll(of segment: SegmentReader) throws {
  // Counts are bounded by the file's size, since a record takes more than a byte.
  precondition(segment.documentCount + segment.unitCount + segment.termCount <= segment.byteCount)
  for index in 0..<segment.documentCount {
    _ = try? segment.documentRecord(at: index)
    _ = try? segment.document(at: index)
  }
  for index in 0..<segment.unitCount {
    guard let unit = try? segment.unit(at: index) else { continue }
    _ = try? segment.headings(at: unit.heading)
    _ = try? segment.ranges(inUnits: index..<index + 1)
  }
  for index in 0..<segment.termCount {
    if let bytes = try? segment.key(at: index, in: .terms) { _ = try? segment.term(bytes) }
    if let entry = try? segment.term(at: index) { try? walk(entry, of: segment) }
  }
  for stem in ["a", "the", "un", "veto"] {
    guard let entry = try? segment.stem(Array(stem.utf8)) else { continue }
    try? walk(entry, of: segment)
  }
}

private func walk(_ entry: DictionaryEntry, of segment: SegmentReader) throws {
  let hasPositions = entry.section == .postings
  var cursor = try segment.cursor(over: entry, withPositions: hasPositions)
  var places: [UInt32] = []
  try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
    while try cursor.next(in: bytes) != .end {
      let frequency = try cursor.frequency(in: bytes)
      precondition(Int(cursor.docID) < segment.unitCount && frequency > 0)
      if hasPositions { try cursor.positions(in: bytes, postings: bytes, into: &places) }
    }
  }
}

/// A folder in memory with the shape of an index.
private struct Place {
  let folder = "/dev/shm/verbatim-fuzz-\(getpid())"

  init() {
    // Whatever fails here ends the run, as it must.
    // swift-format-ignore: NeverUseForceTry
    try! FileManager.default.createDirectory(atPath: folder + "/segments", withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: "/dev/shm/verbatim-fuzz-\(getpid())") }
  }

  func write(_ bytes: [UInt8], to path: String) {
    // SAFETY: the path is a C string, and the bytes an array's, for the time of the calls.
    let descriptor = unsafe open(folder + path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    let count = unsafe Foundation.write(descriptor, bytes, bytes.count)
    precondition(count == bytes.count)
    close(descriptor)
  }
}
