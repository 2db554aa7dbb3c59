package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Wire

/// The daemon: listens at a socket and answers until it is told to leave, or nobody has asked for a while.
package struct DaemonService: Service {
  private let configuration: DaemonConfiguration
  private let source: any IndexSource
  private let logger: Logger
  private let claim: SocketClaim

  /// Takes the right to the socket; ``run()`` then listens at it.
  /// - Throws: ``DaemonError``, above all if another daemon answers there.
  package init(
    _ configuration: DaemonConfiguration, source: any IndexSource, logger: Logger
  ) throws(DaemonError) {
    self.configuration = configuration
    self.source = source
    self.logger = logger
    self.claim = try SocketClaim(configuration.socket)
  }

  package func run() async throws {
    raiseFileLimit()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let workers = NIOThreadPool(
      numberOfThreads: max(1, configuration.workerCount ?? max(2, System.coreCount)))
    workers.start()
    let (departures, departure) = AsyncStream.makeStream(of: DaemonState.Departure.self)
    let state = DaemonState(
      configuration, index: CurrentIndex(source: source, logger: logger), workers: workers, pid: processID(),
      logger: logger, departures: departure)
    do {
      let listener = try await listen(state, group)
      state.index.start()
      let idleWatch = watchIdleness(state, group.any())
      logger.info("listening", metadata: ["socket": "\(configuration.socket)", "pid": "\(state.pid)"])
      let reason = await firstDeparture(departures, state)
      logger.info("leaving", metadata: ["because": "\(reason)"])
      idleWatch?.cancel()
      try await leave(state, listener)
    } catch {
      claim.removeSocket()
      try? await shutDown(state, workers, group)
      throw error
    }
    try await shutDown(state, workers, group)
  }

  // MARK: Coming

  private func listen(_ state: DaemonState, _ group: MultiThreadedEventLoopGroup) async throws -> any Channel
  {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in Self.admit(channel, state) }
    do {
      let listener = try await bootstrap.bind(unixDomainSocketPath: configuration.socket.path).get()
      try SocketDirectory.restrict(configuration.socket)
      return listener
    } catch let error as SocketError {
      throw DaemonError.socket(error)
    } catch {
      throw DaemonError.bind(path: configuration.socket.path, reason: "\(error)")
    }
  }

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
      guard let refusal else {
        channel.closeFuture.whenComplete { _ in state.connections.remove(channel) }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Session(state, on: channel.eventLoop))
        }
      }
      return channel.pipeline.addHandler(Refusal(refusal))
    }
  }

  private func watchIdleness(_ state: DaemonState, _ eventLoop: any EventLoop) -> RepeatedTask? {
    guard let timeout = configuration.idleTimeout else { return nil }
    // Often enough to leave within a tenth of the time after it is up, seldom enough to cost nothing.
    let pause = TimeAmount.nanoseconds(Int64(max(0.02, timeout / .seconds(10)) * 1e9))
    return eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
      if case .opening = state.index.phase { return }
      if let since = state.connections.idleSince, since.duration(to: .now) >= timeout {
        state.leave(because: .idle)
      }
    }
  }

  // MARK: Going

  private func firstDeparture(
    _ departures: AsyncStream<DaemonState.Departure>, _ state: DaemonState
  ) async -> DaemonState.Departure {
    await withGracefulShutdownHandler {
      for await departure in departures { return departure }
      return .shutDown
    } onGracefulShutdown: {
      state.leave(because: .shutDown)
    }
  }

  /// Listens no more, and lets the connections end, but not for ever.
  private func leave(_ state: DaemonState, _ listener: any Channel) async throws {
    claim.removeSocket()
    try await listener.close().get()
    state.connections.leave()
    let deadline = ContinuousClock.now + configuration.farewell
    while state.connections.count > 0, ContinuousClock.now < deadline {
      // Not cancellable: the connections still have their answers to get.
      await Task.detached { try? await Task.sleep(for: .milliseconds(5)) }.value
    }
    state.connections.close()
  }

  private func shutDown(
    _ state: DaemonState, _ workers: NIOThreadPool, _ group: MultiThreadedEventLoopGroup
  ) async throws {
    state.index.shutDown()
    try await workers.shutdownGracefully()
    try await group.shutdownGracefully()
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
