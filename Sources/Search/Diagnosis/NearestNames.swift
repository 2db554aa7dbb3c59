internal import Text

/// Ranks names by how likely they were meant by one that nobody has.
///
/// A name is near if it holds the words that were asked for (`Korea`), or is few edits away, or one of its words is (`Anan`). Three
/// letters or less are near nothing by edits.
struct NearestNames {
  struct Name {
    /// As it is shown.
    var text: String
    /// What it is compared by: folded words with spaces between.
    var keys: [[UInt8]]
  }

  /// How likely, the least being the likeliest.
  private struct Rank: Comparable {
    var distance: Int
    /// Whether only a part of the name is near.
    var isOfPart: Bool

    static func < (one: Rank, other: Rank) -> Bool {
      (one.distance, one.isOfPart ? 1 : 0) < (other.distance, other.isOfPart ? 1 : 0)
    }
  }

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
  func best(of names: [Name]) -> [String] {
    var near: [(text: String, rank: Rank)] = []
    for name in names {
      if let rank = name.keys.compactMap(rank).min() { near.append((name.text, rank)) }
    }
    near.sort { one, other in
      one.rank == other.rank
        ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8) : one.rank < other.rank
    }
    return near.prefix(10).map(\.text)
  }

  private func rank(of other: [UInt8]) -> Rank? {
    if other == key { return Rank(distance: 0, isOfPart: false) }
    var rank = distance(to: other).map { Rank(distance: $0, isOfPart: false) }
    for word in other.split(separator: 0x20) where word.count < other.count {
      guard let distance = distance(to: Array(word)) else { continue }
      rank = min(rank ?? Rank(distance: distance, isOfPart: true), Rank(distance: distance, isOfPart: true))
    }
    return rank ?? (holdsKey(other) ? Rank(distance: reach + 1, isOfPart: true) : nil)
  }

  private func distance(to other: [UInt8]) -> Int? {
    if other == key { return 0 }
    let others = TermScalars.all(of: other)
    guard reach > 0, abs(others.count - scalars.count) <= reach else { return nil }
    let distance = EditDistance.between(scalars, others)
    return distance <= reach ? distance : nil
  }

  /// Whether the key stands in a name at the beginning of a word.
  private func holdsKey(_ other: [UInt8]) -> Bool {
    guard key.count >= 3, key.count < other.count else { return false }
    return (0...other.count - key.count).contains { start in
      (start == 0 || other[start - 1] == 0x20) && other[start..<start + key.count].elementsEqual(key)
    }
  }
}
