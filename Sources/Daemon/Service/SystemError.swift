#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number of a system call's failure.
struct SystemError: Error {
  let number: Int32

  /// Of the call that failed just now, on this thread.
  static var current: SystemError { SystemError(number: errno) }

  /// In the system's words.
  var reason: String {
    // SAFETY: strerror always returns a string that ends with zero, copied here.
    unsafe String(cString: strerror(number))
  }
}
