internal import Corpus

/// Why a file cannot be imported: what was found, what was expected, what to do.
///
/// The file is named by who reports the error.
package enum ImportError: Error, Equatable, CustomStringConvertible {
  /// The system refuses the file, or it is a folder or a pipe.
  case unreadable(reason: String)
  /// It is larger than ``SourceFile/byteCountLimit``.
  case tooLarge
  case unknownType
  case markdown
  case encoding(label: String)
  case noText(what: String)
  case missingProgram(folders: String)
  case programFailed(reason: String)
  case encrypted
  case slow(seconds: Int)
  case date(String)
  case name(String, reason: String)
  case differs(path: String)
  case notAFile(path: String)
  case writtenBefore(path: String, by: String)
  case unwritable(path: String, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let reason):
      "cannot be read: \(reason). Expected a file that you may read"
    case .tooLarge:
      "more than \(SourceFile.byteCountLimit) bytes (256 MiB) found. Split the file"
    case .unknownType:
      "neither HTML, PDF nor text by its name or its first bytes. Expected .html, .htm, .xhtml, .pdf or .txt; rename it, or convert it first"
    case .markdown:
      "a Markdown file is a document of the corpus as it is. Copy it into the corpus"
    case .encoding(let label):
      "it says that it is \(label); UTF-8, UTF-16 with a byte order mark and windows-1252 are expected. Convert a copy, "
        + "for example with: iconv -f \(Self.shellWord(label)) -t UTF-8, and change what it says of itself to UTF-8"
    case .noText(let what): "no text found: \(what)"
    case .missingProgram(let folders):
      "reading a PDF needs the program pdftotext, which is in no folder of PATH (\(folders)). "
        + "Install it (Debian, Ubuntu: apt-get install poppler-utils; macOS: brew install poppler), "
        + "or convert the file to text and import that"
    case .programFailed(let reason):
      "pdftotext cannot read it: \(reason). Expected a whole PDF; open it in a reader to see whether it is one"
    case .encrypted:
      "the PDF is locked with a password. Save a copy without one, and import that"
    case .slow(let seconds):
      "pdftotext was stopped after \(seconds) s. Convert the file by hand, and import the text"
    case .date(let text):
      "\"\(text)\" is no date. Expected YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-09-11"
    case .name(let name, let reason): "\"\(name)\" cannot name a document: \(reason). Give a name with --name"
    case .differs(let path):
      "\(path) is there and would change. Take another name with --name, or replace it with --force"
    case .notAFile(let path):
      "\(path) is a link, a folder or a device. Remove it, or take another name with --name"
    case .writtenBefore(let path, let source):
      "\(path) has just been written from \(source). Import them one by one, with --name"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }

  /// What a file says of itself goes into no shell.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      HTMLBytes.isLetter($0) || HTMLBytes.isDigit($0) || "-_.:".utf8.contains($0)
    }
    return isPlain ? text : "ENCODING"
  }
}
