/// Why an index cannot be opened, read or written: where, what was found, what was expected, what to do.
package enum SegmentError: Error, Equatable, CustomStringConvertible {
  /// There is no index in this folder.
  case missing(path: String)
  /// What stands at the path is not an index, and is not touched.
  case foreign(path: String, found: String)
  /// The file is of this project but of another format version.
  case version(path: String, found: Int, expected: Int)
  /// A file of an index was damaged, was cut short, or is gone.
  case corrupt(Damage)
  /// A system call failed.
  case system(call: String, path: String, errno: Int32)
  /// Another build holds the lock of this index.
  case locked(path: String)
  /// A limit of the format was reached.
  case tooLarge(path: String, reason: String)

  static func corrupt(
    path: String, section: SegmentFormat.Section? = nil, offset: Int, reason: String
  ) -> SegmentError {
    .corrupt(Damage(path: path, section: section, offset: offset, reason: reason))
  }

  package var description: String {
    switch self {
    case .missing(let path):
      "no index in '\(path)': there is no manifest.json; build one with 'verbatim index build'"
    case .foreign(let path, let found):
      "'\(path)' is not an index of this program: \(found); name another folder with --index"
    case .version(let path, let found, let expected) where found < expected:
      "'\(path)' has index format \(found), which is older than the format \(expected) that this program reads; "
        + "build it again with 'verbatim index build'"
    case .version(let path, let found, let expected):
      "'\(path)' has index format \(found), which is newer than the format \(expected) that this program reads; "
        + "use a newer verbatim, or build it again with 'verbatim index build'"
    case .corrupt(let damage):
      "\(damage); remove it if it is there, and run 'verbatim index build'"
    case .system(let call, let path, let errno):
      "\(call) '\(path)': \(systemMessage(errno))"
    case .locked(let path):
      "another build holds '\(path)'; wait for it to end"
    case .tooLarge(let path, let reason):
      "'\(path)' cannot be written: \(reason)"
    }
  }
}
