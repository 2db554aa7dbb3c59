import Foundation
import TestSupport
import Testing

@testable import Corpus

/// The laws on real collections: `VERBATIM_UNGDC` names the folder of years of the UN General Debate, of which every
/// fortieth file is read, or every n-th if `VERBATIM_EVERY` says n.
struct CollectionTests {
  private static let every = Int(ProcessInfo.processInfo.environment["VERBATIM_EVERY"] ?? "") ?? 40

  /// Expects the laws of every n-th document below `root`, and of the receipts of some of its paragraphs.
  private func read(_ root: String, every: Int, _ check: (Document, [UInt8]) -> Void) throws {
    let reader = try CorpusReader(root: root)
    for (index, source) in reader.sources.enumerated() where index % every == 0 {
      let bytes = try reader.read(source)
      let (found, account) = try reader.account(from: bytes, of: source)
      expectLaws(found, account, source: bytes)
      for paragraph in stride(from: 0, to: found.paragraphs.count, by: 1 + found.paragraphs.count / 4) {
        expect(account.receipt(ofParagraph: paragraph), of: found, paragraph)
      }
      check(found, bytes)
    }
  }

  private func expect(_ receipt: Receipt, of document: Document, _ index: Int) {
    let kept = receipt.lines.flatMap { line in
      line.runs.flatMap { run -> [UInt8] in
        switch run.fate {
        case .kept: Array(line.utf8[run.column - 1..<run.column - 1 + run.byteCount])
        case .spelled(let letters): Array(letters.utf8)
        case .removed, .elsewhere: []
        }
      }
    }
    let paragraph = document.paragraphs[index]
    #expect(
      kept.filter { $0 != 0x20 } == paragraph.utf8.filter { $0 != 0x20 },
      "\(document.path)#p\(index + 1): \(receipt)")
    #expect(receipt.lines.last?.number == paragraph.endLine)
  }

  @Test(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
  func `the UN General Debate keeps the laws, and its wrapped lines are joined`() throws {
    try read(try #require(UNGDC.folder), every: Self.every) { found, bytes in
      let lines = bytes.split(separator: 0x0A).count { $0.count > 3 }
      // Later files have a sentence a line here and there.
      let isWrapped = lines >= 100 && bytes.count / lines < 80 && found.path < "2015"
      #expect(!isWrapped || found.paragraphs.count * 2 < lines, "\(found.path): paragraphs are lines")
    }
  }

  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func `the speeches of the Security Council keep the laws`() throws {
    let root = try #require(Repository.shared) + "/corpora/unsc-speeches/raw"
    try read(root, every: max(1, Self.every / 8)) { _, _ in }
  }
}

enum UNGDC {
  static var folder: String? {
    ProcessInfo.processInfo.environment["VERBATIM_UNGDC"].flatMap { $0.isEmpty ? nil : $0 }
  }
}
