/// How often repair did what, in a document or, added up, in a corpus.
package struct RepairCounts: Sendable, Equatable {
  /// Lines joined, by what parted them.
  private var joins = [Int](repeating: 0, count: Join.Cause.allCases.count)
  /// Words cut at a hyphen, by what became of it.
  private var hyphens = [Int](repeating: 0, count: Join.Hyphen.allCases.count)
  /// Runs taken out; white space is not counted.
  private var removals = [Int](repeating: 0, count: Removal.allCases.count)
  /// Paragraphs found to be headings, bullets and names of a list.
  package internal(set) var headings = 0
  package internal(set) var bullets = 0
  package internal(set) var names = 0
  /// Ligatures written in their letters.
  package internal(set) var ligatures = 0
  /// Spots that were decoded wrongly; they are reported, not mended.
  package internal(set) var mojibake = 0

  package init() {}

  package func count(of cause: Join.Cause) -> Int { joins[Int(cause.rawValue)] }
  package func count(of hyphen: Join.Hyphen) -> Int { hyphens[Int(hyphen.rawValue)] }
  package func count(of removal: Removal) -> Int { removals[Int(removal.rawValue)] }

  package static func += (counts: inout RepairCounts, other: RepairCounts) {
    for index in counts.joins.indices { counts.joins[index] += other.joins[index] }
    for index in counts.hyphens.indices { counts.hyphens[index] += other.hyphens[index] }
    for index in counts.removals.indices { counts.removals[index] += other.removals[index] }
    counts.headings += other.headings
    counts.bullets += other.bullets
    counts.names += other.names
    counts.ligatures += other.ligatures
    counts.mojibake += other.mojibake
  }

  mutating func add(_ join: Join) {
    joins[Int(join.cause.rawValue)] += 1
    if let hyphen = join.hyphen { hyphens[Int(hyphen.rawValue)] += 1 }
  }

  mutating func add(_ ledger: Ledger) {
    for entry in ledger.entries {
      switch entry.fate {
      case .removed(let removal): removals[Int(removal.rawValue)] += 1
      case .spelled: ligatures += 1
      }
    }
  }

  mutating func add(_ kind: Paragraph.Kind) {
    switch kind {
    case .heading: headings += 1
    case .bullet: bullets += 1
    case .names: names += 1
    case .prose: break
    }
  }
}
