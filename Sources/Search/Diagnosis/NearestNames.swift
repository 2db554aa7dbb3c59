internal import Text

/// Ranks names by how likely they were meant by one that nobody has.
///
/// A name is near if it holds the words that were asked for (`Korea`), or is few edits away, or one of its words is (`Anan`). Three
/// letters or less are near nothing by edits.
struct NearestNames {
  /// How likely, the least being the likeliest.
  private struct Rank: Comparable {
    var distance: Int
    /// Whether only a part of the name is near.
    var isOfPart: Bool

    static func < (one: Rank, other: Rank) -> Bool {
      (one.distance, one.isOfPart ? 1 : 0) < (other.distance, other.isOfPart ? 1 : 0)
    }
  }

  private static let mostNames = 10
  /// Comparisons of a term or a name.
  private static let comparisonsPerCheck = 4_096

  private let key: [UInt8]
  private let scalars: [UInt32]
  private let reach: Int

  /// - Parameter key: Folded words with spaces between.
  init(to key: [UInt8]) {
    self.key = key
    scalars = TermScalars.all(of: key)
    reach =
      switch scalars.count {
      case ...3: 0
      case 4: 1
      case ...8: 2
      default: 3
      }
  }

  /// The texts of those that are near, the likeliest first; at most ten.
  ///
  /// - Complexity: O(*n*) for *n* different keys and words of the names, each compared once.
  func best(of table: NameTable, _ options: SearchOptions) throws(SearchError) -> [String] {
    let distances = try distances(to: table, options)
    var best: [(text: String, rank: Rank)] = []
    for (index, name) in table.names.enumerated() {
      if index.isMultiple(of: Self.comparisonsPerCheck) { try options.checkDeadline() }
      var rank: Rank?
      for key in name.keys {
        if let other = self.rank(key, distances), rank.map({ other < $0 }) ?? true { rank = other }
      }
      guard let rank else { continue }
      let place = best.firstIndex { Self.isBetter((name.text, rank), than: $0) } ?? best.count
      if place == Self.mostNames { continue }
      best.insert((name.text, rank), at: place)
      if best.count > Self.mostNames { best.removeLast() }
    }
    return best.map(\.text)
  }

  private static func isBetter(_ one: (text: String, rank: Rank), than other: (text: String, rank: Rank))
    -> Bool
  {
    one.rank == other.rank
      ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8) : one.rank < other.rank
  }

  /// How far each term is; nil for one that is not near.
  private func distances(to table: NameTable, _ options: SearchOptions) throws(SearchError) -> [Int?] {
    var comparison = BoundedEditDistance(to: scalars, limit: reach)
    var distances: [Int?] = []
    distances.reserveCapacity(table.termCount)
    for term in 0..<table.termCount {
      if term.isMultiple(of: Self.comparisonsPerCheck) { try options.checkDeadline() }
      distances.append(comparison.distance(to: table.scalars(ofTerm: term)))
    }
    return distances
  }

  private func rank(_ other: NameTable.Key, _ distances: [Int?]) -> Rank? {
    let whole = distances[other.term]
    if whole == 0 { return Rank(distance: 0, isOfPart: false) }
    var rank = whole.map { Rank(distance: $0, isOfPart: false) }
    for word in other.words {
      guard let distance = distances[word] else { continue }
      let part = Rank(distance: distance, isOfPart: true)
      if rank.map({ part < $0 }) ?? true { rank = part }
    }
    return rank ?? (holdsKey(other.bytes) ? Rank(distance: reach + 1, isOfPart: true) : nil)
  }

  /// Whether the key stands in a name at the beginning of a word.
  private func holdsKey(_ other: [UInt8]) -> Bool {
    guard key.count >= 3, key.count < other.count else { return false }
    return (0...other.count - key.count).contains { start in
      (start == 0 || other[start - 1] == 0x20) && other[start..<start + key.count].elementsEqual(key)
    }
  }
}
