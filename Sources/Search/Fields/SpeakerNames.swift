internal import Query
internal import Segment

/// The names that somebody goes by in a text, as phrases of terms.
struct SpeakerNames {
  /// Who goes by the name asked for.
  let speakers: Set<Int>
  /// Every name of theirs, as the terms of its words.
  let names: [[[UInt8]]]

  /// - Parameter key: As ``Query/SpeakerName/key(in:)`` gives it.
  init(_ key: [UInt8], in segment: OpenSegment, _ options: SearchOptions) throws(SearchError) {
    speakers = try segment.statementLists(options).speakers(named: key)
    var names: Set<[[UInt8]]> = []
    for speaker in speakers {
      let keys = try SearchError.reading { () throws(SegmentError) in
        try segment.reader.speaker(at: speaker).keys
      }
      for key in keys { names.insert(Self.terms(of: Array(key.utf8))) }
    }
    self.names = Self.sorted(names)
  }

  /// The names in any segment, each once. If nobody in the whole collection goes by the name asked for, those of whoever is known by
  /// it, else that name itself: who is spoken of need not speak.
  static func all(_ found: [SpeakerNames], of name: SpeakerName) -> [[[UInt8]]] {
    let names = Set(found.flatMap(\.names))
    if !names.isEmpty { return sorted(names) }
    let known = name.knownKeys.isEmpty ? [name.bareKey ?? name.key] : name.knownKeys
    return sorted(Set(known.map(terms)))
  }

  private static func sorted(_ names: Set<[[UInt8]]>) -> [[[UInt8]]] {
    names.sorted { $0.joined(separator: [0x20]).lexicographicallyPrecedes($1.joined(separator: [0x20])) }
  }

  /// A code of two or three letters, which may be a word otherwise, is meant in capitals: `US`, `CAN`.
  private static func terms(of key: [UInt8]) -> [[UInt8]] {
    let words = key.split(separator: 0x20).map(Array.init)
    guard words.count == 1, key.count <= 3, key.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return words
    }
    return [key.map { $0 & 0xDF }]
  }
}
