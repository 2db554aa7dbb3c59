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
/// one goes when its last request does. Opening and building happen on one thread of its own, in the order asked. What is opened is
/// compared with the corpus: before it answers if that is soon done, so that the first answer can warn, else on another
/// thread, since that may take long and nobody should wait for it.
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
    /// Counts what was settled, so that a comparison knows whether what it compared still answers.
    var settledCount = 0
    var isShutDown = false
  }

  let source: any IndexSource
  private let state = Mutex(State())
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let comparer = NIOThreadPool(numberOfThreads: 1)
  private let supervisor: Supervisor
  private let logger: Logger
  /// The most words of an index that is compared with its corpus before it answers: some 6 MB of sources, compared in some 40 ms.
  private static let soonComparedTokenCount = 1_000_000
  /// The most bytes of such a corpus, which may have grown.
  private static let soonComparedByteCount = 8_000_000
  /// How long a failure is repeated without looking again.
  private static let retryInterval = Duration.seconds(1)
  /// Microseconds between looks at a build of somebody else.
  private static let otherBuildInterval: UInt32 = 100_000

  init(source: any IndexSource, supervisor: Supervisor, logger: Logger) {
    self.source = source
    self.supervisor = supervisor
    self.logger = logger
  }

  var phase: Phase { state.withLock { $0.phase } }

  /// Opens the index, or builds it first; then looks whether it is fresh.
  func start() {
    thread.start()
    comparer.start()
    thread.submit { self.openOrBuild($0) }
  }

  /// Lets the threads go once what they do now is done, without waiting for that: a build may take long, and a process
  /// may end in the midst of one. What was asked and not begun is refused.
  func shutDown() {
    state.withLock { state in
      state.waiters = []
      state.isShutDown = true
    }
    for pool in [thread, comparer] { pool.shutDownLater() }
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
      guard case .failed(_, let since) = state.phase, since.duration(to: .now) > Self.retryInterval,
        !state.isShutDown
      else { return false }
      state.phase = .opening(ProgressParameters())
      return true
    }
    if retries { thread.submit { self.openOrBuild($0) } }
  }

  /// Opens the generation that stands on disk now, and answers with it from then on. On failure what answered
  /// before goes on to answer.
  func reload(_ completion: @escaping @Sendable (Result<ReloadReply, WireError>) -> Void) {
    thread.submit { state in
      guard case .active = state else { return completion(.failure(.leaving)) }
      self.supervisor.tell(.reloading)
      defer { self.supervisor.tell(.ready) }
      do throws(WireError) {
        let index = try self.source.open()
        let previous = self.state.withLock { state -> String? in
          if case .ready(let index, _) = state.phase { index.generation } else { nil }
        }
        let freshness = self.answer(from: index)
        self.logger.info("reloaded", metadata: ["generation": "\(index.generation)"])
        completion(
          .success(
            ReloadReply(
              generation: index.generation, previous: previous,
              warnings: index.notices + freshness.warnings)))
      } catch {
        self.logger.error("reload failed", metadata: ["error": "\(error.message)"])
        completion(.failure(error))
      }
    }
  }

  /// Compares what answers with the corpus, once what is opened now is open.
  func check(_ completion: @escaping @Sendable (Result<CheckReply, WireError>) -> Void) {
    thread.submit { state in
      guard case .active = state else { return completion(.failure(.leaving)) }
      self.comparer.submit { state in
        guard case .active = state else { return completion(.failure(.leaving)) }
        completion(Result { () throws(WireError) in try self.check() })
      }
    }
  }

  // MARK: On the thread

  private func openOrBuild(_ state: NIOThreadPool.WorkItemState) {
    guard case .active = state else { return }
    do throws(WireError) {
      let (index, isNew) = try openAfterBuildingIfMissing()
      answer(from: index, isNew: isNew)
      logger.info("index open", metadata: ["generation": "\(index.generation)"])
    } catch {
      logger.error("no index", metadata: ["error": "\(error.message)"])
      settle(.failed(error, since: .now))
    }
  }

  private func openAfterBuildingIfMissing() throws(WireError) -> (any SearchableIndex, isNew: Bool) {
    var hasSaidThatItWaits = false
    while true {
      do throws(WireError) {
        return (try source.open(), false)
      } catch  where error.kind == .indexMissing {}
      do throws(WireError) {
        if !hasSaidThatItWaits {
          logger.info("building the first index", metadata: ["corpus": "\(source.corpusRoot)"])
        }
        try source.build { progress in self.state.withLock { $0.phase = .opening(progress) } }
        return (try source.open(), true)
      } catch  where error.kind == .busy && !state.withLock({ $0.isShutDown }) {
        // Somebody else builds it: requests wait for that as they would for us.
        if !hasSaidThatItWaits { logger.info("another build is under way") }
        hasSaidThatItWaits = true
        usleep(Self.otherBuildInterval)
      }
    }
  }

  /// Answers from `index` from now on.
  ///
  /// - Parameter isNew: Whether it was just built, so that it need not be compared with the corpus.
  /// - Returns: How fresh it is, as far as that is known by now.
  @discardableResult
  private func answer(from index: any SearchableIndex, isNew: Bool = false) -> StatusReply.Freshness {
    let isSoonCompared = !isNew && isSoonCompared(index)
    let freshness = isNew ? .fresh : isSoonCompared ? freshness(of: index) : .unknown
    let opening = settle(.ready(index, freshness))
    if isNew || isSoonCompared { return freshness }
    comparer.submit { state in
      guard case .active = state, self.state.withLock({ $0.settledCount == opening }) else { return }
      self.note(self.freshness(of: index), of: index, opening: opening)
    }
    return freshness
  }

  /// Whether to compare `index` with its corpus takes a moment. The index is asked first, since files are counted one by one.
  private func isSoonCompared(_ index: any SearchableIndex) -> Bool {
    guard index.counts.tokens <= Self.soonComparedTokenCount else { return false }
    return (try? source.corpusByteCount()).map { $0 <= Self.soonComparedByteCount } ?? false
  }

  /// - Returns: The number of what is settled.
  @discardableResult
  private func settle(_ phase: Phase) -> Int {
    let (waiters, opening) = state.withLock { state in
      state.phase = phase
      state.settledCount += 1
      defer { state.waiters = [] }
      return (state.waiters, state.settledCount)
    }
    for waiter in waiters { waiter() }
    return opening
  }

  /// Compares `index` with the corpus; that it cannot be is no reason not to answer from it.
  private func freshness(of index: any SearchableIndex) -> StatusReply.Freshness {
    do throws(WireError) {
      guard try source.check().corpusGeneration != index.generation else { return .fresh }
      logger.warning("the corpus has changed since the index was built")
      return .stale
    } catch {
      logger.warning("the corpus could not be compared", metadata: ["error": "\(error.message)"])
      return .unknown
    }
  }

  // MARK: On the comparer's thread

  /// Compares what answers with the corpus, for whoever asks.
  private func check() throws(WireError) -> CheckReply {
    let start = ContinuousClock.now
    let (phase, opening) = state.withLock { ($0.phase, $0.settledCount) }
    let index: any SearchableIndex
    switch phase {
    case .ready(let ready, _): index = ready
    case .failed(let error, _): throw error
    case .opening: throw WireError(.busy, "the index is being opened", hint: "ask again in a moment")
    }
    let found = try source.check()
    let reply = CheckReply(
      generation: index.generation, indexGeneration: found.indexGeneration,
      corpusGeneration: found.corpusGeneration, documents: found.documents, bytes: found.bytes,
      pipeline: found.pipeline, added: found.added, changed: found.changed, removed: found.removed,
      elapsedMicroseconds: microseconds(since: start))
    note(reply.fresh ? .fresh : .stale, of: index, opening: opening)
    return reply
  }

  /// Says from now on how fresh an index is, unless another one answers meanwhile.
  private func note(_ freshness: StatusReply.Freshness, of index: any SearchableIndex, opening: Int) {
    state.withLock { state in
      guard state.settledCount == opening, case .ready = state.phase else { return }
      state.phase = .ready(index, freshness)
    }
  }
}

extension NIOThreadPool {
  /// Takes no more work, and ends once what runs is done; nobody waits for that.
  func shutDownLater() {
    // The pool must not go before its threads.
    shutdownGracefully { [self] _ in withExtendedLifetime(self) {} }
  }
}
