internal import Postings
internal import Query
internal import Segment
internal import Text

/// What a snapshot keeps to complete beginnings, each table made when it is first needed.
struct Completions: Sendable {
  /// Names of speakers or titles, found by any of their words.
  struct Names: Sendable {
    var table = CompletionTable()
    /// By item.
    var texts: [String] = []
    /// The words of each text, folded.
    var words: [[UInt8]] = []

    /// Whether a word of the text of an item begins so, and what follows goes on so.
    func hasWord(ofItem item: Int, beginningWith prefix: [UInt8]) -> Bool {
      let words = words[item]
      return words.indices.contains { offset in
        (offset == 0 || words[offset - 1] == 0x20) && words[offset...].starts(with: prefix)
      }
    }

    /// Memory of its own.
    var byteCount: Int {
      table.byteCount + texts.reduce(texts.count * MemoryLayout<String>.stride) { $0 + $1.utf8.count }
        + words.reduce(words.count * MemoryLayout<[UInt8]>.stride) { $0 + $1.count }
    }
  }

  let terms = MadeAside<CompletionTable>()
  let speakers = MadeAside<Names>()
  let titles = MadeAside<Names>()
}

extension CompletionTable {
  /// The terms of all segments; an item a stem, which counts the paragraphs in which any of its forms stands.
  ///
  /// - Complexity: O(*n* · (*s* + log *n*)) for *n* terms in *s* segments.
  static func ofTerms(in segments: [OpenSegment]) throws(SearchError) -> CompletionTable {
    var table = CompletionTable()
    var stems: [[UInt8]: (item: Int, count: Int)] = [:]
    for term in try ExpandedTerm.all(matching: .prefix([]), in: segments, SearchOptions()) {
      let stem = Analyzer.stem(of: term.bytes[...])
      if stems[stem] == nil {
        stems[stem] = (stems.count, try segments.paragraphCount(ofForm: .anyForm, of: term))
      }
      guard let (item, count) = stems[stem] else { continue }
      table.add(term.bytes, item: item, count: count, weight: term.documentFrequency)
    }
    table.sort()
    return table
  }
}

extension Completions.Names {
  /// All who speak in a statement, under all their names, with how many statements they make.
  ///
  /// - Complexity: Linear in the statements.
  static func ofSpeakers(in segments: [OpenSegment]) throws(SegmentError) -> Completions.Names {
    var speakers: [String: (name: String, keys: Set<String>, count: Int)] = [:]
    for segment in segments {
      let reader = segment.reader
      var counts = [Int](repeating: 0, count: reader.speakerCount)
      for statement in 0..<reader.statementCount {
        for speaker in try reader.statement(at: statement).speakers { counts[speaker] += 1 }
      }
      for (index, count) in counts.enumerated() {
        let speaker = try reader.speaker(at: index)
        var known = speakers[speaker.id] ?? (speaker.name, [], 0)
        known.keys.formUnion(speaker.keys)
        known.count += count
        speakers[speaker.id] = known
      }
    }
    var words = FoldedWords()
    // Who goes by the same name, but for capitals and accents, is suggested once.
    var merged: [[UInt8]: (name: String, keys: Set<String>, count: Int)] = [:]
    for (_, speaker) in speakers.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let own = Array(words.words(of: Array(speaker.name.utf8)).joined(separator: [0x20]))
      var known = merged[own] ?? (speaker.name, [], 0)
      known.keys.formUnion(speaker.keys)
      known.count += speaker.count
      merged[own] = known
    }
    var names = Completions.Names()
    for (own, speaker) in merged.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for key in speaker.keys.sorted() {
        names.table.addWords(of: Array(key.utf8), item: names.texts.count, count: speaker.count)
      }
      names.texts.append(speaker.name)
      names.words.append(own)
    }
    names.table.sort()
    return names
  }

  /// The titles of all documents, each with how many documents bear it, whatever is in capitals: as most of them write it.
  ///
  /// - Complexity: O(*n* log *n*) for *n* words in the titles.
  static func ofTitles(in segments: [OpenSegment]) throws(SegmentError) -> Completions.Names {
    var counts: [String: Int] = [:]
    for segment in segments {
      for index in 0..<segment.reader.documentCount {
        counts[try segment.reader.document(at: index).title, default: 0] += 1
      }
    }
    var words = FoldedWords()
    var spellings: [[UInt8]: [(title: String, count: Int)]] = [:]
    for (title, count) in counts {
      let key = words.words(of: Array(title.utf8))
      if !key.isEmpty { spellings[Array(key.joined(separator: [0x20])), default: []].append((title, count)) }
    }
    var names = Completions.Names()
    for (key, titles) in spellings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let title = titles.min { one, other in
        one.count == other.count
          ? one.title.utf8.lexicographicallyPrecedes(other.title.utf8) : one.count > other.count
      }
      guard let title else { continue }
      let count = titles.reduce(0) { $0 + $1.count }
      names.table.addWords(of: key, item: names.texts.count, count: count)
      names.texts.append(title.title)
      names.words.append(key)
    }
    names.table.sort()
    return names
  }
}
