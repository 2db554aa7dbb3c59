internal import Segment
internal import Text

/// Makes the ``ParagraphGroups`` of a collection: by signatures it finds pairs that are likely near-identical, reads their texts to know, and joins those that are.
///
/// - Complexity: O(*n* log *n*) for *n* paragraphs, and what ``SignaturePairs`` takes. Every paragraph of a bucket that is like another is read once or more.
struct GroupFinder {
  /// Paragraphs with one signature are compared with so many others of them, the first that are unlike each other.
  private static let mostRepresentatives = 8
  /// Processors that may help. As many threads look for pairs as there are with this one's, each with 12 bytes a paragraph; this one
  /// reads texts, and waits for the most part.
  private static let mostHelpers = 3
  /// Texts that are read between two looks whether anybody still wants to know.
  private static let readingsPerCheck = 256
  /// Paragraphs whose words are kept.
  private static let mostKept = 4_096

  private let segments: [OpenSegment]
  private let interest: Interest
  private var readCount = 0
  /// The number of each segment's first paragraph, and of all paragraphs.
  private let firstParagraphs: [Int]
  /// For each paragraph one of its group that is not behind it; itself for the first.
  private var parents: [UInt32]
  private var known: [UInt32: ParagraphWords] = [:]
  private var buffer = TokenBuffer()
  private let analyzer = Analyzer()

  private init(_ segments: [OpenSegment], _ interest: Interest) {
    self.interest = interest
    self.segments = segments
    firstParagraphs = segments.firstParagraphs
    parents = (0..<UInt32(firstParagraphs[segments.count])).map { $0 }
  }

  /// - Throws: `deadlineExceeded` if there is no interest left before it is done.
  static func groups(
    of segments: [OpenSegment], for interest: Interest
  ) throws(SearchError) -> ParagraphGroups {
    var finder = GroupFinder(segments, interest)
    try finder.joinAll()
    return ParagraphGroups(roots: finder.parents.indices.map { finder.root(of: UInt32($0)) })
  }

  private mutating func joinAll() throws(SearchError) {
    var signed: [(signature: UInt64, paragraph: UInt32)] = []
    signed.reserveCapacity(parents.count)
    for (segment, first) in zip(segments, firstParagraphs) {
      try interest.check()
      let signatures = try SearchError.reading { () throws(SegmentError) in try segment.reader.signatures() }
      for (unit, signature) in signatures.enumerated() where signature != 0 {
        signed.append((signature, UInt32(first + unit)))
      }
    }
    signed.sort { $0 < $1 }
    let different = try joinEqualSignatures(signed)
    let paragraphs = different.map(\.paragraph)
    let processors = Processors.ofProcess
    processors.take()
    let helperCount = processors.takeSpare(atMost: Self.mostHelpers)
    defer { for _ in 0...helperCount { processors.giveBack() } }
    let signatures = different.map(\.signature)
    if try !joinPairs(of: signatures, paragraphs, threadCount: 1 + helperCount) {
      _ = try joinPairs(of: signatures, paragraphs, threadCount: 1)
    }
  }

  /// - Returns: Whether there were as many threads. A single one there always is; and what was joined before stays so.
  private mutating func joinPairs(
    of signatures: [UInt64], _ paragraphs: [UInt32], threadCount: Int
  ) throws(SearchError) -> Bool {
    do {
      try SignaturePairs.forEach(in: signatures, threadCount: threadCount) { one, other in
        try join(paragraphs[one], paragraphs[other])
      }
      return true
    } catch let error as SearchError {
      throw error
    } catch {
      return false
    }
  }

  /// Joins paragraphs with one signature that are near-identical.
  ///
  /// - Returns: Those that no other stands for.
  private mutating func joinEqualSignatures(
    _ signed: [(signature: UInt64, paragraph: UInt32)]
  ) throws(SearchError) -> [(signature: UInt64, paragraph: UInt32)] {
    var different: [(signature: UInt64, paragraph: UInt32)] = []
    different.reserveCapacity(signed.count)
    var first = 0
    for entry in signed {
      if first < different.count, different[first].signature != entry.signature { first = different.count }
      var isJoined = false
      for index in first..<min(different.count, first + Self.mostRepresentatives) where !isJoined {
        isJoined = try join(entry.paragraph, different[index].paragraph)
      }
      if !isJoined { different.append(entry) }
    }
    return different
  }

  /// Joins two paragraphs if they are near-identical.
  ///
  /// - Returns: Whether they are in one group now.
  private mutating func join(_ one: UInt32, _ other: UInt32) throws(SearchError) -> Bool {
    let (left, right) = (root(of: one), root(of: other))
    if left == right { return true }
    guard try words(of: one).isNearIdentical(to: try words(of: other)) else { return false }
    parents[Int(max(left, right))] = min(left, right)
    return true
  }

  /// With paths halved: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM 31, 1984.
  private mutating func root(of paragraph: UInt32) -> UInt32 {
    var paragraph = paragraph
    while parents[Int(paragraph)] != paragraph {
      parents[Int(paragraph)] = parents[Int(parents[Int(paragraph)])]
      paragraph = parents[Int(paragraph)]
    }
    return paragraph
  }

  private mutating func words(of paragraph: UInt32) throws(SearchError) -> ParagraphWords {
    if let words = known[paragraph] { return words }
    readCount += 1
    if readCount.isMultiple(of: Self.readingsPerCheck) { try interest.check() }
    let segment = firstParagraphs.dropLast().lastIndex { $0 <= Int(paragraph) } ?? 0
    let text = try SearchError.reading { () throws(SegmentError) in
      try segments[segment].reader.text(ofUnitAt: Int(paragraph) - firstParagraphs[segment])
    }
    analyzer.analyze(text.span, into: &buffer)
    let words = ParagraphWords(buffer)
    if known.count >= Self.mostKept { known.removeAll(keepingCapacity: true) }
    known[paragraph] = words
    return words
  }
}

extension [OpenSegment] {
  /// The number in the collection of each segment's first paragraph, and then of all paragraphs.
  var firstParagraphs: [Int] {
    reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.reader.unitCount) }
  }
}
