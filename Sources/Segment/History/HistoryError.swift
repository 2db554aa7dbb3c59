/// Why an earlier generation cannot be compared with the present one.
package enum HistoryError: Error, Equatable, CustomStringConvertible {
  /// It is no generation, nor the beginning of one.
  case malformed(String)
  /// Several generations begin so.
  case ambiguous(String, generations: [String])
  /// No steps lead from it to the present one; those that are damaged are not known.
  case unknown(String, present: String, oldest: String, generationCount: Int, damages: [Damage])
  /// There is no history of the present generation.
  case noEarlier(present: String)
  /// A step that leads to the present one cannot be read.
  case unreadable(SegmentError)

  package var description: String {
    switch self {
    case .malformed(let text):
      "'\(text)' names no generation; expected at least \(IndexHistory.shortestName) hex digits, such as those under \"generation\" in a reply"
    case .ambiguous(let text, let generations):
      "'\(text)' may be any of \(generations.count) generations (\(generations.joined(separator: ", "))); write more of it"
    case .unknown(let text, let present, let oldest, let count, let damages):
      "generation \(text) is not in the history of this index; "
        + (count == 1
          ? "it knows only the present one, \(present)"
          : "it knows \(count), from \(oldest) to the present one, \(present)")
        + (damages.first.map { "; a part of it cannot be read: \($0)" } ?? "")
    case .noEarlier(let present):
      "the history of this index knows no generation before the present one, \(present); name one that it knows, or build the index again once documents have changed"
    case .unreadable(let error): "the history of the index cannot be read: \(Self.reason(error))"
    }
  }

  /// Nothing has to be removed or built again for a history.
  private static func reason(_ error: SegmentError) -> String {
    if case .corrupt(let damage) = error { "\(damage)" } else { "\(error)" }
  }
}
