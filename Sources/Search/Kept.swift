internal import Synchronization

/// A value that is made when it is first asked for, and kept.
///
/// Nobody waits for another, so that each heeds a deadline of its own: who asks while it is made makes it too, and what is ready first is
/// kept. One whose deadline passes leaves nothing.
final class Kept<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  func value(_ make: () throws(SearchError) -> Value) throws(SearchError) -> Value {
    if let known = kept.withLock({ $0 }) { return known }
    let made = try make()
    return kept.withLock { kept in
      if let known = kept { return known }
      kept = made
      return made
    }
  }
}
