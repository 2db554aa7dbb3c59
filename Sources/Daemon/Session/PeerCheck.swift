import NIOCore

#if canImport(Darwin)
  import Darwin
#endif

/// Who is at the other end of a connection.
enum PeerCheck {
  #if canImport(Darwin)
    private typealias Credentials = xucred
    private static let level = NIOBSDSocket.OptionLevel(rawValue: 0)
    private static let name = NIOBSDSocket.Option(rawValue: LOCAL_PEERCRED)
  #else
    /// Linux's `struct ucred`, which Swift's import of glibc does not show: three 32-bit integers.
    private struct Credentials {
      var pid: Int32 = 0
      var userID: UInt32 = 0
      var gid: UInt32 = 0
    }
    private static let level = NIOBSDSocket.OptionLevel.socket
    /// `SO_PEERCRED`.
    private static let name = NIOBSDSocket.Option(rawValue: 17)
  #endif

  /// The user id of the process that connected.
  static func userID(of channel: any Channel) -> EventLoopFuture<UInt32> {
    guard let provider = channel as? any SocketOptionProvider else {
      return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
    }
    let credentials: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(level: level, name: name)
    #if canImport(Darwin)
      return credentials.map(\.cr_uid)
    #else
      return credentials.map(\.userID)
    #endif
  }
}
