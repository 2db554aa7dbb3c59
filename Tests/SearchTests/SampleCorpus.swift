import Indexing
import Search
import TestSupport

/// A random collection of plain words, as a scan sees it and as an index of it.
struct SampleCorpus {
  struct Unit {
    var id: String
    var words: [String]
    /// The document's year; nil without a date.
    var year: Int?
  }

  var units: [Unit] = []
  let snapshot: Snapshot
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  /// Few words that occur often, some with one stem: every kind of list and of tie.
  static let vocabulary = [
    "veto", "vetoes", "vetoed", "state", "states", "the", "of", "protect", "protection", "focal", "point",
    "points", "genocide",
    "peace", "r2p", "1973",
  ]

  /// A few documents of a few paragraphs.
  init(using generator: inout SeededGenerator) throws {
    let documentCount = Int.random(in: 1...6, using: &generator)
    let paragraphCount = Int.random(in: 1...8, using: &generator)
    try self.init(documentCount: documentCount, paragraphCount: paragraphCount, using: &generator)
  }

  init(documentCount: Int, paragraphCount: Int, using generator: inout SeededGenerator) throws {
    for document in 0..<documentCount {
      let year = Bool.random(using: &generator) ? Int.random(in: 2009...2013, using: &generator) : nil
      var text = "---\ntitle: Document \(document)\n" + (year.map { "date: \($0)\n" } ?? "") + "---\n"
      for paragraph in 0..<paragraphCount {
        let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          // The first words of the vocabulary are the frequent ones.
          Self.vocabulary[
            min(Int.random(in: 0..<16, using: &generator), Int.random(in: 0..<16, using: &generator))]
        }
        text += "\n" + words.joined(separator: " ") + ".\n"
        units.append(Unit(id: "d\(document)#p\(paragraph + 1)", words: words, year: year))
      }
      try corpus.write(text, to: "d\(document).md")
    }
    let limit = [1, 30, 1 << 25].randomElement(using: &generator)!
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path, segmentWordLimit: limit).build()
    snapshot = try Snapshot(openingIndexAt: index.path)
  }
}
