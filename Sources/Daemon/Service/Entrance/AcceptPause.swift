import Logging
import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets connections wait for a moment when the system has no file left for them.
///
/// The system would go on to say that one waits, and the event loop would do nothing but try.
final class AcceptPause: ChannelInboundHandler, Sendable {
  typealias InboundIn = any Channel

  private let logger: Logger
  private static let pause = TimeAmount.milliseconds(100)

  init(_ logger: Logger) { self.logger = logger }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let failure = error as? IOError,
      [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(failure.errnoCode)
    else { return context.fireErrorCaught(error) }
    logger.warning("no connection can be let in", metadata: ["error": "\(failure)"])
    let options = context.channel.syncOptions
    try? options?.setOption(.autoRead, value: false)
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) {
      // Fails once the listener is closed: then nothing is to be let in any more.
      try? options?.setOption(.autoRead, value: true)
    }
  }
}
