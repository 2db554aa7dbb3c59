package import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whoever started the daemon and looks after it, if it does so as systemd does: it may give us a socket that it listens at
/// already (sd_listen_fds(3)), and wants to be told how we fare (sd_notify(3)).
package struct Supervisor: Sendable {
  enum Notice: String {
    case ready = "READY=1"
    case reloading = "RELOADING=1"
    case stopping = "STOPPING=1"
  }

  /// A socket that is listened at, and where it stands.
  package struct Listener: Sendable {
    package let descriptor: Int32
    package let socket: SocketPath
  }

  package let listener: Listener?
  /// Where notices go; nil for nowhere.
  private let noticePath: String?
  /// The first of the files that are handed down.
  private static let firstDescriptor: Int32 = 3

  /// Nobody.
  package init() {
    listener = nil
    noticePath = nil
  }

  /// Reads `LISTEN_PID`, `LISTEN_FDS` and `NOTIFY_SOCKET`.
  /// - Throws: If we are given something else than one Unix socket that is listened at.
  package init(_ environment: Environment) throws(DaemonError) {
    noticePath = environment["NOTIFY_SOCKET"]
    // Otherwise meant for another process, which passed its environment on.
    guard environment["LISTEN_PID"] == "\(getpid())", let count = environment["LISTEN_FDS"], count != "0"
    else {
      listener = nil
      return
    }
    guard count == "1", Self.isListening(Self.firstDescriptor),
      let socket = UnixAddress.path(of: Self.firstDescriptor).flatMap({ try? SocketPath($0) })
    else { throw .badListener(count: count) }
    _ = fcntl(Self.firstDescriptor, F_SETFD, FD_CLOEXEC)
    listener = Listener(descriptor: Self.firstDescriptor, socket: socket)
  }

  /// Tells how we fare. That it cannot be told is no reason to fare worse.
  func tell(_ notice: Notice) {
    guard let noticePath, (1...SocketPath.byteLimit).contains(noticePath.utf8.count) else { return }
    #if canImport(Glibc)
      let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_DGRAM, 0)
    #endif
    guard descriptor >= 0 else { return }
    let text = Array((notice.rawValue + (notice == .reloading ? "\nMONOTONIC_USEC=\(Self.now)" : "")).utf8)
    // SAFETY: base address and count are those of one buffer, lent with the address and its length for the time of the call.
    _ = unsafe UnixAddress.lend(noticePath) { address, size in
      unsafe Int32(
        text.withUnsafeBytes { bytes in
          unsafe sendto(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT), address, size)
        })
    }
    _ = close(descriptor)
  }

  private static func isListening(_ descriptor: Int32) -> Bool {
    var answer: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    // SAFETY: the option's value is one Int32, and the length says so.
    return unsafe getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0 && answer != 0
  }

  /// Microseconds on the system's monotonic clock.
  private static var now: Int {
    var time = timespec()
    // SAFETY: `time` is one timespec for the call to fill in.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }
}
