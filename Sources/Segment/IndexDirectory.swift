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

  private var manifestPath: String { path + "/manifest.json" }
  private var segmentsPath: String { path + "/segments" }

  private func segmentPath(_ name: String) -> String { segmentsPath + "/" + name + Self.segmentSuffix }

  private static let segmentSuffix = ".seg"
  private static let temporarySuffix = ".tmp"
  private var temporaryManifestPath: String { manifestPath + Self.temporarySuffix }
  private var lockPath: String { path + "/.lock" }

  // MARK: - Reading

  /// - Throws: `missing` if there is no manifest.
  package func manifest() throws(SegmentError) -> Manifest {
    switch try FileSystem.kind(of: path) {
    case .nothing: throw .missing(path: path)
    case .file: throw .foreign(path: path, found: "it is a file, an index is a folder")
    case .folder: break
    }
    guard try FileSystem.kind(of: manifestPath) == .file else { throw .missing(path: path) }
    let file = try FileSystem.open(manifestPath, flags: FileDescriptor.reading)
    do {
      return try Manifest(parsing: try file.readAll(), path: manifestPath)
    } catch .foreign(let path, let found) {
      // Beside the lock of a build of ours it is our manifest, damaged.
      guard try FileSystem.kind(of: lockPath) == .nothing else {
        throw .corrupt(path: path, offset: 0, reason: found)
      }
      throw .foreign(path: path, found: found)
    }
  }

  /// The manifest that stands now, and its segments.
  ///
  /// A build that ends between the two reads may remove the segments of the manifest that was read; then all is read again.
  package func open() throws(SegmentError) -> (Manifest, [SegmentReader]) {
    var manifest = try manifest()
    while true {
      do {
        return (manifest, try openSegments(of: manifest))
      } catch {
        let present = try self.manifest()
        if present == manifest { throw error }
        manifest = present
      }
    }
  }

  /// Opens the segments that the manifest names, in its order, each of the size and with the counts that it says.
  package func openSegments(of manifest: Manifest) throws(SegmentError) -> [SegmentReader] {
    var readers: [SegmentReader] = []
    for segment in manifest.segments {
      let reader = try SegmentReader(opening: segmentPath(segment.name))
      guard reader.documentCount == segment.documentCount, reader.unitCount == segment.unitCount,
        reader.wordCount == segment.wordCount, reader.byteCount == segment.byteCount
      else {
        throw .corrupt(
          path: reader.path, offset: 0, reason: "its size and counts are not those that the manifest names")
      }
      readers.append(reader)
    }
    return readers
  }

  /// The same, every page checked.
  package func verifiedSegments(of manifest: Manifest) throws(SegmentError) -> [SegmentReader] {
    let readers = try openSegments(of: manifest)
    for reader in readers { try reader.verify() }
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
  package var temporarySegmentPath: String { segmentsPath + "/new" + Self.temporarySuffix }

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
    let readers = try verifiedSegments(of: manifest)
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
    try removeSegments(notIn: manifest.segments)
    return readers
  }

  /// Removes what builds that failed or died left: temporary files, and segments that no manifest names.
  ///
  /// What cannot be removed stays, for the next build to try again. Segments also stay beside a manifest that cannot be
  /// read: nobody knows which it names.
  package func discardLeftovers() {
    discardTemporaryFiles()
    do {
      let manifest = try manifest()
      // Whoever put it in place may have died before it was on the disk, where its forerunner may still need its own.
      try synchronize()
      try removeSegments(notIn: manifest.segments)
    } catch .missing {
      try? removeSegments(notIn: [])
    } catch {}
  }

  /// The same but for segments.
  package func discardTemporaryFiles() {
    try? FileSystem.remove(temporarySegmentPath)
    try? FileSystem.remove(temporaryManifestPath)
  }

  /// Makes the names of what stands last through a power cut, for which whoever gave them may not have lived.
  package func synchronize() throws(SegmentError) {
    try FileSystem.synchronizeFolder(segmentsPath)
    try FileSystem.synchronizeFolder(path)
  }

  private func removeSegments(notIn segments: [Manifest.Segment]) throws(SegmentError) {
    let named = Set(segments.map { $0.name + Self.segmentSuffix })
    for name in try FileSystem.names(in: segmentsPath) where !named.contains(name) && Self.isSegment(name) {
      try FileSystem.remove(segmentsPath + "/" + name)
    }
  }

  /// Whether a build of ours gave a file this name.
  private static func isSegment(_ name: String) -> Bool {
    name.hasSuffix(segmentSuffix) && Manifest.isName(name.dropLast(segmentSuffix.count))
  }
}
