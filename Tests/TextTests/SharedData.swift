import Foundation
import TestSupport

/// Test data too large or too foreign for the repository, in a folder `shared` beside it.
///
/// Tests that need a file of it are skipped when it is not there.
enum SharedData {
  static let wordBreakTest = "corpora/unicode/WordBreakTest.txt"
  static let sentenceBreakTest = "corpora/unicode/SentenceBreakTest.txt"
  static let caseFolding = "corpora/unicode/CaseFolding.txt"
  static let stemmerWords = "corpora/snowball/english/voc.txt"
  static let stemmerStems = "corpora/snowball/english/output.txt"

  static func has(_ path: String) -> Bool { FileManager.default.isReadableFile(atPath: folder + "/" + path) }

  /// The lines of the file at `path`, the empty ones too but for the last.
  static func lines(of path: String) throws -> [Substring] {
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static let folder = Repository.shared ?? ""
}
