#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread of the system that runs one closure.
@safe package struct WorkerThread {
  private let handle: pthread_t
  /// As large as the main thread's, which other libraries of C do not give to others.
  private static let stackByteCount = 8 << 20

  /// Processors that the system lets run threads.
  package static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Starts the thread.
  ///
  /// - Parameter path: What it works for, for the error.
  package init(for path: String, _ body: @escaping @Sendable () -> Void) throws(SegmentError) {
    let box = unsafe Unmanaged.passRetained(Box(body))
    var attributes = pthread_attr_t()
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    // SAFETY: `attributes` is initialized before it is used, and the box is taken back exactly once: by the thread, or here if there is
    // none.
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackByteCount)
    let result = unsafe pthread_create(&handle, &attributes, Self.main, box.toOpaque())
    guard result == 0 else {
      unsafe box.release()
      throw .system(call: "pthread_create", path: path, errno: result)
    }
    #if canImport(Darwin)
      unsafe self.handle = handle!
    #else
      self.handle = handle
    #endif
  }

  /// Lets the thread end by itself; then nobody may wait for it.
  package func detach() {
    pthread_detach(handle)
  }

  /// Waits until the closure has returned; once.
  package func join() {
    pthread_join(handle, nil)
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  #if canImport(Darwin)
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      unsafe run($0)
    }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      unsafe run($0!)
    }
  #endif

  private static func run(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    // SAFETY: the pointer is the box that `init` retained for this thread.
    unsafe Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
    return nil
  }
}
