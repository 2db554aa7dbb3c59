internal import Query
internal import Segment
internal import Text

/// What the documents of a segment are called in a field that is asked for as a whole, each different name once.
struct FieldNames: Sendable {
  struct Name: Sendable {
    var text: String
    /// What it is found by (``Text/NameKey``); none if it has no word.
    var keys: [[UInt8]]
  }

  private(set) var names: [Name] = []
  /// By document the place of its name in ``names``; -1 for one that has none.
  private(set) var places: [Int32] = []

  /// - Complexity: Linear in the segment's documents.
  init(
    of field: DocumentTest.Field, in segment: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) {
    precondition(!field.isOfWords)
    // By bytes: strings are equal that are written with other scalars.
    var known: [[UInt8]: Int32] = [:]
    var matcher = NameKeys()
    places.reserveCapacity(segment.documentCount)
    for index in 0..<segment.documentCount {
      if index.isMultiple(of: Self.documentsPerCheck) { try options.checkDeadline() }
      let document = try SearchError.reading { () throws(SegmentError) in try segment.document(at: index) }
      guard let text = document.name(field) else {
        places.append(-1)
        continue
      }
      let bytes = Array(text.utf8)
      if let place = known[bytes] {
        places.append(place)
      } else {
        known[bytes] = Int32(names.count)
        places.append(Int32(names.count))
        names.append(Name(text: text, keys: matcher.keys(of: text, in: field)))
      }
    }
  }

  private static let documentsPerCheck = 256

  /// The documents whose name passes a test, ascending and apart.
  func documents(passing test: DocumentTest) -> [Range<Int>] {
    let passing = names.map { test.passes($0.keys) }
    var ranges: [Range<Int>] = []
    for (document, place) in places.enumerated() where place >= 0 && passing[Int(place)] {
      ranges.appendJoining(document)
    }
    return ranges
  }

  /// Documents behind one another that have the same name, with its place; in order.
  var runs: [(place: Int, documents: Range<Int>)] {
    var runs: [(place: Int, documents: Range<Int>)] = []
    for (document, place) in places.enumerated() where place >= 0 {
      if let last = runs.last, last.place == Int(place), last.documents.upperBound == document {
        runs[runs.count - 1].documents = last.documents.lowerBound..<document + 1
      } else {
        runs.append((Int(place), document..<document + 1))
      }
    }
    return runs
  }
}

extension StoredDocument {
  /// What it is called in a field that is asked for as a whole.
  func name(_ field: DocumentTest.Field) -> String? {
    switch field {
    case .doc: id
    case .kind: kind
    case .lang: language
    case .symbol: symbol
    case .title, .section: preconditionFailure("asked for by words")
    }
  }
}

/// Folds the names of documents; memory is kept from name to name.
struct NameKeys {
  private var keys = NameKey()

  /// What a name in a field is found by: itself, and an id by its last part, too.
  mutating func keys(of name: String, in field: DocumentTest.Field) -> [[UInt8]] {
    var found = keys.key(of: name).map { [$0] } ?? []
    if field == .doc, let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")),
      let key = keys.key(of: String(name[name.utf8.index(after: slash)...]))
    {
      found.append(key)
    }
    return found
  }
}

extension DocumentTest {
  /// Whether it is true of a name that is found by `keys`.
  func passes(_ keys: [[UInt8]]) -> Bool {
    guard case .name(let wanted, let isPrefix) = value else { return false }
    return keys.contains { key in
      switch field {
      case .doc, .kind: key == wanted || isPrefix && key.starts(with: wanted)
      // The first words are enough: `en` for `en-GB`.
      case .lang:
        key == wanted || key.starts(with: wanted) && (isPrefix || key[wanted.count] == 0x20)
      case .symbol: Self.isRun(wanted, of: key, isPrefix: isPrefix)
      case .title, .section: false
      }
    }
  }

  /// Whether the words of one key stand in the other, one after the other; of the last its beginning, if `isPrefix`.
  private static func isRun(_ wanted: [UInt8], of key: [UInt8], isPrefix: Bool) -> Bool {
    guard wanted.count <= key.count else { return false }
    return (0...key.count - wanted.count).contains { start in
      let end = start + wanted.count
      return (start == 0 || key[start - 1] == 0x20) && (isPrefix || end == key.count || key[end] == 0x20)
        && key[start..<end].elementsEqual(wanted)
    }
  }
}
