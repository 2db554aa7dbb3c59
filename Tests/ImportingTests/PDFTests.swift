import Foundation
import TestSupport
import Testing

@testable import Importing

/// PDFs, by `pdftotext` where it is installed; how it fails, by programs of the tests' own.
struct PDFTests {
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  private static let isInstalled = searchPath.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/corpus", withIntermediateDirectories: false)
  }

  /// A PDF of one page with these lines.
  private static func pdf(_ lines: [String]) -> [UInt8] {
    let text = lines.map { "(\($0)) Tj T*" }.joined(separator: "\n")
    let stream = lines.isEmpty ? "" : "BT /F1 12 Tf 14 TL 72 720 Td\n\(text)\nET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private func add(_ path: String, searchPath: String? = Self.searchPath) throws -> ImportReport {
    var importer = try Importer(corpus: folder.path + "/corpus", options: .init(), searchPath: searchPath)
    return try importer.add(path)
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed: apt-get install poppler-utils"))
  func aPDFBecomesADocument() throws {
    let lines = [
      "The Council met to speak of the veto, and of what its members had asked",
      "each other to do before the next of their meetings was held.",
    ]
    let report = try add(try folder.write(Self.pdf(lines), to: "a.pdf"))
    #expect(report.paragraphCount == 1)
    let text = String(decoding: try folder.read("corpus/a.md"), as: UTF8.self)
    #expect(text.contains("\n\(lines.joined(separator: " "))\n"))
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed: apt-get install poppler-utils"))
  func aPDFWithoutTextOrOutOfOrderIsRefused() throws {
    let scan = try folder.write(Self.pdf([]), to: "scan.pdf")
    #expect { try add(scan) } throws: { "\($0)".contains("text recognition") }
    let broken = try folder.write("%PDF-1.4\nnothing", to: "broken.pdf")
    #expect { try add(broken) } throws: { "\($0)".contains("pdftotext cannot read it") }
    #expect(try folder.names(in: "corpus") == [])
  }

  @Test(arguments: [nil, "", "/nonexistent", "relative"])
  func aMissingProgramIsNamed(searchPath: String?) throws {
    let path = try folder.write(Self.pdf(["text"]), to: "a.pdf")
    #expect { try add(path, searchPath: searchPath) } throws: {
      "\($0)".contains("poppler-utils") && "\($0)".contains("brew install poppler")
    }
  }

  private func program(_ script: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n" + script, to: "bin/pdftotext")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return folder.path + "/bin"
  }

  @Test func whatTheProgramSaysIsTold() throws {
    let path = try folder.write(Self.pdf(["text"]), to: "-a.pdf")
    let locked = try program("echo 'Command Line Error: Incorrect password' >&2; exit 1")
    #expect(throws: ImportError.encrypted) { try add(path, searchPath: locked) }
    let failing = try program("yes complaint | head -n 100000 >&2; echo 'Syntax Error: bad' >&2; exit 3")
    #expect(throws: ImportError.self) { try add(path, searchPath: failing) }
    let crashing = try program("kill -9 $$")
    #expect(throws: ImportError.programFailed(reason: "it ended with code 137")) {
      try add(path, searchPath: crashing)
    }
    // The file is given by its whole path, which is no option.
    let naming = try program("echo \"$1 $2 $4\"; case \"$3\" in /*) echo absolute;; esac")
    _ = try add(path, searchPath: naming)
    let text = String(decoding: try folder.read("corpus/a.md"), as: UTF8.self)
    #expect(text.contains("-enc UTF-8 -") && text.contains("absolute"))
  }

  @Test func limitsEndAProgram() throws {
    let script = try program("exec sleep 60")
    let slow = PDFText(searchPath: script, secondLimit: 0)
    #expect(throws: ImportError.slow(seconds: 0)) { try slow.read("/x.pdf") }
    _ = try program("exec yes")
    let process = Subprocess(timeLimit: .seconds(60), outputLimit: 100_000)
    #expect(try process.run([script + "/pdftotext"]) == .tooMuchOutput)
    #expect(throws: (any Error).self) { try process.run(["/nonexistent"]) }
  }
}
