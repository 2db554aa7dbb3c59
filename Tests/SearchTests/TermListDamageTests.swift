import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// A list with fewer postings than it says is an error, not a threshold.
struct TermListDamageTests {
  @Test func postingsThatAreMissingAreMissed() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    // Too rare for leaders, so that a list is walked for its threshold, and frequent enough for a bit a unit.
    let paragraphs = (0..<600).map { "- Word \($0 % 3 == 0 ? "alpha" : "beta") \($0)." }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let query = try #require(try QueryParser().parse("alpha OR beta").query)
    let plan = try QueryPlan(
      query, over: snapshot.segments, in: .paragraphs, statistics: snapshot.statistics, measure: .score,
      SearchOptions(), groups: snapshot.groups)
    guard case .union(let weighed) = try #require(plan.flat).inSegment(0) else {
      Issue.record("two words under OR are a union")
      return
    }
    let reader = snapshot.segments[0].reader
    var tables = ScoreTables(count: 2)
    let list = try TermList(weighed[0], of: reader, scoredBy: &tables, .all)
    let postings = list.cursor.layout.list.postings
    let (bytes, norms) = try (
      reader.withLists { (bytes: RawSpan) throws(PostingsError) in
        (0..<bytes.byteCount).map { bytes.byte(at: $0) }
      }, [UInt8](repeating: 3, count: 600)
    )
    func threshold(_ bytes: [UInt8]) throws(PostingsError) -> Int {
      var list = list
      var best = TopHits(capacity: 100)
      // SAFETY: every byte of an array of bytes is initialized.
      let (lists, norms) = unsafe (bytes.span.bytes, norms.span.bytes)
      try list.raise(&best, mayWalk: true, norms: norms, in: lists)
      return best.threshold
    }
    let whole = try threshold(bytes)
    #expect(whole > 0)
    var missedCount = 0
    for start in postings {
      var damaged = bytes
      for index in start..<postings.upperBound { damaged[index] = 0 }
      do throws(PostingsError) {
        #expect(try threshold(damaged) <= whole, "zeroes from byte \(start) on")
      } catch {
        missedCount += error.reason.contains("postings in a list of 200") ? 1 : 0
      }
    }
    #expect(missedCount > 0)
  }

  @Test func boundsAreMadeOfAllPostingsOrNone() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    // A bit a unit, and gaps.
    let paragraphs = (0..<600).map {
      "- Word \($0 % 3 == 0 ? "alpha" : $0 % 50 == 1 ? "beta" : "gamma") \($0)."
    }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let reader = snapshot.segments[0].reader
    let levels = SaturationLevels(snapshot.statistics.paragraphs.lengthFactors(KnownRanges.parameters))
    let (bytes, norms) = try (
      reader.withLists { (bytes: RawSpan) throws(PostingsError) in
        (0..<bytes.byteCount).map { bytes.byte(at: $0) }
      }, [UInt8](repeating: 3, count: 600)
    )
    for word in ["alpha", "beta"] {
      let entry = try #require(try reader.term(Array(word.utf8)))
      let cursor = try reader.cursor(over: entry, withPositions: false)
      func bounds(_ bytes: [UInt8]) throws(PostingsError) -> RangeBounds {
        // SAFETY: every byte of an array of bytes is initialized.
        let (lists, norms) = unsafe (bytes.span.bytes, norms.span.bytes)
        return try RangeBounds(of: cursor, levels, norms: norms, in: lists)
      }
      func postingCount(_ bounds: RangeBounds) -> Int {
        (0..<600).count { bounds.frequency(of: DocID($0)) > 0 }
      }
      let whole = postingCount(try bounds(bytes))
      #expect(whole == entry.list.documentFrequency)
      var refusedCount = 0
      for start in cursor.layout.list.postings {
        var damaged = bytes
        for index in start..<cursor.layout.list.postings.upperBound { damaged[index] = 0 }
        do throws(PostingsError) {
          #expect(postingCount(try bounds(damaged)) == whole, "\(word): zeroes from byte \(start) on")
        } catch {
          refusedCount += 1
        }
      }
      #expect(refusedCount > 0 || word == "beta")
    }
  }
}
