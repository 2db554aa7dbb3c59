internal import Query
internal import Segment
internal import Synchronization
internal import Text

/// What a snapshot keeps to tell what a value of a field may have been meant to be, each table made when it is first needed.
final class KnownValues: Sendable {
  /// Different words, and their stems.
  struct Words: Sendable {
    var table: NameTable
    var stems: Set<[UInt8]>
  }

  private let names = Dictionary(
    uniqueKeysWithValues: DocumentTest.Field.allCases.filter { !$0.isOfWords }.map { ($0, Kept<NameTable>()) }
  )
  private let titleWords = Kept<Words>()
  private let headingWords = Kept<Words>()
  private let speakers = Kept<NameTable>()
  private let modes = Dictionary(
    uniqueKeysWithValues: Level.allCases.map { ($0, Kept<[StatementMode: Int]>()) })
  private let dates = Kept<(span: Diagnosis.Dates?, undatedCount: Int)>()
  private let spokenOf = Mutex<[SpokenOf: Int]>([:])
  /// The most names whose totals are remembered.
  private static let spokenOfLimit = 256

  private struct SpokenOf: Hashable {
    var name: SpeakerName
    var level: Level
  }

  private static let readingsPerCheck = 256
}

extension KnownValues {
  /// What documents are called in a field that is asked for as a whole.
  func names(
    of field: DocumentTest.Field, in segments: [OpenSegment], _ options: SearchOptions
  ) throws(SearchError) -> NameTable {
    guard let kept = names[field] else { preconditionFailure("asked for by words") }
    return try kept.value { () throws(SearchError) in
      var builder = NameTable.Builder()
      var known: Set<String> = []
      for segment in segments {
        for name in try segment.fields.names(of: field, in: segment.reader, options).names
        where known.insert(name.text).inserted {
          if known.count.isMultiple(of: Self.readingsPerCheck) { try options.checkDeadline() }
          builder.add(name.text, keys: name.keys)
        }
      }
      return builder.table
    }
  }

  /// The different words of all titles or headings.
  func words(
    of field: DocumentTest.Field, in segments: [OpenSegment], _ options: SearchOptions
  ) throws(SearchError) -> Words {
    precondition(field.isOfWords)
    return try (field == .title ? titleWords : headingWords).value { () throws(SearchError) in
      var builder = NameTable.Builder()
      var known: Set<[UInt8]> = []
      var stems: Set<[UInt8]> = []
      for segment in segments {
        let words =
          field == .title
          ? try segment.fields.titles(of: segment.reader, options)
          : try segment.fields.sections(of: segment.reader, options).words
        for word in words.words where word.isAlone && known.insert(word.term).inserted {
          if known.count.isMultiple(of: Self.readingsPerCheck) { try options.checkDeadline() }
          stems.insert(word.stem)
          builder.add(String(decoding: word.term, as: UTF8.self), keys: [word.term])
        }
      }
      return Words(table: builder.table, stems: stems)
    }
  }

  /// Everybody in the index, under all names.
  func speakers(in segments: [OpenSegment], _ options: SearchOptions) throws(SearchError) -> NameTable {
    try speakers.value { () throws(SearchError) in
      var names: [String: Set<[UInt8]>] = [:]
      for segment in segments {
        for index in 0..<segment.reader.speakerCount {
          if index.isMultiple(of: Self.readingsPerCheck) { try options.checkDeadline() }
          let speaker = try SearchError.reading { () throws(SegmentError) in
            try segment.reader.speaker(at: index)
          }
          names[speaker.name, default: []].formUnion(speaker.keys.map { Array($0.utf8) })
        }
      }
      var builder = NameTable.Builder()
      for (name, keys) in names { builder.add(name, keys: Array(keys)) }
      return builder.table
    }
  }

  /// How many units of a level have words said in each form, as `count` counts them once.
  func modes(
    at level: Level, _ count: (StatementMode) throws(SearchError) -> Int
  ) throws(SearchError) -> [StatementMode: Int] {
    guard let kept = modes[level] else { preconditionFailure("every level has one") }
    return try kept.value { () throws(SearchError) in
      var counts: [StatementMode: Int] = [:]
      for mode in StatementMode.allCases { counts[mode] = try count(mode) }
      return counts
    }
  }

  /// How many units of a level speak of somebody, as `count` counts them: in texts, which takes as long as a search.
  func total(
    spokenOf name: SpeakerName, _ level: Level, _ count: () throws(SearchError) -> Int
  ) throws(SearchError) -> Int {
    let key = SpokenOf(name: name, level: level)
    if let total = spokenOf.withLock({ $0[key] }) { return total }
    let total = try count()
    spokenOf.withLock { known in
      if known.count >= Self.spokenOfLimit { known.removeAll() }
      known[key] = total
    }
    return total
  }

  /// The dates of the earliest and of the latest document, nil if none has a date, and how many have none.
  func dates(
    in segments: [OpenSegment], _ options: SearchOptions
  ) throws(SearchError) -> (span: Diagnosis.Dates?, undatedCount: Int) {
    try dates.value { () throws(SearchError) in
      var first: DateInterval?
      var last: DateInterval?
      var undatedCount = 0
      for segment in segments {
        for index in 0..<segment.reader.documentCount {
          if index.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
          let days = try SearchError.reading { () throws(SegmentError) in
            try segment.reader.documentRecord(at: index).days
          }
          guard let days else {
            undatedCount += 1
            continue
          }
          let date = DateInterval(first: days.lowerBound, last: days.upperBound)
          if first.map({ (date.first, date.last) < ($0.first, $0.last) }) != false { first = date }
          if last.map({ (date.last, date.first) > ($0.last, $0.first) }) != false { last = date }
        }
      }
      guard let first, let last else { return (nil, undatedCount) }
      return (Diagnosis.Dates(first: first.description, last: last.description), undatedCount)
    }
  }
}
