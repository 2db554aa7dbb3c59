import Foundation
import Testing

@testable import Corpus

/// A sample of the UN General Debate, where it has been unpacked: `VERBATIM_UNGDC` names its folder of years.
@Suite(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
struct CollectionTests {
  @Test func `the law holds and wrapped lines are joined in every year`() throws {
    let reader = try CorpusReader(root: try #require(UNGDC.folder))
    for source in reader.sources.enumerated().filter({ $0.offset % 40 == 0 }).map(\.element) {
      let bytes = try reader.read(source)
      let found = try reader.documents(in: bytes, of: source)[0]
      expectVerbatim(found, source: bytes)
      let lines = bytes.split(separator: 0x0A).count { $0.count > 3 }
      let isWrapped = lines >= 100 && bytes.count / lines < 80
      #expect(!isWrapped || found.paragraphs.count * 2 < lines, "\(source.path): paragraphs are lines")
    }
  }
}

enum UNGDC {
  static var folder: String? { ProcessInfo.processInfo.environment["VERBATIM_UNGDC"] }
}
