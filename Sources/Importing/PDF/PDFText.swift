internal import Corpus

/// The text of a PDF, as `pdftotext` of poppler gives it.
struct PDFText: Sendable {
  /// The folders of `PATH`; nil if it is not set.
  var searchPath: String?
  var secondLimit = 300

  /// - Parameter path: Absolute, so that it is no option.
  func read(_ path: String) throws(ImportError) -> [UInt8] {
    let program = try program()
    let process = Subprocess(timeLimit: .seconds(secondLimit), outputLimit: SourceFile.byteCountLimit)
    let ending: Subprocess.Ending
    do throws(System.Refusal) {
      ending = try process.run([program, "-enc", "UTF-8", path, "-"])
    } catch {
      throw .programFailed(reason: error.reason)
    }
    switch ending {
    case .outOfTime: throw .slow(seconds: secondLimit)
    case .tooMuchOutput: throw .tooLarge
    case .exit(code: 0, let output, _): return output
    case .exit(let code, _, let errors): throw Self.error(errors, code: code)
    }
  }

  private static func error(_ errors: [UInt8], code: Int32) -> ImportError {
    let text = String(decoding: errors, as: UTF8.self)
    if text.contains("Incorrect password") { return .encrypted }
    // The last line is the one it gave up at.
    let line = text.split(whereSeparator: \.isNewline).last.flatMap { DocumentFacts.line(String($0)) }
    return .programFailed(reason: line ?? "it ended with code \(code)")
  }

  private func program() throws(ImportError) -> String {
    let folders = (searchPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    for folder in folders {
      let path = folder + "/pdftotext"
      if case .file? = try? FileSystem.target(at: String(path)), System.mayRun(String(path)) {
        return String(path)
      }
    }
    throw .missingProgram(folders: searchPath ?? "not set")
  }
}
