#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A value that several threads share, one at a time, and can wait for changes of.
@safe package final class Monitor<Value>: @unchecked Sendable {
  // Sendable: the value is touched only by who holds the mutex.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let change: UnsafeMutablePointer<pthread_cond_t>
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe change = .allocate(capacity: 1)
    // SAFETY: both calls initialize memory that was just allocated; without attributes they cannot fail.
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(change, nil)
  }

  deinit {
    // SAFETY: initialized in `init`, and nobody waits any more when nobody holds the monitor.
    unsafe pthread_cond_destroy(change)
    unsafe pthread_mutex_destroy(mutex)
    unsafe change.deallocate()
    unsafe mutex.deallocate()
  }

  /// Waits until `isReady`, then changes the value, which wakes whoever waits.
  package func update<Result>(
    when isReady: (Value) -> Bool = { _ in true }, _ body: (inout Value) throws -> Result
  ) rethrows -> Result {
    // SAFETY: both live as long as self; the mutex is held from the first call to the last.
    unsafe pthread_mutex_lock(mutex)
    while !isReady(value) { unsafe pthread_cond_wait(change, mutex) }
    defer {
      unsafe pthread_cond_broadcast(change)
      unsafe pthread_mutex_unlock(mutex)
    }
    return try body(&value)
  }
}
