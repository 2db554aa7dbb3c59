import ArgumentParser
import NIOCore
import NIOPosix

/// The least that can stand at the other end of a socket: what comes in goes out, on one event loop of NIO as in the daemon.
struct EchoServer: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "echo", shouldDisplay: false)

  @Argument(help: "Where to listen.") var socket: String

  func run() throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(EchoHandler())
        }
      }
      .bind(unixDomainSocketPath: socket).wait()
    try channel.closeFuture.wait()
  }
}

private final class EchoHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.writeAndFlush(data, promise: nil)
  }
}
