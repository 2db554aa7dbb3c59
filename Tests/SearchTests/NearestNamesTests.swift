import TestSupport
import Testing
import Text

@testable import Search

/// Held to every distance computed whole, and every name sorted.
struct NearestNamesTests {
  private typealias Named = (text: String, keys: [String])

  private static func slowly(_ key: String, _ names: [Named]) -> [String] {
    let count = key.unicodeScalars.count
    let reach = count < 4 ? 0 : count == 4 ? 1 : count <= 8 ? 2 : 3
    func distance(_ other: String) -> Int? {
      if other == key { return 0 }
      let distance = EditDistance.between(key, other)
      return reach > 0 && distance <= reach ? distance : nil
    }
    /// The distance, and 1 if it is that of a part.
    func rank(_ other: String) -> [Int]? {
      var ranks = distance(other).map { [[$0, 0]] } ?? []
      if other.contains(" ") {
        ranks += other.split(separator: " ").compactMap { distance(String($0)).map { [$0, 1] } }
      }
      let holds =
        key.utf8.count >= 3 && key.utf8.count < other.utf8.count && (" " + other).contains(" " + key)
      if ranks.isEmpty, holds { ranks = [[reach + 1, 1]] }
      return ranks.min { $0.lexicographicallyPrecedes($1) }
    }
    let near = names.compactMap { name -> (rank: [Int], text: String)? in
      name.keys.compactMap(rank).min { $0.lexicographicallyPrecedes($1) }.map { ($0, name.text) }
    }
    return near.sorted { one, other in
      one.rank == other.rank
        ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
        : one.rank.lexicographicallyPrecedes(other.rank)
    }.prefix(10).map(\.text)
  }

  private static func table(_ names: [Named]) -> NameTable {
    var builder = NameTable.Builder()
    for name in names { builder.add(name.text, keys: name.keys.map { Array($0.utf8) }) }
    return builder.table
  }

  @Test(arguments: 0..<6)
  func theNearestAreThoseOfAll(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "korea", "korean", "of", "republic", "repubic", "peru", "perú", "per", "a", "anan", "annan", "koera",
    ]
    func key() -> String {
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in words.randomElement(using: &generator)! }
        .joined(separator: " ")
    }
    let names = (0..<300).map { number -> Named in
      let keys = (0..<Int.random(in: 0...2, using: &generator)).map { _ in key() }
      return ("\(keys.first ?? "-") \(number % 7)·\(number)", keys)
    }
    let table = Self.table(names)
    var found = 0
    for _ in 0..<60 {
      var asked = Array(
        Int.random(in: 0...2, using: &generator) == 0 ? key() : words.randomElement(using: &generator)!)
      if Bool.random(using: &generator) { asked.swapAt(0, asked.count - 1) }
      if Bool.random(using: &generator), asked.count > 1 { asked.removeLast() }
      let text = String(asked)
      let best = try NearestNames(to: Array(text.utf8)).best(of: table, SearchOptions())
      #expect(best == Self.slowly(text, names), "\(text)")
      found += best.count
    }
    #expect(found > 200)
  }

  @Test func manyTermsAreToldApart() throws {
    let names = (0..<5_000).map { Named("name\($0)", ["word\($0) of"]) }
    let table = Self.table(names)
    #expect(table.termCount == 10_001)
    #expect(
      try NearestNames(to: Array("word4321 of".utf8)).best(of: table, SearchOptions()).first == "name4321")
  }

  @Test func aDeadlineThatHasPassedIsHeeded() throws {
    var late = SearchOptions()
    late.deadline = .now
    let table = Self.table([("France", ["france"])])
    #expect(throws: SearchError.deadlineExceeded) {
      try NearestNames(to: Array("frence".utf8)).best(of: table, late)
    }
  }
}
