/// What lies in the folder of an index and is no part of it.
extension IndexDirectory {
  /// A file that the manifest does not name.
  package struct StrayFile: Equatable, Sendable {
    /// Relative to the index's folder.
    package var path: String
    /// Whether a build gave it its name: one that died, or is still under way. The next one removes it.
    package var isLeftover: Bool
  }

  /// Temporary files, and all in the folder of segments that none of `segments` is.
  package func strayFiles(besides segments: [Manifest.Segment]) throws(SegmentError) -> [StrayFile] {
    var files: [StrayFile] = []
    if try FileSystem.kind(of: temporaryManifestPath) != .nothing {
      files.append(StrayFile(path: Self.manifestName + Self.temporarySuffix, isLeftover: true))
    }
    if try FileSystem.kind(of: history.temporaryPath) != .nothing {
      files.append(
        StrayFile(path: IndexHistory.folderName + "/new" + Self.temporarySuffix, isLeftover: true))
    }
    guard try FileSystem.kind(of: segmentsPath) == .folder else { return files }
    let named = Set(segments.map { $0.name + Self.segmentSuffix })
    for name in try FileSystem.names(in: segmentsPath) where !named.contains(name) {
      files.append(
        StrayFile(path: Self.segmentsName + "/" + name, isLeftover: Self.isNameOfABuild(name)))
    }
    return files
  }

  /// Removes what builds that failed or died left: temporary files, and segments that no manifest names.
  ///
  /// What cannot be removed stays, for the next build to try again. Segments also stay beside a manifest that cannot be
  /// read: nobody knows which it names.
  package func discardLeftovers() {
    discardTemporaryFiles()
    do throws(SegmentError) {
      let manifest = try manifest()
      // Whoever put it in place may have died before it was on the disk, where its forerunner may still need its own.
      try synchronize()
      try removeLeftovers(besides: manifest.segments)
    } catch .missing {
      try? removeLeftovers(besides: [])
    } catch {}
  }

  /// The same but for segments.
  package func discardTemporaryFiles() {
    try? FileSystem.remove(temporarySegmentPath)
    try? FileSystem.remove(temporaryManifestPath)
    try? FileSystem.remove(history.temporaryPath)
  }

  func removeLeftovers(besides segments: [Manifest.Segment]) throws(SegmentError) {
    for file in try strayFiles(besides: segments) where file.isLeftover {
      try FileSystem.remove(path + "/" + file.path)
    }
  }

  /// Whether a build gave a file in the folder of segments this name.
  private static func isNameOfABuild(_ name: String) -> Bool {
    name == temporarySegmentName
      || (name.hasSuffix(segmentSuffix) && Manifest.isName(name.dropLast(segmentSuffix.count)))
  }
}
