import TestSupport
import Testing

@testable import Corpus

/// ``Triggers`` passes over nothing that a rule would take.
struct StatementTriggerTests {
  private let quick = StatementFinder.standard
  private let thorough = StatementFinder(table: .standard, readsEverySentence: true)

  private func check(_ document: Document) {
    // Who exactly speaks may depend on a person's being introduced in a sentence that says nothing.
    let expected = Set(thorough.statements(of: document).statements.map(\.ranges))
    let found = Set(quick.statements(of: document).statements.map(\.ranges))
    for ranges in expected.symmetricDifference(found) {
      let text = document.paragraphs[ranges[0].paragraph].text(in: ranges[0].utf8)
      Issue.record(
        "\(document.path): \(expected.contains(ranges) ? "not found" : "too much"): \(text.prefix(300))")
    }
  }

  @Test(.enabled(if: Shared.hasSeeds, "the raw papers are not beside the repository")) func `the papers`()
    throws
  {
    for folder in ["seeds", "corpora/unsc-speeches/raw"] {
      let reader = try CorpusReader(root: Shared.folder + "/" + folder)
      for source in reader.sources { check(try reader.documents(in: reader.read(source), of: source)[0]) }
    }
  }

  @Test(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
  func `the debate`() throws {
    let reader = try CorpusReader(root: try #require(UNGDC.folder))
    for (index, source) in reader.sources.enumerated() where index % 100 == 7 {
      check(try reader.documents(in: reader.read(source), of: source)[0])
    }
  }
}
