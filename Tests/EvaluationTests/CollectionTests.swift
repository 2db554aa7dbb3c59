import Corpus
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// The gold of the real collections passes what each file asks; prints the figures.
struct CollectionTests {
  private static var shared: String { Repository.shared ?? "" }
  private static var debate: String? {
    ProcessInfo.processInfo.environment["VERBATIM_UNGDC"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func check(_ gold: String, of root: String, _ configuration: String) throws {
    let reader = try CorpusReader(
      root: root, configurationPath: Repository.root + "/Benchmarks/collections/\(configuration).yaml")
    let report = try Gold(file: Repository.root + "/Tests/Gold/\(gold).tsv").evaluate(GoldDocuments(reader))
    for measure in report.measures {
      print("gold \(gold): \(measure.name) \(measure.share.right) of \(measure.share.all)")
    }
    let misses = report.misses.map { "\($0.file):\($0.line):\($0.column): \($0.reason)" }
    #expect(report.passes, "\(misses.joined(separator: "\n"))")
    #expect(report.measures.contains { $0.leastPercent != nil && $0.share.all > 40 })
  }

  @Test(
    .enabled(if: Repository.shared != nil, "the collections are not beside the repository"),
    arguments: ["breaks/papers", "statements/papers", "statements/papers-second-reader"])
  func `the raw papers`(gold: String) throws {
    try check(gold, of: Self.shared + "/seeds", "seeds")
  }

  @Test(
    .enabled(if: Repository.shared != nil, "the collections are not beside the repository"),
    arguments: ["breaks/security-council", "statements/security-council"])
  func `the Security Council`(gold: String) throws {
    try check(gold, of: Self.shared + "/corpora/unsc-speeches/raw", "unsc-speeches")
  }

  /// The labels that another reader has taken from the records: `Mr. Gasana (Rwanda)`, `The Secretary-General`.
  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func `speeches of the Security Council have the speaker of their label`() throws {
    let folder = Self.shared + "/corpora/unsc-speeches"
    var labels: [Substring: Substring] = [:]
    for line in try String(contentsOfFile: folder + "/paragraphs.tsv", encoding: .utf8).split(separator: "\n")
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if let id = cells[0].split(separator: "#").first, !cells[3].isEmpty { labels[id] = cells[3] }
    }
    let reader = try CorpusReader(
      root: folder + "/raw/all_speeches_from_debate",
      configurationPath: Repository.root + "/Benchmarks/collections/unsc-speeches.yaml")
    let documents = GoldDocuments(reader)
    var speakers = 0
    for source in reader.sources {
      let names = try documents.statements(source.path).statements.flatMap(\.voices).map(\.name)
      if !names.isEmpty { speakers += 1 }
      let id = try #require(source.path.split(separator: "/").last).dropLast(4)
      guard let label = labels[id] else { continue }
      #expect(
        !Self.words(of: label).isDisjoint(with: Self.words(of: names.joined(separator: " "))),
        "\(id): \(label)")
    }
    print(
      "Security Council: \(speakers) of \(reader.sources.count) speeches have a speaker, \(labels.count) labels agree"
    )
    #expect(reader.sources.count == 512 && speakers >= 494)
  }

  private static func words(of text: some StringProtocol) -> Set<String> {
    let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let words = folded.split { !$0.isLetter }.map { String($0) }
    return Set(words).subtracting(["mr", "mrs", "ms", "sir", "the", "of", "republic", "spoke", "in"])
  }

  @Test(
    .enabled(if: debate != nil, "VERBATIM_UNGDC names no folder"),
    arguments: ["breaks/general-debate", "statements/general-debate"])
  func `the UN General Debate`(gold: String) throws {
    try check(gold, of: try #require(Self.debate), "ungdc")
  }

  /// What is said of reported speech to those who count by speaker is no more than can be shown.
  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func `the precision that is told holds`() throws {
    let reader = try CorpusReader(
      root: Self.shared + "/seeds", configurationPath: Repository.root + "/Benchmarks/collections/seeds.yaml")
    let report = try Gold(
      file: Repository.root + "/Tests/Gold/statements/papers-second-reader.tsv"
    ).evaluate(GoldDocuments(reader))
    let share = try #require(report.measures.first { $0.name == "precision" }).share
    let told = StatementFinder.reportedPrecision
    #expect(share.all >= told.judged && share.right * told.judged >= told.right * share.all)
  }

  /// Every mark points at words, at most eight of them, of its file.
  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func `marks are at most eight words`() throws {
    var count = 0
    for name in ["papers", "papers-second-reader"] {
      guard
        case .statements(let gold) = try Gold(file: Repository.root + "/Tests/Gold/statements/\(name).tsv")
      else {
        Issue.record("\(name) holds no statements")
        continue
      }
      for mark in gold.marks {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.shared + "/seeds/" + mark.file))
        let line = SourceLines([UInt8](bytes)).line(mark.line).dropFirst(mark.column - 1)
        #expect(line.count >= mark.length, "\(mark)")
        let words = String(decoding: line.prefix(mark.length), as: UTF8.self).split(separator: " ")
        #expect((1...8).contains(words.count), "\(mark): \(words)")
        count += 1
      }
    }
    #expect(count > 500)
  }
}
