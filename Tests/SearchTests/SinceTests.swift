import Foundation
import Indexing
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// What is new since an earlier generation, held to a comparison of what the test wrote.
struct SinceTests {
  /// A corpus that changes under an index, and what stood in each of its generations.
  private final class Changing {
    let folder: TemporaryFolder
    /// The paragraphs of each file, by its name.
    var files: [String: [String]] = [:]
    /// By generation the paragraphs of each document, by its id.
    var written: [String: [String: [String]]] = [:]
    var generations: [String] = []
    let segmentByteCount: Int

    init(segmentByteCount: Int = 400) throws {
      folder = try TemporaryFolder(inMemory: true)
      self.segmentByteCount = segmentByteCount
    }

    var index: String { folder.path + "/index" }

    /// Each Markdown file is a speech: a statement of its own.
    @discardableResult
    func build() throws -> BuildReport {
      try? FileManager.default.removeItem(atPath: folder.path + "/corpus")
      for (name, paragraphs) in files {
        try folder.write(
          (name.hasSuffix(".md") ? "---\ndate: 2011\nspeaker: France\ntitle: Talk\n---\n\n" : "")
            + paragraphs.joined(separator: "\n\n")
            + "\n",
          to: "corpus/" + name)
      }
      let report = try IndexBuilder(
        corpusRoot: folder.path + "/corpus", indexDirectory: index, threadCount: 1,
        segmentByteCount: segmentByteCount
      ).build()
      #expect(report.historyProblem == nil)
      if generations.last != report.generation { generations.append(report.generation) }
      written[report.generation] = Dictionary(
        uniqueKeysWithValues: files.map { (String($0.key.prefix { $0 != "." }), $0.value) })
      return report
    }

    /// The paragraphs of the present generation that `generation` lacked, in corpus order.
    func new(since generation: String) -> [(document: String, number: Int)] {
      let (then, now) = (written[generation]!, written[generations.last!]!)
      var new: [(document: String, number: Int)] = []
      // In the order of their files.
      for name in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        let id = String(name.prefix { $0 != "." })
        let before = then[id] ?? []
        for (number, text) in now[id]!.enumerated() {
          let behind = now[id]![number...].count { $0 == text }
          let more = now[id]!.count { $0 == text } - before.count { $0 == text }
          if behind <= more { new.append((id, number + 1)) }
        }
      }
      return new
    }
  }

  private static let sentences = (0..<6).map {
    "They spoke of the veto for the \($0) time, and of nothing else in the whole of that week."
  }

  private static func all(_ query: Query, _ level: Level, in snapshot: Snapshot) throws -> [String] {
    var options = SearchOptions()
    options.level = level
    options.limit = 1_000
    let found = try snapshot.search(query, options)
    #expect(found.total == found.hits.count)
    #expect(try snapshot.count(query, options).total == found.total)
    return found.hits.map(\.id)
  }

  @Test(arguments: 0..<4)
  func everyGenerationIsKnown(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let corpus = try Changing(segmentByteCount: [1, 400, 1 << 25].randomElement(using: &generator)!)
    let names = ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md"]
    corpus.files = ["a.md": [Self.sentences[0]]]
    try corpus.build()
    for _ in 0..<8 {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let name = names.randomElement(using: &generator)!
        switch Int.random(in: 0..<5, using: &generator) {
        case 0 where corpus.files.count > 1: corpus.files[name] = nil
        case 1:
          // Another file of the same id.
          let moved = name.replacing(".md", with: ".txt")
          if let paragraphs = corpus.files.removeValue(forKey: name) { corpus.files[moved] = paragraphs }
        default:
          if corpus.files[name.replacing(".md", with: ".txt")] != nil { continue }
          var paragraphs = corpus.files[name] ?? []
          if !paragraphs.isEmpty, Bool.random(using: &generator) {
            paragraphs.remove(at: Int.random(in: 0..<paragraphs.count, using: &generator))
          }
          let place = Int.random(in: 0...paragraphs.count, using: &generator)
          paragraphs.insert(Self.sentences.randomElement(using: &generator)!, at: place)
          corpus.files[name] = paragraphs
        }
      }
      try corpus.build()
      let snapshot = try Snapshot(openingIndexAt: corpus.index)
      for generation in corpus.generations { try check(generation, corpus, snapshot) }
    }
  }

  private func check(_ generation: String, _ corpus: Changing, _ snapshot: Snapshot) throws {
    let new = corpus.new(since: generation)
    #expect(try snapshot.generation(named: String(generation.prefix(10))) == generation)
    let since = Query.newSince(generation)
    #expect(try Self.all(since, .paragraph, in: snapshot) == new.map { "\($0.document)#p\($0.number)" })
    var documents: [String] = []
    for (document, _) in new where documents.last != document { documents.append(document) }
    #expect(try Self.all(since, .document, in: snapshot) == documents)
    #expect(
      try Self.all(since, .statement, in: snapshot)
        == documents.filter { corpus.files[$0 + ".md"] != nil }.map { $0 + "#s1" })
    // With a word that is in every paragraph, in every number and order.
    let veto = try #require(try QueryParser(since: generation).parse("veto").query)
    #expect(try Self.all(veto, .paragraph, in: snapshot).count == new.count)
    #expect(
      try Self.all(.and([.not(since), try word("veto")]), .paragraph, in: snapshot).count
        == snapshot.statistics.paragraphs.unitCount - new.count)
    let trend = try snapshot.trend(veto).rows
    #expect(trend.reduce(0) { $0 + $1.hits } == new.count)
    #expect(trend.map(\.units) == trend.map(\.hits))
    #expect(try snapshot.facet(.document, veto).total == new.count)
    #expect(try snapshot.count(veto).unitCount == new.count)
    #expect(try snapshot.concordance(veto).total == new.count)
  }

  private func word(_ text: String) throws -> Query { try #require(try QueryParser().parse(text).query) }

  // MARK: - What is not known

  private func error(_ snapshot: Snapshot, _ name: String) throws -> HistoryError {
    do throws(SearchError) {
      _ = try snapshot.count(.newSince(try snapshot.generation(named: name)))
    } catch {
      if case .history(let error) = error { return error }
      throw error
    }
    throw Missing()
  }
  private struct Missing: Error {}

  private func changed(_ count: Int) throws -> Changing {
    let corpus = try Changing()
    for number in 0...count {
      corpus.files["a.md"] = [
        "Version \(number) of what they said about the veto that day.", Self.sentences[1],
      ]
      try corpus.build()
    }
    return corpus
  }

  /// Whether texts are read or all is new, and nothing is left of what was begun.
  @Test(arguments: [false, true])
  func aDeadlineThatHasPassedIsHeeded(isAllNew: Bool) throws {
    let corpus = try Changing()
    corpus.files = ["a.md": [Self.sentences[0]], "b.md": [Self.sentences[1]]]
    try corpus.build()
    corpus.files["b.md"] = isAllNew ? [Self.sentences[2]] : [Self.sentences[1], Self.sentences[2]]
    try corpus.build()
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    let query = Query.newSince(corpus.generations[0])
    var late = SearchOptions()
    late.deadline = .now
    let segment = snapshot.segments[0]
    #expect(throws: SearchError.deadlineExceeded) {
      try segment.paragraphs(newSince: corpus.generations[0], late)
    }
    #expect(throws: SearchError.deadlineExceeded) { try snapshot.count(query, late) }
    #expect(try snapshot.count(query).total == 1)
    // What is known takes no time.
    #expect(throws: Never.self) { try segment.paragraphs(newSince: corpus.generations[0], late) }
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let corpus = try changed(3)
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    #expect(try error(snapshot, "12345") == .malformed("12345"))
    #expect(try error(snapshot, "notahexnumber") == .malformed("notahexnumber"))
    #expect(
      try error(snapshot, "000000000000")
        == .unknown(
          "000000000000", present: corpus.generations[3], oldest: corpus.generations[0], generationCount: 4,
          damages: []))
    #expect(try snapshot.generation(named: corpus.generations[3]) == corpus.generations[3])
    #expect(try snapshot.generation(named: corpus.generations[1].uppercased()) == corpus.generations[1])
  }

  @Test func withoutAHistoryOnlyThePresentIsKnown() throws {
    let corpus = try changed(2)
    try FileManager.default.removeItem(atPath: corpus.index + "/history")
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    #expect(try Self.all(.newSince(corpus.generations[2]), .paragraph, in: snapshot) == [])
    #expect(
      try error(snapshot, corpus.generations[1])
        == .unknown(
          corpus.generations[1], present: corpus.generations[2], oldest: corpus.generations[2],
          generationCount: 1, damages: []))
    // What is no folder is no history, and keeps nothing from being built.
    try corpus.folder.write("mine", to: "index/history")
    #expect(throws: (any Error).self) {
      try error(Snapshot(openingIndexAt: corpus.index), corpus.generations[2])
    }
    corpus.files["b.md"] = [Self.sentences[0]]
    let report = try IndexBuilder(
      corpusRoot: corpus.folder.path + "/corpus", indexDirectory: corpus.index
    ).build()
    #expect(report.wasFresh)
  }

  /// A history of the same generations is true wherever it was written; of others it is of no use.
  @Test func aForeignHistoryIsNoneOrTrue() throws {
    let (one, other) = (try changed(2), try changed(3))
    #expect(one.generations == Array(other.generations.prefix(3)))
    try FileManager.default.removeItem(atPath: one.index + "/history")
    try FileManager.default.copyItem(atPath: other.index + "/history", toPath: one.index + "/history")
    let snapshot = try Snapshot(openingIndexAt: one.index)
    #expect(try Self.all(.newSince(one.generations[0]), .paragraph, in: snapshot) == ["a#p1"])
    #expect(throws: (any Error).self) { try snapshot.generation(named: other.generations[3]) }
  }

  /// Every byte of a history turned, and every cut of it: the right answer, or a typed error.
  @Test func damageIsNeverAWrongAnswer() throws {
    let corpus = try changed(2)
    let right = try Self.all(
      .newSince(corpus.generations[0]), .paragraph, in: try Snapshot(openingIndexAt: corpus.index))
    #expect(right == ["a#p1"])
    var errorCount = 0
    for name in try corpus.folder.names(in: "index/history") {
      let path = "index/history/" + name
      let bytes = try corpus.folder.read(path)
      var damaged = (0..<bytes.count).map { Array(bytes[..<$0]) }
      for offset in bytes.indices {
        for bit in [0, 5] {
          var turned = bytes
          turned[offset] ^= 1 << UInt8(bit)
          damaged.append(turned)
        }
      }
      damaged.append(bytes + [0])
      for bytes in damaged {
        try corpus.folder.write(bytes, to: path)
        let snapshot = try Snapshot(openingIndexAt: corpus.index)
        do throws(SearchError) {
          let query = Query.newSince(try snapshot.generation(named: corpus.generations[0]))
          let found = try snapshot.search(query)
          #expect(found.hits.map(\.id) == right)
        } catch {
          guard case .history = error else {
            Issue.record("\(error)")
            continue
          }
          errorCount += 1
        }
        #expect(try snapshot.count(word("veto")).total == 2)
      }
      try corpus.folder.write(bytes, to: path)
    }
    #expect(errorCount > 500)
  }

  /// The manifest and the history are put in their places one after the other; whatever of both a power cut leaves, no answer is wrong.
  @Test func whateverAPowerCutLeavesIsRightOrUnknown() throws {
    let corpus = try changed(2)
    let manager = FileManager.default
    try manager.copyItem(atPath: corpus.index, toPath: corpus.folder.path + "/old")
    corpus.files["b.md"] = [Self.sentences[2]]
    try corpus.build()
    let generations = corpus.generations
    let step = try corpus.folder.read("index/history/0000000003.step")

    // The step came to be, the manifest did not: it is of no use, and in nobody's way.
    try corpus.folder.write(step, to: "old/history/0000000003.step")
    let old = try Snapshot(openingIndexAt: corpus.folder.path + "/old")
    #expect(old.generation == generations[2])
    #expect(try Self.all(.newSince(generations[1]), .paragraph, in: old) == ["a#p1"])
    #expect(throws: SearchError.self) { try old.generation(named: generations[3]) }

    // The manifest came to be, the step did not, or not whole, or just under its first name.
    for (name, bytes) in [
      ("0000000003.step", nil), ("0000000003.step", step.dropLast(9)), ("new.tmp", step[...]),
    ] {
      try? manager.removeItem(atPath: corpus.index + "/history/0000000003.step")
      if let bytes { try corpus.folder.write(Array(bytes), to: "index/history/" + name) }
      let snapshot = try Snapshot(openingIndexAt: corpus.index)
      for generation in generations.dropLast() {
        #expect(throws: SearchError.self) {
          try snapshot.count(.newSince(snapshot.generation(named: generation)))
        }
      }
      #expect(try snapshot.count(.newSince(generations[3])).total == 0)
    }
    // The next build goes on from there, and takes away what is left.
    corpus.files["c.md"] = [Self.sentences[3]]
    try corpus.build()
    #expect(try corpus.folder.names(in: "index/history").last == "0000000003.step")
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    #expect(try Self.all(.newSince(generations[3]), .paragraph, in: snapshot) == ["c#p1"])
    #expect(throws: SearchError.self) { try snapshot.generation(named: generations[2]) }
  }

  /// An index that cannot be read is built anew, and its history begins with that.
  @Test func historyBeginsAnewOverADamagedIndex() throws {
    let corpus = try changed(1)
    try corpus.folder.write("{", to: "index/manifest.json")
    corpus.files["b.md"] = [Self.sentences[2]]
    try corpus.build()
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    #expect(throws: SearchError.self) { try snapshot.generation(named: corpus.generations[1]) }
    // One that is of another pipeline can be read, and all its texts are compared.
    var manifest = try IndexDirectory(path: corpus.index).manifest()
    manifest.pipeline = "other-1"
    manifest.generation = String(repeating: "e", count: 64)
    try corpus.folder.write(manifest.bytes, to: "index/manifest.json")
    try corpus.build()
    #expect(try corpus.folder.names(in: "index/history").count == 2)
    let again = try Snapshot(openingIndexAt: corpus.index)
    #expect(try Self.all(.newSince(String(repeating: "e", count: 64)), .paragraph, in: again) == [])
  }

  /// What comes back is not new, and the way back is a way.
  @Test func whatComesBackIsNotNew() throws {
    let corpus = try Changing()
    corpus.files = ["a.md": [Self.sentences[0]], "b.md": [Self.sentences[1]]]
    try corpus.build()
    corpus.files["b.md"] = nil
    try corpus.build()
    corpus.files["b.md"] = [Self.sentences[1]]
    try corpus.build()
    #expect(corpus.generations[0] == corpus.generations[2])
    let snapshot = try Snapshot(openingIndexAt: corpus.index)
    #expect(try Self.all(.newSince(corpus.generations[0]), .paragraph, in: snapshot) == [])
    #expect(try Self.all(.newSince(corpus.generations[1]), .paragraph, in: snapshot) == ["b#p1"])
  }

  @Test func aFreshBuildWritesNoHistory() throws {
    let corpus = try changed(1)
    let before = try corpus.folder.read("index/history/0000000001.step")
    #expect(try corpus.build().wasFresh)
    #expect(try corpus.folder.names(in: "index/history") == ["0000000001.step"])
    #expect(try corpus.folder.read("index/history/0000000001.step") == before)
  }
}
