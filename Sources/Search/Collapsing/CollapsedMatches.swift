internal import Postings

/// The matches of a query, of each group of near-identical paragraphs just the first.
struct CollapsedMatches {
  private let groups: ParagraphGroups
  /// Matches that are like no other paragraph.
  private var singleCount = 0
  private var matchCount = 0
  /// A bit for each of the groups' members, set for those that match.
  private var matching: [UInt64]
  /// For each group one more than the place of its first in `firsts`; 0 while none of it matches.
  private var firstPlaces: [UInt32]
  /// Of each group with a match the one that comes first.
  private var firsts: [TopHits.Entry] = []
  private var best: TopHits

  /// - Parameter capacity: The most to keep.
  init(_ groups: ParagraphGroups, capacity: Int) {
    self.groups = groups
    matching = [UInt64](repeating: 0, count: (groups.members.count + 63) / 64)
    firstPlaces = [UInt32](repeating: 0, count: groups.count)
    best = TopHits(capacity: capacity)
  }

  /// All that match.
  var total: Int { matchCount }

  /// Groups with a match; one that is like no other is a group too.
  var groupCount: Int { singleCount + firsts.count }

  /// Adds a match.
  /// - Parameter paragraph: Its number in the collection.
  mutating func add(_ entry: TopHits.Entry, paragraph: Int) {
    matchCount += 1
    guard let place = groups.place(of: paragraph) else {
      singleCount += 1
      return best.insert(entry)
    }
    matching[place >> 6] |= 1 << UInt64(place & 63)
    let group = groups.group(at: place)
    let first = Int(firstPlaces[group]) - 1
    if first < 0 {
      firsts.append(entry)
      firstPlaces[group] = UInt32(firsts.count)
    } else if entry.isBetter(than: firsts[first]) {
      firsts[first] = entry
    }
  }

  /// The firsts of all groups, the best first, as many as are kept.
  func sorted() -> [TopHits.Entry] {
    var best = best
    for entry in firsts { best.insert(entry) }
    return best.sorted()
  }

  /// The paragraphs that match and are near-identical to one, itself among them, ascending; just itself if there are no others.
  func matches(like paragraph: Int) -> [Int] {
    guard let place = groups.place(of: paragraph) else { return [paragraph] }
    return groups.places(ofGroup: groups.group(at: place)).filter {
      matching[$0 >> 6] >> UInt64($0 & 63) & 1 == 1
    }.map { Int(groups.members[$0]) }
  }
}
