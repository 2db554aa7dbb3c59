import TestSupport
import Testing
import Text

@testable import Corpus

/// The raw papers beside the repository.
enum Shared {
  static let folder = Repository.shared ?? ""

  static var hasSeeds: Bool { (try? CorpusReader(root: folder + "/seeds")) != nil }
}

@Suite(.enabled(if: Shared.hasSeeds, "the raw papers are not beside the repository"))
struct SeedTests {
  private let sources: [[UInt8]]
  private let documents: [Document]
  private let accounts: [SourceAccount]

  init() throws {
    let reader = try CorpusReader(root: Shared.folder + "/seeds")
    sources = try reader.sources.map { try reader.read($0) }
    let read = try zip(sources, reader.sources).map { try reader.account(from: $0, of: $1) }
    documents = read.map(\.document)
    accounts = read.map(\.account)
  }

  private func seed(_ prefix: String) throws -> Document {
    try #require(documents.first { $0.id.hasPrefix(prefix) })
  }

  @Test(arguments: [
    ("000", "Themes from Ministerial Round Table Discussion: The Responsibility", "2009-09-25"),
    ("001", "The Responsibility to Protect: Deepening our Commitment", "2012-09-28"),
    ("002", "UNA-UK roundtable on the responsibility to protect: Summary", "2013-04-16"),
    ("004", "United Nations General Assembly holds fifth informal,", "2013-09-11"),
  ])
  func `titles and dates`(prefix: String, title: String, date: String) throws {
    let document = try seed(prefix)
    #expect(document.title.hasPrefix(title))
    #expect(document.date?.description == date)
    #expect(document.warnings.isEmpty)
  }

  @Test func `the laws hold for every paragraph and every byte`() {
    for index in documents.indices { expectLaws(documents[index], accounts[index], source: sources[index]) }
  }

  @Test(arguments: SeedPhrases.joined) func `a phrase across a break stands in one paragraph`(phrase: String)
  {
    let count = documents.flatMap(\.paragraphs).count { $0.text.contains(phrase) }
    #expect(count == 1)
  }

  @Test(arguments: SeedPhrases.parted) func `a phrase across a boundary stands nowhere`(phrase: String) {
    #expect(!documents.flatMap(\.paragraphs).contains { $0.text.contains(phrase) })
  }

  @Test(arguments: [
    ("000", 9, ["Introduction"]), ("001", 7, ["Key Themes of the Discussion", "Ending impunity"]),
    ("002", 18, ["3. Intervening to protect: When and how?", "The International Criminal Court"]),
    ("004", 8, ["Crises and the use of the veto"]),
  ])
  func `sections`(prefix: String, count: Int, path: [String]) throws {
    let document = try seed(prefix)
    #expect(document.sections.count == count + 1)
    #expect(document.sections.contains(Section(headings: path)))
  }

  @Test(arguments: [
    ("000", [19, 4, 12, 0]), ("001", [8, 0, 5, 0]), ("002", [19, 22, 8, 0]), ("004", [19, 1, 9, 77]),
  ])
  func `kinds`(prefix: String, counts: [Int]) throws {
    let document = try seed(prefix)
    let kinds: [Paragraph.Kind] = [.prose, .bullet, .heading, .names]
    #expect(kinds.map { kind in document.paragraphs.count { $0.kind == kind } } == counts)
  }

  @Test func `headings and names are short`() {
    for paragraph in documents.flatMap(\.paragraphs)
    where paragraph.kind == .heading || paragraph.kind == .names {
      #expect(paragraph.utf8.count < 200)
    }
  }
}
