import Foundation

/// Runs something on a thread with the smallest stack that threads are usually given.
struct SmallStackThread {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  /// Returns when it is done.
  func run() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread { [body] in
      body()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }
}
