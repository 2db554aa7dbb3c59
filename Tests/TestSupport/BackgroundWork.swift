import Foundation
import Synchronization

/// Something done on a thread of its own, whose end can be waited for.
package final class BackgroundWork: Sendable {
  private let outcome = Mutex<Result<Void, any Error>?>(nil)

  package init(_ body: @escaping @Sendable () throws -> Void) {
    Thread { [self] in
      let result = Result(catching: body)
      outcome.withLock { $0 = result }
    }.start()
  }

  /// Waits for the end, and throws what ended it.
  package func wait() throws {
    while true {
      if let outcome = outcome.withLock({ $0 }) { return try outcome.get() }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }
}
