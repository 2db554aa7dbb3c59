#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// The address of a Unix socket in the system's form.
package enum UnixAddress {
  /// Lends the address of `path` to `body`. As with systemd, an `@` at its start stands for the zero that begins a name without a file.
  /// - Precondition: The path is at most ``SocketPath/byteLimit`` bytes long.
  package static func lend(_ path: String, to body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(path.utf8)
    precondition(bytes.count <= SocketPath.byteLimit)
    var size = MemoryLayout<sockaddr_un>.size
    if bytes.first == UInt8(ascii: "@") {
      // All bytes of the address belong to such a name.
      bytes[0] = 0
      size -= MemoryLayout.size(ofValue: address.sun_path) - bytes.count
    }
    // SAFETY: the path and a zero after it fit: the precondition has checked its length.
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
      unsafe field.copyBytes(from: bytes)
    }
    // SAFETY: a sockaddr_un is passed as the sockaddr it begins with, and the length is that of the whole or of less.
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe body($0, socklen_t(size))
      }
    }
  }

  /// Where a socket stands; nil if it is no Unix socket, or stands nowhere.
  package static func path(of descriptor: Int32) -> String? {
    var address = sockaddr_un()
    var size = socklen_t(MemoryLayout<sockaddr_un>.size)
    // SAFETY: the address is filled in as the sockaddr it begins with, in at most its whole length.
    let isKnown = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isKnown, address.sun_family == sa_family_t(AF_UNIX) else { return nil }
    // SAFETY: the bytes of a whole field are read, up to a zero or its end.
    let path = unsafe withUnsafeBytes(of: &address.sun_path) { field in
      unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }
    return path.isEmpty ? nil : path
  }
}
