internal import Corpus

/// The file of the corpus that an import writes.
struct TargetFile {
  /// The corpus folder's real path.
  let folder: String
  let name: String

  enum Outcome {
    case written
    case upToDate
  }

  /// Puts `bytes` there: under a temporary name first, so that nobody sees half of them.
  ///
  /// - Parameters:
  ///   - replaces: Whether another file may go for it.
  ///   - shownPath: What errors call it.
  func write(_ bytes: [UInt8], replaces: Bool, shownPath: String) throws(ImportError) -> Outcome {
    if let old = try current(upTo: bytes.count, shownPath) {
      if old == bytes { return .upToDate }
      guard replaces else { throw .differs(path: shownPath) }
    }
    let temporary = "\(folder)/.\(name).md.import-\(System.processID)"
    do throws(System.Refusal) {
      try System.create(temporary, bytes)
      try System.rename(temporary, to: path, in: folder)
    } catch {
      System.remove(temporary)
      throw .unwritable(path: shownPath, reason: error.reason)
    }
    return .written
  }

  private var path: String { "\(folder)/\(name).md" }

  /// The bytes of the file that stands there, one more than `count` at most; nil if none does.
  private func current(upTo count: Int, _ shownPath: String) throws(ImportError) -> [UInt8]? {
    do throws(FileSystem.Refusal) {
      if case .file = try FileSystem.entry(at: path) { return try FileSystem.bytes(of: path, limit: count) }
    } catch {
      if error.isMissing { return nil }
      throw .unwritable(path: shownPath, reason: error.reason)
    }
    throw .notAFile(path: shownPath)
  }
}
