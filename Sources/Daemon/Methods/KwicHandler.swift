import Query
import Search
import Wire

/// `kwic`: every occurrence with the words around it, a page of rows at a time.
@Sendable func kwic(_ parameters: KwicParameters, _ context: QueryContext) throws(WireError) -> KwicReply {
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  let list = ListName(of: parameters, read: read.interpreted, in: context.index.generation)
  let cursor = try parameters.cursor.map { text throws(WireError) in try KwicCursor(text, in: list) }
  let limit = try context.pageLimit(asked: parameters.limit)
  let width = parameters.width ?? 40
  guard (0...KwicParameters.widthLimit).contains(width) else {
    throw .invalidParameters("\"width\" is \(width); expected 0 through \(KwicParameters.widthLimit)")
  }
  var options = SearchOptions(parameters, level: read.level, in: context)
  options.sort = SortOrder(parameters.sort ?? .date)
  var reply = KwicReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, total: nil, complete: read.isWhole, warnings: read.warnings)
  do throws(WireError) {
    var rows = KwicPage(limit: limit, from: cursor)
    var total = 0
    // A unit may have no row, where nothing of what matched can be shown.
    repeat {
      (options.offset, options.limit) = (rows.unit, limit - rows.rows.count + (rows.row > 0 ? 1 : 0))
      let found = try context.index.concordance(read.query, options, width: width)
      total = found.total
      rows.take(found.units, total: total)
    } while rows.goesOn
    reply.rows = rows.rows
    reply.cursor = rows.next.map { unit, row in
      KwicCursor(page: Cursor(in: list, offset: unit), row: row).description
    }
    reply.total = total
    if total == 0 { reply.diagnosis = try context.diagnosis(of: read.query, options) }
    let counts = try context.index.trend(read.query, options).rows.map(\.occurrences)
    reply.occurrences =
      counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}

/// Rows as units come.
private struct KwicPage {
  private let limit: Int
  private(set) var rows: [KwicRowMessage] = []
  /// The next unit, and how many of its rows were given already.
  private(set) var unit: Int
  private(set) var row: Int
  /// Whether there may be more rows, and room for them.
  private(set) var goesOn = true
  private var isEnd = false

  init(limit: Int, from cursor: KwicCursor?) {
    self.limit = limit
    unit = cursor?.page.offset ?? 0
    row = cursor?.row ?? 0
  }

  /// Takes the rows of the units from ``unit`` on, of `total` that there are.
  mutating func take(_ units: [[KwicRowMessage]], total: Int) {
    isEnd = units.isEmpty
    for found in units {
      let rest = found.dropFirst(row)
      let taken = rest.prefix(limit - rows.count)
      rows += taken
      guard taken.count == rest.count else {
        row += taken.count
        goesOn = false
        return
      }
      (unit, row) = (unit + 1, 0)
    }
    isEnd = isEnd || unit >= total
    goesOn = !isEnd && rows.count < limit
  }

  /// Where the next page begins; nil after the last.
  var next: (unit: Int, row: Int)? { isEnd ? nil : (unit, row) }
}

/// Where a page of rows ended: `GENERATION:LIST:UNIT:ROW`.
private struct KwicCursor: CustomStringConvertible {
  /// The next unit.
  var page: Cursor
  /// How many of its rows were given.
  var row: Int

  init(page: Cursor, row: Int) {
    self.page = page
    self.row = row
  }

  init(_ text: String, in list: ListName) throws(WireError) {
    guard let mark = text.lastIndex(of: ":"), let row = Int(text[mark...].dropFirst()), row >= 0 else {
      throw Cursor.unreadable(text)
    }
    do throws(WireError) {
      page = try Cursor(String(text[..<mark]), in: list)
    } catch {
      throw error.code == WireError.Code.invalidParameters ? Cursor.unreadable(text) : error
    }
    self.row = row
  }

  var description: String { "\(page):\(row)" }
}
