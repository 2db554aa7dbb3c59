internal import Synchronization

/// A value that is made when it is first asked for, by one thread while the others wait for it, and kept.
final class MadeOnce<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value; `make` makes it if nobody has. If that fails, the next to ask tries again.
  func value(_ make: () throws(SearchError) -> Value) throws(SearchError) -> Value {
    try kept.withLock { (kept: inout Value?) throws(SearchError) -> Value in
      if let kept { return kept }
      let made = try make()
      kept = made
      return made
    }
  }
}
