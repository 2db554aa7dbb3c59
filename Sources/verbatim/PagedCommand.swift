import Client
import Wire

/// A reply with a part of a list, which goes on where its cursor says.
protocol PagedReply: Codable, JSONWritable, Sendable {
  var interpreted: String { get }
  /// How many units match; nil when the answer is incomplete.
  var total: Int? { get }
  var complete: Bool { get }
  var warnings: [WarningMessage] { get }
  /// Why nothing was found, if the reply says so.
  var diagnosis: DiagnosisMessage? { get }
  var cursor: String? { get }
  /// How much of the list is in it.
  var elementCount: Int { get }
  /// How long the whole list is; nil if that is not known.
  var listLength: Int? { get }
  /// How many units match in how many elements of the list, where an element stands for several.
  var grouping: String? { get }
  /// The reply without its part of the list.
  var emptied: Self { get }
  /// The reply with the paths of its sources as the reader reaches them.
  func withPaths(_ paths: ReadersPaths) -> Self
}

extension PagedReply {
  var grouping: String? { nil }
}

extension SearchReply: PagedReply {
  var elementCount: Int { hits.count }
  var listLength: Int? { groups ?? total }
  var grouping: String? {
    guard let total, let groups else { return nil }
    return "\(total) paragraph\(total == 1 ? "" : "s") in \(groups) group\(groups == 1 ? "" : "s")"
  }
  var emptied: SearchReply {
    var reply = self
    reply.hits = []
    return reply
  }
  func withPaths(_ paths: ReadersPaths) -> SearchReply { paths.applied(to: self) }
}

/// A command with a query whose result is a list, asked for page by page.
protocol PagedCommand: AnsweringCommand {
  var query: QueryOptions { get }
  var time: TimeOptions { get }
}

extension PagedCommand {
  /// Asks for one page after the other, and hands each on as it comes.
  ///
  /// - Parameters:
  ///   - limit: The most elements of all pages together; 0 for no limit.
  ///   - cursor: Where to begin; nil for the beginning.
  ///   - parameters: What to ask for, given the limit and the cursor of a page.
  ///   - take: Is given each page; false once nobody reads any more.
  /// - Returns: What became of it; nil if nobody reads any more.
  func ask<Asked, Reply: PagedReply>(
    _ method: Method<Asked, Reply>, limit: Int, cursor: String?, _ parameters: (Int, String?) -> Asked,
    take: (Reply) throws(ClientError) -> Bool
  ) throws(ClientError) -> Pages<Reply>? {
    var client = try makeClient()
    if query.requireFresh { try requireFreshness(of: &client) }
    var pages = Pages<Reply>(limit: limit, cursor: cursor)
    var warnings: [WarningMessage] = []
    while let (limit, cursor) = pages.next {
      let reply = try ask(&client, method, parameters(limit, cursor), silence: time.silence)
      let paths = ReadersPaths(corpusRoot: client.hello?.corpusRoot ?? "")
      note(reply.warnings.filter { !warnings.contains($0) })
      warnings += reply.warnings.filter { !warnings.contains($0) }
      pages.take(reply)
      guard try take(reply.withPaths(paths)) else { return nil }
    }
    return pages
  }

  /// Says how much was shown, and of what.
  func conclude<Reply>(_ pages: Pages<Reply>) -> Client.ExitCode {
    guard let last = pages.last else { return .error }
    query.hint()
    guard let total = last.total, last.complete else { return .incomplete }
    if total == 0 {
      noteNoHits(for: last.interpreted, last.diagnosis)
      return .noHits
    }
    if let length = last.listLength {
      let shown = pages.shown < length ? ["\(pages.shown) of \(length) shown"] : []
      let notes = shown + [last.grouping].compactMap(\.self)
      if !notes.isEmpty { Output.note(notes.joined(separator: ", ")) }
    } else if last.cursor != nil {
      Output.note("\(pages.shown) shown; there are more, in \(total) \(total == 1 ? "unit" : "units")")
    }
    return pages.shown > 0 ? .hits : .noHits
  }
}

/// The pages a list is answered in.
struct Pages<Reply: PagedReply> {
  private var left: Int?
  private var cursor: String?
  private(set) var shown = 0
  private(set) var last: Reply?

  /// - Parameter limit: The most elements of all pages together; 0 for no limit.
  init(limit: Int, cursor: String?) {
    self.left = limit == 0 ? nil : limit
    self.cursor = cursor
  }

  private var isFirst: Bool { last == nil }

  /// The limit (0 for a whole page) and the cursor of the next page; nil after the last.
  var next: (limit: Int, cursor: String?)? {
    isFirst || (cursor != nil && left != 0) ? (left ?? 0, cursor) : nil
  }

  mutating func take(_ reply: Reply) {
    shown += reply.elementCount
    left = left.map { max(0, $0 - reply.elementCount) }
    // A page without elements has no next one, whatever it says: there must be an end.
    cursor = reply.elementCount == 0 ? nil : reply.cursor
    // The elements are printed; only what is said of them all is kept.
    last = reply.emptied
  }
}
