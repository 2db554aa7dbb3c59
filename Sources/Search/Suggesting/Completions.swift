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

    /// Memory of its own.
    var byteCount: Int {
      table.byteCount + texts.reduce(texts.count * MemoryLayout<String>.stride) { $0 + $1.utf8.count }
    }
  }

  let terms = MadeOnce<CompletionTable>()
  let speakers = MadeOnce<Names>()
  let titles = MadeOnce<Names>()
}

extension CompletionTable {
  /// The terms of all segments; an item a stem, which counts the paragraphs in which any of its forms stands.
  ///
  /// - Complexity: O(*n* · (*s* + log *n*)) for *n* terms in *s* segments.
  static func ofTerms(in segments: [OpenSegment]) throws(SegmentError) -> CompletionTable {
    var table = CompletionTable()
    var stems: [[UInt8]: (item: Int, count: Int)] = [:]
    for term in try ExpandedTerm.all(matching: .prefix([]), in: segments) {
      let stem = Analyzer.stem(of: term.bytes[...])
      if stems[stem] == nil {
        var count = 0
        for segment in segments {
          count += try segment.reader.stem(stem)?.list.documentFrequency ?? 0
        }
        stems[stem] = (stems.count, count)
      }
      guard let (item, count) = stems[stem] else { continue }
      // A compound is no form of a stem, and counts for itself.
      table.add(
        term.bytes, item: item, count: count > 0 ? count : term.documentFrequency,
        weight: term.documentFrequency)
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
    var names = Completions.Names()
    for (_, speaker) in speakers.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      for key in speaker.keys.sorted() {
        names.table.addWords(of: Array(key.utf8), item: names.texts.count, count: speaker.count)
      }
      names.texts.append(speaker.name)
    }
    names.table.sort()
    return names
  }

  /// The titles of all documents, each with how many documents bear it.
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
    var names = Completions.Names()
    for (title, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let key = words.words(of: Array(title.utf8))
      guard !key.isEmpty else { continue }
      names.table.addWords(of: Array(key.joined(separator: [0x20])), item: names.texts.count, count: count)
      names.texts.append(title)
    }
    names.table.sort()
    return names
  }
}
