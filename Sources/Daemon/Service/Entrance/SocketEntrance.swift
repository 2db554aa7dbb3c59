import Logging
import NIOCore
import NIOPosix
import Synchronization
import Wire

/// A Unix socket at a path of the file system.
final class SocketEntrance: Entrance {
  private let origin: Origin
  private let listener = Mutex<(any Channel)?>(nil)
  /// What is read from a connection before it is the next one's turn: some five requests, so that one that sends without end
  /// does not keep the others waiting.
  private static let readByteCount = 512

  private enum Origin {
    /// Ours to make and to remove.
    case claimed(SocketClaim)
    /// The supervisor's, who goes on to listen when we have gone.
    case inherited(Supervisor.Listener)
  }

  init(_ claim: SocketClaim) { origin = .claimed(claim) }

  init(_ listener: Supervisor.Listener) { origin = .inherited(listener) }

  private var path: String {
    switch origin {
    case .claimed(let claim): claim.socket.path
    case .inherited(let listener): listener.socket.path
    }
  }

  func open(_ state: DaemonState, on group: any EventLoopGroup) async throws {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelInitializer { $0.pipeline.addHandler(AcceptPause(state.logger)) }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.readByteCount)
      )
      .childChannelInitializer { channel in Self.admit(channel, state) }
    do {
      let descriptor =
        switch origin {
        case .claimed(let claim): try UnixSocket.make(boundTo: claim.socket)
        case .inherited(let listener): listener.descriptor
        }
      let channel = try await bootstrap.withBoundSocket(descriptor).get()
      listener.withLock { $0 = channel }
      // NIO listens with room for 128 to wait. Who does not wait is refused by the system, which says nothing about why.
      UnixSocket.listen(descriptor, backlog: state.limits.connections)
    } catch let error as SocketError {
      throw DaemonError.socket(error)
    } catch {
      throw DaemonError.listen(path: path, reason: "\(error)")
    }
    state.logger.info("listening", metadata: ["socket": "\(path)", "pid": "\(state.pid)"])
  }

  func close() async {
    if case .claimed(let claim) = origin { claim.removeSocket() }
    // Fails if it is closed already.
    try? await listener.withLock { $0 }?.close().get()
    if case .claimed(let claim) = origin { claim.unlock() }
  }

  func drain(until deadline: ContinuousClock.Instant) {}

  /// Lets a connection in if it is ours or root's, and there is room.
  private static func admit(_ channel: any Channel, _ state: DaemonState) -> EventLoopFuture<Void> {
    PeerCheck.userID(of: channel).flatMap { userID in
      var refusal: WireError?
      if userID != FilePaths.userID && userID != 0 {
        refusal = .invalidRequest(
          "this daemon answers only user \(FilePaths.userID) and root; the request came from user \(userID)")
      } else if !state.connections.add(channel, limit: state.limits.connections) {
        refusal = WireError(
          .busy, "\(state.limits.connections) connections are open, the most there may be",
          hint: "close one, or try again later")
      }
      return channel.eventLoop.makeCompletedFuture {
        let pipeline = channel.pipeline.syncOperations
        if let refusal {
          try pipeline.addHandler(Refusal(refusal))
        } else {
          try pipeline.addHandler(Session(state, on: channel.eventLoop))
        }
      }
    }
  }
}

/// Says why a connection is not let in, and closes it.
private final class Refusal: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let error: WireError

  init(_ error: WireError) { self.error = error }

  func channelActive(context: ChannelHandlerContext) {
    let bytes = context.channel.allocator.buffer(bytes: error.encoded(for: .null))
    context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }
}
