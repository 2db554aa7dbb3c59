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
    // SAFETY: mutex and condition are initialized in memory that was just allocated, the attributes before they are used; with these, or
    // none, no call can fail.
    unsafe pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
      unsafe pthread_cond_init(change, nil)
    #else
      var attributes = pthread_condattr_t()
      unsafe pthread_condattr_init(&attributes)
      unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      unsafe pthread_cond_init(change, &attributes)
      unsafe pthread_condattr_destroy(&attributes)
    #endif
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

  /// The same, unless it is not ready by `deadline`: then nil, and nothing is changed.
  package func update<Result>(
    when isReady: (Value) -> Bool, by deadline: ContinuousClock.Instant,
    _ body: (inout Value) throws -> Result
  ) rethrows -> Result? {
    // SAFETY: as above.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while !isReady(value) {
      let left = deadline - .now
      guard left > .zero else { return nil }
      // The clock stands still while the machine sleeps, so no wait is long.
      wait(for: min(left, .seconds(1)))
    }
    defer { unsafe pthread_cond_broadcast(change) }
    return try body(&value)
  }

  /// Waits for a change, or until `duration` is over; whoever calls holds the mutex.
  private func wait(for duration: Duration) {
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    // SAFETY: both live as long as self, and the time for the call.
    #if canImport(Darwin)
      unsafe pthread_cond_timedwait_relative_np(change, mutex, &time)
    #else
      var end = timespec()
      unsafe clock_gettime(CLOCK_MONOTONIC, &end)
      time.tv_nsec += end.tv_nsec
      end.tv_sec += time.tv_sec + time.tv_nsec / 1_000_000_000
      end.tv_nsec = time.tv_nsec % 1_000_000_000
      unsafe pthread_cond_timedwait(change, mutex, &end)
    #endif
  }
}
