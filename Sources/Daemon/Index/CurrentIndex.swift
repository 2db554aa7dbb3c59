import Logging
import NIOPosix
import Synchronization
import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The generation that answers now: opened at start, built first where there is none, swapped on reload.
///
/// A request takes ``phase`` once and keeps what it got to its end, so that no answer mixes two generations; the old
/// one goes when its last request does. All that takes time (opening, building, comparing with the corpus) happens on
/// one thread of its own, in the order asked.
final class CurrentIndex: Sendable {
  enum Phase: Sendable {
    /// Requests wait.
    case opening(ProgressParameters)
    case ready(any SearchableIndex, StatusReply.Freshness)
    /// Every request gets the error; one that comes a while later makes us try again.
    case failed(WireError, since: ContinuousClock.Instant)
  }

  private struct State {
    var phase = Phase.opening(ProgressParameters())
    var waiters: [@Sendable () -> Void] = []
    var isShutDown = false
  }

  let source: any IndexSource
  private let state = Mutex(State())
  private let thread: NIOThreadPool
  private let logger: Logger
  /// How long a failure is repeated without looking again.
  private static let retryInterval = Duration.seconds(1)
  /// Microseconds between looks at a build of somebody else.
  private static let otherBuildInterval: UInt32 = 100_000

  init(source: any IndexSource, logger: Logger) {
    self.source = source
    self.logger = logger
    self.thread = NIOThreadPool(numberOfThreads: 1)
  }

  var phase: Phase { state.withLock { $0.phase } }

  /// Opens the index, or builds it first; then looks whether it is fresh.
  func start() {
    thread.start()
    enqueue { self.openOrBuild() }
  }

  /// Lets the thread go once what it does now is done, without waiting for that: a build may take long, and a process
  /// may end in the midst of one.
  func shutDown() {
    state.withLock { state in
      state.waiters = []
      state.isShutDown = true
    }
    // The pool must not go before its thread.
    thread.shutdownGracefully { [thread] _ in withExtendedLifetime(thread) {} }
  }

  /// Calls `body` once no request has to wait: at once, or later from another thread.
  func whenSettled(_ body: @escaping @Sendable () -> Void) {
    let isSettled = state.withLock { state in
      guard case .opening = state.phase else { return true }
      state.waiters.append(body)
      return false
    }
    if isSettled { body() }
  }

  /// Tries again after a failure, unless that was only just now.
  func retryIfFailed() {
    let retries = state.withLock { state in
      guard case .failed(_, let since) = state.phase, since.duration(to: .now) > Self.retryInterval else {
        return false
      }
      state.phase = .opening(ProgressParameters())
      return true
    }
    if retries { enqueue { self.openOrBuild() } }
  }

  /// Opens the generation that stands on disk now, and answers with it from then on. On failure what answered
  /// before goes on to answer.
  func reload(_ completion: @escaping @Sendable (Result<ReloadReply, WireError>) -> Void) {
    enqueue {
      do throws(WireError) {
        let index = try self.source.open()
        let previous = self.state.withLock { state -> String? in
          if case .ready(let index, _) = state.phase { index.generation } else { nil }
        }
        self.settle(.ready(index, .unknown))
        self.logger.info("reloaded", metadata: ["generation": "\(index.generation)"])
        completion(.success(ReloadReply(generation: index.generation, previous: previous)))
        self.compareWithCorpus(index)
      } catch {
        self.logger.error("reload failed", metadata: ["error": "\(error.message)"])
        completion(.failure(error))
      }
    }
  }

  // MARK: On the thread

  private func enqueue(_ work: @escaping @Sendable () -> Void) {
    thread.submit { state in
      if case .active = state { work() }
    }
  }

  private func openOrBuild() {
    do throws(WireError) {
      let (index, isNew) = try openAfterBuildingIfMissing()
      settle(.ready(index, isNew ? .fresh : .unknown))
      logger.info("index open", metadata: ["generation": "\(index.generation)"])
      if !isNew { compareWithCorpus(index) }
    } catch {
      logger.error("no index", metadata: ["error": "\(error.message)"])
      settle(.failed(error, since: .now))
    }
  }

  private func openAfterBuildingIfMissing() throws(WireError) -> (any SearchableIndex, isNew: Bool) {
    while true {
      do throws(WireError) {
        return (try source.open(), false)
      } catch  where error.kind == .indexMissing {
        logger.info("building the first index", metadata: ["corpus": "\(source.corpusRoot)"])
      }
      do throws(WireError) {
        try source.build { progress in self.state.withLock { $0.phase = .opening(progress) } }
        return (try source.open(), true)
      } catch  where error.kind == .busy && !state.withLock({ $0.isShutDown }) {
        // Somebody else builds it: requests wait for that as they would for us.
        logger.info("another build is under way")
        usleep(Self.otherBuildInterval)
      }
    }
  }

  private func compareWithCorpus(_ index: any SearchableIndex) {
    let freshness: StatusReply.Freshness
    do throws(WireError) {
      freshness = try source.isFresh() ? .fresh : .stale
    } catch {
      logger.warning("the corpus could not be compared", metadata: ["error": "\(error.message)"])
      freshness = .unknown
    }
    if freshness == .stale { logger.warning("the corpus has changed since the index was built") }
    settle(.ready(index, freshness))
  }

  private func settle(_ phase: Phase) {
    let waiters = state.withLock { state in
      state.phase = phase
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter() }
  }
}
