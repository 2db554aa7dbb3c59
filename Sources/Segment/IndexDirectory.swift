internal import Postings

/// The folder of an index: `manifest.json`, `segments/NAME.seg`, and the lock of whoever builds.
///
/// Everything is written under another name, put on the disk, renamed, and the folder put on the disk; the manifest last. So at
/// every moment there is either the old index or the new one, whole.
package struct IndexDirectory: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  static let manifestName = "manifest.json"
  static let segmentsName = "segments"
  static let segmentSuffix = ".seg"
  static let temporarySuffix = ".tmp"
  static let temporarySegmentName = "new" + temporarySuffix

  var manifestPath: String { path + "/" + Self.manifestName }
  var segmentsPath: String { path + "/" + Self.segmentsName }
  var temporaryManifestPath: String { manifestPath + Self.temporarySuffix }
  private var lockPath: String { path + "/.lock" }

  func segmentPath(_ name: String) -> String { segmentsPath + "/" + name + Self.segmentSuffix }

  // MARK: - Reading

  /// - Throws: `missing` if there is no manifest.
  package func manifest() throws(SegmentError) -> Manifest {
    switch try FileSystem.kind(of: path) {
    case .nothing: throw .missing(path: path)
    case .file, .other: throw .foreign(path: path, found: "it is a file, an index is a folder")
    case .folder: break
    }
    guard try FileSystem.kind(of: manifestPath) != .nothing else { throw .missing(path: path) }
    let file = try FileSystem.openFile(manifestPath)
    guard try file.byteCount() <= Manifest.byteCountLimit else {
      throw try foreignOrDamaged("it has more than \(Manifest.byteCountLimit) bytes, which no manifest has")
    }
    do throws(SegmentError) {
      return try Manifest(parsing: try file.readAll(), path: manifestPath)
    } catch .foreign(_, let found) {
      throw try foreignOrDamaged(found)
    }
  }

  /// What is no manifest is ours, damaged, if it stands beside the lock of a build of ours.
  private func foreignOrDamaged(_ found: String) throws(SegmentError) -> SegmentError {
    try FileSystem.kind(of: lockPath) == .nothing
      ? .foreign(path: manifestPath, found: found) : .corrupt(path: manifestPath, offset: 0, reason: found)
  }

  /// The manifest that stands now, and its segments.
  ///
  /// A build that ends between the two reads may remove the segments of the manifest that was read; then all is read again. So
  /// it is, twice, if the manifest is still the same: two builds may have come, and the second brought it back.
  package func open() throws(SegmentError) -> (Manifest, [SegmentReader]) {
    var manifest = try manifest()
    var sameCount = 0
    while true {
      do {
        return (manifest, try openSegments(of: manifest))
      } catch {
        let present = try self.manifest()
        sameCount = present == manifest ? sameCount + 1 : 0
        if sameCount > 2 { throw error }
        manifest = present
      }
    }
  }

  /// Opens the segments that the manifest names, in its order, each of the size and with the counts that it says.
  package func openSegments(of manifest: Manifest) throws(SegmentError) -> [SegmentReader] {
    var readers: [SegmentReader] = []
    for segment in manifest.segments { readers.append(try openSegment(segment)) }
    return readers
  }

  /// Opens a segment that the manifest names: whatever stands there and is not it is damaged.
  func openSegment(_ segment: Manifest.Segment) throws(SegmentError) -> SegmentReader {
    let path = segmentPath(segment.name)
    let reader: SegmentReader
    do throws(SegmentError) {
      reader = try SegmentReader(opening: path)
    } catch .foreign(_, let found) {
      throw .corrupt(path: path, offset: 0, reason: found)
    } catch .version(_, let found, let expected) {
      throw .corrupt(
        path: path, offset: SegmentFormat.magic.count,
        reason: "format \(found), the manifest that names it is of format \(expected)")
    }
    let found = [reader.byteCount, reader.documentCount, reader.unitCount, reader.wordCount]
    let expected = [segment.byteCount, segment.documentCount, segment.unitCount, segment.wordCount]
    guard found == expected else {
      throw .corrupt(
        path: path, offset: 0,
        reason: "bytes, documents, paragraphs and words are \(found), the manifest says \(expected)")
    }
    return reader
  }

  /// The same, every page checked.
  package func checkedSegments(of manifest: Manifest) throws(SegmentError) -> [SegmentReader] {
    let readers = try openSegments(of: manifest)
    for reader in readers { try reader.checkAllPages() }
    return readers
  }

  // MARK: - Writing

  /// Makes the folders where they are missing, and holds the lock while `body` writes.
  ///
  /// - Throws: `locked` if another build holds it; `foreign` if what stands there is not an index.
  @discardableResult
  package func withLock<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      _ = try manifest()
    } catch SegmentError.foreign(let path, let found) {
      // An index that is damaged or of another version may be replaced, what is not ours may not.
      throw SegmentError.foreign(path: path, found: found)
    } catch {}
    try FileSystem.makeFolder(segmentsPath)
    let file = try FileSystem.open(lockPath, flags: FileDescriptor.locking)
    guard try file.tryLock() else { throw SegmentError.locked(path: lockPath) }
    let result = try body()
    // Closing gives the lock back; said here so that it is held until now.
    _ = consume file
    return result
  }

  /// Where to write a segment before it is published.
  package var temporarySegmentPath: String { segmentsPath + "/" + Self.temporarySegmentName }

  /// Gives the finished file at ``temporarySegmentPath`` its name.
  package func publishSegment(named name: String) throws(SegmentError) {
    try FileSystem.rename(temporarySegmentPath, to: segmentPath(name))
    try FileSystem.synchronizeFolder(segmentsPath)
  }

  /// Reads the segments back by path, puts the manifest in place, reads that back too, and only then removes segments that
  /// it does not name.
  ///
  /// - Returns: The segments, every page checked.
  package func publish(_ manifest: Manifest) throws(SegmentError) -> [SegmentReader] {
    let readers = try checkedSegments(of: manifest)
    do {
      let file = try FileSystem.open(temporaryManifestPath, flags: FileDescriptor.creating)
      let bytes = manifest.bytes
      // SAFETY: every byte of an array of bytes is initialized.
      try unsafe file.write(bytes.span.bytes)
      try file.synchronize()
    }
    try FileSystem.rename(temporaryManifestPath, to: manifestPath)
    try FileSystem.synchronizeFolder(path)

    guard try self.manifest() == manifest else {
      throw .corrupt(path: manifestPath, offset: 0, reason: "it is not what was written")
    }
    try removeLeftovers(besides: manifest.segments)
    return readers
  }

  /// Makes the names of what stands last through a power cut, for which whoever gave them may not have lived.
  package func synchronize() throws(SegmentError) {
    try FileSystem.synchronizeFolder(segmentsPath)
    try FileSystem.synchronizeFolder(path)
  }
}
