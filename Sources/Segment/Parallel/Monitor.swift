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
      // The system's clock may be set meanwhile, so no wait is long.
      var end = Self.systemTime(in: min(left, .seconds(1)))
      unsafe pthread_cond_timedwait(change, mutex, &end)
    }
    defer { unsafe pthread_cond_broadcast(change) }
    return try body(&value)
  }

  private static func systemTime(in duration: Duration) -> timespec {
    var time = timespec()
    // SAFETY: the clock is one that every system has, and the time is written before it is read.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let (seconds, attoseconds) = duration.components
    let nanoseconds = Int(time.tv_nsec) + Int(attoseconds / 1_000_000_000)
    time.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
  }
}
