package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Wire

/// The daemon: answers until it is told to leave, or nobody has asked for a while.
package struct DaemonService: Service {
  private let configuration: DaemonConfiguration
  private let source: any IndexSource
  private let logger: Logger
  private let entrance: any Entrance

  /// Takes the right to the socket, if there is to be one; ``run()`` then listens at it.
  /// - Throws: ``DaemonError``, above all if another daemon answers there.
  package init(
    _ configuration: DaemonConfiguration, source: any IndexSource, logger: Logger
  ) throws(DaemonError) {
    self.configuration = configuration
    self.source = source
    self.logger = logger
    self.entrance =
      switch configuration.place {
      case .socket(let socket): SocketEntrance(try SocketClaim(socket))
      case .inherited(let listener): SocketEntrance(listener)
      case .streams(let input, let output): StreamEntrance(input: input, output: output)
      }
  }

  package func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let workers = Workers(threadCount: max(1, configuration.workerCount ?? max(2, System.coreCount)))
    let (departures, departure) = AsyncStream.makeStream(of: DaemonState.Departure.self)
    let state = DaemonState(
      withFilesFor(configuration),
      index: CurrentIndex(source: source, supervisor: configuration.supervisor, logger: logger),
      workers: workers,
      logger: logger, departures: departure)
    let outcome: Result<Void, any Error>
    do {
      try await answer(departures, state, group)
      outcome = .success(())
    } catch {
      await entrance.close()
      outcome = .failure(error)
    }
    state.index.shutDown()
    // A query may take long, and a process may end in the midst of one: its connection has been told.
    workers.shutDownLater()
    try await group.shutdownGracefully()
    try outcome.get()
  }

  /// The configuration with as many connections as the process may have files for.
  private func withFilesFor(_ configuration: DaemonConfiguration) -> DaemonConfiguration {
    var configuration = configuration
    configuration.limits.connections = ProcessLimits.connections(
      limit: configuration.limits.connections, files: ProcessLimits.raiseFileLimit())
    return configuration
  }

  private func answer(
    _ departures: AsyncStream<DaemonState.Departure>, _ state: DaemonState,
    _ group: MultiThreadedEventLoopGroup
  ) async throws {
    // First, so that whoever comes in finds its threads there.
    state.index.start()
    try await entrance.open(state, on: group)
    configuration.supervisor.tell(.ready)
    let idleWatch = watchIdleness(state, group.any())
    let reason = await firstDeparture(departures, state)
    logger.info("leaving", metadata: ["because": "\(reason)"])
    configuration.supervisor.tell(.stopping)
    idleWatch?.cancel()
    try await leave(state)
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

  /// Lets nobody in any more, then lets the connections end, but not for ever.
  ///
  /// The place is free before any connection ends: a client that sees its own end may count on it.
  private func leave(_ state: DaemonState) async throws {
    await entrance.close()
    state.index.shutDown()
    state.connections.tell(.leave)
    let deadline = ContinuousClock.now + configuration.farewell
    await wait(until: deadline) { state.connections.count == 0 }
    state.connections.tell(.cut)
    try await entrance.drain(until: max(deadline, .now + .milliseconds(100)))
  }
}
