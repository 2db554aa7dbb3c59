/// How many words each unit of a segment has, and to which document and which statements they belong.
struct UnitPlaces: ~Copyable, Sendable {
  /// Words of a unit that a statement has.
  typealias Part = (positions: Range<UInt32>, statement: Int)

  struct PartRecord: BitwiseCopyable, Sendable {
    var first: UInt32
    var end: UInt32
    var statement: UInt32
  }

  private var documents = FlatBuffer<UInt32>()
  private var wordCounts = FlatBuffer<UInt32>()
  /// 0 for a unit without statements; (n << 1 | 1) for one that belongs to statement n as a whole; else (p + 1) << 1, where p is the
  /// place in `parts` of the first of its parts.
  private var statementCodes = FlatBuffer<UInt32>()
  /// Those of a unit in order, then one that starts at the greatest number.
  private var parts = FlatBuffer<PartRecord>()
  private(set) var hasStatements = false

  var unitCount: Int { documents.count }

  /// Adds the next unit.
  ///
  /// - Parameter statements: Ascending and apart.
  mutating func append(document: Int, wordCount: Int, statements: [Part]) {
    documents.append(UInt32(document))
    wordCounts.append(UInt32(wordCount))
    guard let first = statements.first else { return statementCodes.append(0) }
    hasStatements = true
    if statements.count == 1, first.positions == 0..<UInt32(wordCount) {
      return statementCodes.append(UInt32(first.statement) << 1 | 1)
    }
    statementCodes.append(UInt32(parts.count + 1) << 1)
    for part in statements {
      parts.append(
        PartRecord(
          first: part.positions.lowerBound, end: part.positions.upperBound, statement: UInt32(part.statement))
      )
    }
    parts.append(PartRecord(first: .max, end: .max, statement: 0))
  }

  /// The words of each of some units.
  func wordCounts(of units: Range<Int>) -> some Sequence<UInt32> { units.map { wordCounts[$0] } }

  /// In how many documents units stand that are given in order, the one at `start` first.
  func documentCount(of units: borrowing FlatBuffer<UInt32>, from start: Int = 0) -> UInt32 {
    var count: UInt32 = 0
    var last = UInt32.max
    for index in start..<units.count {
      let document = documents[Int(units[index])]
      if document != last { count += 1 }
      last = document
    }
    return count
  }

  /// Puts the numbers of the statements that have words of a list into `statements`, ascending.
  ///
  /// - Parameter start: Where the list's postings start.
  func findStatements(
    of list: borrowing DecodedList, from start: DecodedList.Place, into statements: inout FlatBuffer<UInt32>
  ) {
    statements.removeAll()
    guard hasStatements else { return }
    var first = start.position
    for index in start.unit..<list.units.count {
      let end = first + Int(list.frequencies[index])
      let code = statementCodes[Int(list.units[index])]
      if code & 1 == 1 {
        Self.add(code >> 1, to: &statements)
      } else if code != 0 {
        findParts(from: Int(code >> 1) - 1, of: list, first..<end, into: &statements)
      }
      first = end
    }
  }

  /// The statements of some positions in one unit.
  private func findParts(
    from first: Int, of list: borrowing DecodedList, _ positions: Range<Int>,
    into statements: inout FlatBuffer<UInt32>
  ) {
    var part = first
    for index in positions {
      let position = list.positions[index]
      while parts[part].end <= position { part += 1 }
      if parts[part].first <= position { Self.add(parts[part].statement, to: &statements) }
    }
  }

  private static func add(_ statement: UInt32, to statements: inout FlatBuffer<UInt32>) {
    if statements.count == 0 || statements[statements.count - 1] != statement { statements.append(statement) }
  }
}
