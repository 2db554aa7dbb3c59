/// What indexes of one collection take to build, and how large they are: this engine's beside its peers'.
struct BuildComparison: Codable {
  enum Measure: CaseIterable {
    case rate, peakMemory, size

    var isMoreBetter: Bool { self == .rate }
  }

  /// This engine's lists, dictionary and norms, alone.
  var plain: PlainBuild.Figures
  /// This engine's whole index of the same words: with text, stems, statements and checksums.
  var whole: IndexFigures
  var peers: [EngineBuild]

  /// Bytes with positions and without stored text, as the peers' indexes are.
  var bytesWithoutPairs: Int { byteCount { Self.listSections.contains($0) } }

  /// The same and the lists of pairs of words; nil where the segment has no such sections.
  var bytesWithPairs: Int? {
    let pairs = byteCount { $0.hasPrefix("pair") }
    return pairs == 0 ? nil : bytesWithoutPairs + pairs
  }

  private static let listSections: Set = ["norms", "terms", "termBytes", "postings", "positions"]

  private func byteCount(_ isWanted: (String) -> Bool) -> Int {
    plain.sections.reduce(0) { $0 + (isWanted($1.name) ? $1.byteCount : 0) }
  }

  /// Paragraphs that a second of processor time adds to this engine's lists.
  var rate: Double { Double(plain.paragraphs) / plain.cpuSeconds }

  /// The same of a peer.
  func rate(_ peer: EngineBuild) -> Double { Double(plain.paragraphs) / peer.cpuSeconds }

  /// The peer that does best, of those whose index has positions; nil if there is none.
  func best(_ measure: Measure) -> (peer: EngineBuild, value: Double)? {
    let found = peers.filter(\.hasPositions).map { (peer: $0, value: value(measure, $0)) }
    return measure.isMoreBetter ? found.max { $0.value < $1.value } : found.min { $0.value < $1.value }
  }

  /// A figure of ours over the best peer's; nil if there is none.
  func ratio(_ measure: Measure, _ ours: Double) -> Double? {
    best(measure).map { ours / $0.value }
  }

  private func value(_ measure: Measure, _ peer: EngineBuild) -> Double {
    switch measure {
    case .rate: rate(peer)
    case .peakMemory: Double(peer.peakMemoryBytes)
    case .size: Double(peer.indexBytes)
    }
  }
}
