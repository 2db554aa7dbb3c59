/// Why a corpus cannot be read: what was found, what was expected, what to do.
package enum CorpusError: Error, Equatable, CustomStringConvertible {
  /// The corpus folder is not there.
  case missingFolder(path: String)
  /// What stands there is a file.
  case notAFolder(path: String)
  /// The folder holds no file that becomes a document.
  case noSources(path: String)
  /// The system refuses a file or folder.
  case unreadable(path: String, reason: String)
  /// The system refuses the file that is named to stand for `corpus.yaml`.
  case unreadableConfiguration(path: String, reason: String)
  /// A name is not UTF-8; in `path` a byte of it beyond ASCII stands as `\xC3`.
  case unreadableName(path: String)
  /// A file is larger than `limit`, which is ``SourceFile/byteCountLimit`` for a source.
  case tooLarge(path: String, byteCount: Int, limit: Int = SourceFile.byteCountLimit)
  /// A file is not UTF-8. `offset` counts bytes from 0, `line` lines from 1.
  case invalidUTF8(path: String, offset: Int, line: Int)
  /// More combining marks stand in a row than ``MarkCheck`` lets pass. `line` counts from 1.
  case tooManyMarks(path: String, line: Int)
  /// The YAML between the `---` lines cannot be used. `line` counts in the file, from 1.
  case frontMatter(path: String, line: Int, reason: String)
  /// `corpus.yaml` or its like cannot be used.
  case configuration(path: String, line: Int, reason: String)
  /// `speakers.yaml` cannot be used.
  case speakers(path: String, line: Int, reason: String)
  /// A table is not what its rule in `corpus.yaml` says, or is broken.
  case table(path: String, line: Int, reason: String)

  package var description: String {
    switch self {
    case .missingFolder(let path):
      "\(path): there is no such folder. A corpus is a folder of .md and .txt files; name it with --corpus."
    case .notAFolder(let path):
      "\(path): it is no folder. A corpus is a folder of .md and .txt files; name it with --corpus."
    case .noSources(let path):
      "\(path): no source files found. Expected .md or .txt files here or in folders below "
        + "(hidden files and README.md do not count); add some, or name another folder with --corpus."
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason). Make it readable, or take it out of the corpus."
    case .unreadableConfiguration(let path, let reason):
      "\(path): cannot be read: \(reason). Name a file to read in place of corpus.yaml with --config, or leave it out."
    case .unreadableName(let path):
      "\(path): the name is not UTF-8 (its bytes beyond ASCII stand here as \\x and two digits). "
        + "Rename it, or take it out of the corpus."
    case .tooLarge(let path, let byteCount, let limit):
      "\(path): \(byteCount) bytes found, at most \(limit) (\(limit >> 20) MiB) expected. Split the file."
    case .invalidUTF8(let path, let offset, let line):
      "\(path):\(line): not UTF-8 at byte \(offset). Text is expected in UTF-8; "
        + "convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8"
    case .tooManyMarks(let path, let line):
      "\(path):\(line): more than \(MarkCheck.limit) combining marks in a row, which no text has. "
        + "Take them out, or take the file out of the corpus."
    case .frontMatter(let path, let line, let reason):
      "\(path):\(line): front matter: \(reason)"
    case .configuration(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    case .speakers(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    case .table(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    }
  }
}
