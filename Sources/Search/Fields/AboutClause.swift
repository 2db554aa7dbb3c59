internal import Postings
internal import Query
internal import Segment
internal import Text

/// Those of the units that match an operand in which a name stands outside the words that name the speaker.
///
/// Units are paragraphs, or pieces of statements in them.
final class AboutClause: Clause {
  private let candidates: any Clause
  private let nameCount: Int
  private var places: FoundPlaces
  private let speakers: Set<Int>
  private let segment: OpenSegment
  private let space: UnitSpace
  private var evidence = EvidencePlaces()
  private var inner = Window()
  private var asked = AskedParagraphs()

  /// - Parameters:
  ///   - candidates: Finds every unit with one of the names.
  ///   - speakers: The numbers of those who go by them.
  init(
    _ candidates: any Clause, names: [PlaceColumn.Source], of speakers: Set<Int>, in segment: OpenSegment,
    space: UnitSpace
  ) throws(SearchError) {
    self.candidates = candidates
    nameCount = names.count
    self.speakers = speakers
    self.segment = segment
    self.space = space
    places = try SearchError.reading { () throws(SegmentError) in
      try FoundPlaces(names.map { [$0] }, of: segment.reader)
    }
  }

  var expectedCount: Int { candidates.expectedCount }

  /// Of many candidates the text is analyzed.
  var expectedCost: Int {
    candidates.expectedCost.addingClamped(expectedCount.multipliedClamped(by: 64))
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    try candidates.find(&inner, for: window)
    try SearchError.reading { () throws(SegmentError) in
      try asked.replace(with: inner, of: space, in: segment.reader)
      try places.find(in: asked)
      var number = 0
      try inner.forEachMatch { unit, _ throws(SegmentError) in
        if try isMeant(in: asked.parts[number]) { window.add(unit) }
        number += 1
      }
    }
  }

  private func isMeant(in part: AskedParagraphs.Part) throws(SegmentError) -> Bool {
    let reader = segment.reader
    let paragraph = Int(asked.paragraphs[part.rank])
    var found: [Interval] = []
    let room = places.room(of: part, in: asked)
    for name in 0..<nameCount { found += places.intervals(of: name, in: room) }
    if found.isEmpty { return false }
    found.keepMinimal()
    var evidences: [String] = []
    for statement in try UnitSpace.paragraphs.statements(in: paragraph, of: segment)
    where !speakers.isDisjoint(with: try reader.statement(at: statement).speakers) {
      evidences.append(try reader.details(ofStatement: statement).evidence)
    }
    if evidences.isEmpty { return true }
    let naming = evidence.places(of: evidences, in: try reader.unit(at: paragraph).text)
    return found.contains { name in !naming.contains { $0.contains(name) } }
  }
}

/// Finds in a paragraph the words that are the evidence of its statements.
struct EvidencePlaces {
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  /// The words of each place where one of `evidences` stands in `text` as it is.
  mutating func places(of evidences: [String], in text: [UInt8]) -> [Interval] {
    analyzer.analyze(text.span, into: &buffer)
    let words = buffer.tokens.filter { $0.kind == .word }
    var places: [Interval] = []
    for evidence in evidences where !evidence.isEmpty {
      let wanted = Array(evidence.utf8)
      guard wanted.count <= text.count else { continue }
      for start in 0...text.count - wanted.count where text[start] == wanted[0] {
        let end = start + wanted.count
        guard text[start..<end].elementsEqual(wanted) else { continue }
        let inside = words.filter { Int($0.start) >= start && Int($0.end) <= end }
        guard let first = inside.first, let last = inside.last else { continue }
        places.append(Interval(start: UInt32(first.position), end: UInt32(last.position) + 1))
      }
    }
    return places
  }
}
