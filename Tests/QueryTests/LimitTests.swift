import Foundation
import Query
import Synchronization
import Testing

@Suite struct LimitTests {
  @Test func bytes() throws {
    let longest = String(repeating: "é", count: 2_048)
    #expect(try parse(longest).query != nil)
    #expect(throws: QueryError.tooLong(byteCount: 4_097, limit: 4_096)) { try parse(longest + "a") }
    #expect(throws: QueryError.tooLong(byteCount: 20_000, limit: 4_096)) {
      try parse(String(repeating: "(", count: 20_000))
    }
    #expect(throws: QueryError.tooLong(byteCount: 1_000_000, limit: 4_096)) {
      try parse(String(repeating: "(", count: 1_000_000))
    }
  }

  @Test func clauses() throws {
    let most = String(repeating: "a ", count: 1_024)
    #expect(try parse(most).query?.clauseCount == 1_024)
    #expect(throws: QueryError.tooManyClauses(count: 1_025, patterns: 0, limit: 1_024)) {
      try parse(most + "\"b c\"")
    }
    #expect(throws: QueryError.tooManyClauses(count: 2_048, patterns: 0, limit: 1_024)) {
      try parse(String(repeating: "a ", count: 2_048))
    }
    // However long, a phrase is one clause.
    #expect(try parse("\"" + most + "\"").query?.clauseCount == 1)
  }

  /// A pattern may stand for a thousand words.
  @Test func clausesOfPatterns() throws {
    let most = String(repeating: "a* ", count: 32)
    #expect(try parse(most).query?.clauseCount == 1_024)
    #expect(throws: QueryError.tooManyClauses(count: 1_025, patterns: 32, limit: 1_024)) {
      try parse(most + "b")
    }
    // A symbol stands for itself, and for itself with a year behind it.
    #expect(try parse("=A/1").query?.clauseCount == 33)
  }

  /// The message says what was written.
  @Test func tooManyPatterns() {
    let error = QueryError.tooManyClauses(count: 32_000, patterns: 1_000, limit: 1_024)
    #expect(throws: error) { try parse(String(repeating: "a* ", count: 1_000)) }
    #expect(
      error.description.hasPrefix(
        "the query has 1000 words with a star or a tilde, or symbols, each of which counts as 32: 32000 in all, more than the 1024"
      ))
  }

  /// What is near an OR that holds a NEAR is looked for at each of its levels.
  @Test func nearnessInAlternatives() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "a NEAR b" + String(repeating: " OR c) NEAR d", count: count)
    }
    #expect(try parse(nested(15)).warnings.isEmpty)
    #expect(throws: QueryError.tooDeepNearness(depth: 17, limit: 16)) { try parse(nested(16)) }
    #expect(throws: QueryError.tooDeepNearness(depth: 101, limit: 16)) { try parse(nested(100)) }
  }

  @Test func chainsOfProximity() throws {
    let most = String(repeating: "a NEAR ", count: 255) + "a"
    let parsed = try parse(most)
    #expect(parsed.query?.depth == QueryParser.depthLimit && parsed.warnings.isEmpty)
    #expect(throws: QueryError.tooDeep(depth: 257, limit: 256)) { try parse(most + " ADJ a") }
    #expect(throws: QueryError.tooDeep(depth: 585, limit: 256)) {
      try parse(String(repeating: "a NEAR ", count: 585))
    }
    let error = QueryError.tooDeep(depth: 585, limit: 256)
    #expect(error.description.contains("NEAR"))
  }

  private static let deepestTree = "-(" + String(repeating: "a -(", count: 1_022) + "a -a"

  /// Queries that nest as deep as their bytes allow.
  private static let deepest = [
    deepestTree,
    String(repeating: "(", count: 4_096),
    String(repeating: "(", count: 2_047) + "a" + String(repeating: ")", count: 2_048),
    String(repeating: "a OR (b (", count: 455),
    String(repeating: "a -(", count: 1_023) + "a",
    String(repeating: "a -(b OR ", count: 455),
    String(repeating: "-(", count: 2_000) + "a",
    String(repeating: "NOT ", count: 1_023) + "a",
    String(repeating: "a (b -(-(", count: 455),
    String(repeating: "year:(", count: 682),
    String(repeating: "mode:(", count: 682),
    String(repeating: "speaker:(a mode:(", count: 240),
    String(repeating: "title:(a ", count: 455),
    String(repeating: "a NEAR ", count: 585),
    String(repeating: "a NEAR (", count: 511) + "a",
    String(repeating: "a ADJ (b OR ", count: 341) + "a",
    String(repeating: "(", count: 1_000) + "a" + String(repeating: ") NEAR b", count: 380),
    String(repeating: "NEAR ", count: 819),
    String(repeating: "a NOT NEAR b ", count: 315),
    String(repeating: "level:document ", count: 273),
  ]

  @Test(arguments: deepest)
  func depth(query: String) throws {
    do throws(QueryError) {
      #expect((try QueryParser().parse(query).query?.depth ?? 0) <= QueryParser.depthLimit)
    } catch {
      guard case .tooDeep(let depth, let limit) = error else {
        Issue.record(error)
        return
      }
      #expect(depth > limit)
    }
  }

  @Test func depthLimitIsReached() throws {
    let most = "-(" + String(repeating: "a -(", count: 126) + "a -a"
    #expect(try parse(most).query?.depth == QueryParser.depthLimit)
    #expect(throws: QueryError.tooDeep(depth: 257, limit: 256)) { try parse("a " + most) }
    #expect(throws: QueryError.tooDeep(depth: 2_048, limit: 256)) { try parse(Self.deepestTree) }
  }

  /// Everything a query goes through fits the smallest stack that threads are usually given.
  @Test(arguments: deepest)
  func smallStack(query: String) throws {
    let isEqual = Mutex<Bool?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let (first, second) = (try? QueryParser().parse(query), try? QueryParser().parse(query))
      var leafCount = 0
      first?.query?.forEachPositiveLeaf { _ in leafCount += 1 }
      isEqual.withLock { $0 = first == second && leafCount <= 1_024 }
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    #expect(isEqual.withLock { $0 } == true)
  }
}
