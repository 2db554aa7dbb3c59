import Logging
import NIOCore
import NIOPosix
import Wire

/// One connection: cuts its bytes into requests, has them answered, and writes the replies as they come.
///
/// Replies may overtake each other; the request's id says which is which. The session lives on its connection's event
/// loop. What it owes the client is bounded: so many requests in flight, and nothing is read, taken or started while too many bytes
/// of replies are unread. A client that then reads nothing for a while is told so, and the connection ends.
final class Session: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Where a session is in its life.
  private enum Phase {
    /// The first byte, which tells the framing, is still to come.
    case beforeFirstByte
    case open
    /// No more requests are taken; ends when all that were taken are answered and the answers are out.
    case ending
  }

  private let state: DaemonState
  private let lifeline = Lifeline()
  private let share: Workers.ShareID
  private let eventLoop: any EventLoop
  /// Whether the daemon has no other connection: then a client over a limit waits rather than being refused, and may take
  /// its time to read.
  private let isSole: Bool
  private var phase = Phase.beforeFirstByte
  private let reader: RequestReader
  private var splitter: LineSplitter
  /// Cut from the stream, and not taken yet.
  private var pieces: ArraySlice<LineSplitter.Piece> = []
  private var isTaking = false
  private var inputHasEnded = false
  private var isReading = true
  private var ledger = RequestLedger()
  /// Requests refused because too many were in flight, since there was last none.
  private var refusalCount = 0
  private var progress: RepeatedTask?
  /// Both nil once the connection is gone, which a write that fails may bring about at any time.
  private var context: ChannelHandlerContext?
  private var outbox: Outbox?

  init(_ state: DaemonState, on eventLoop: any EventLoop, isSole: Bool = false) {
    self.state = state
    self.eventLoop = eventLoop
    self.share = state.workers.openShare()
    self.isSole = isSole
    self.reader = RequestReader(methods: state.methods, limits: state.limits)
    self.splitter = LineSplitter(byteLimit: state.limits.requestByteCount)
  }

  // MARK: Events of the connection

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    outbox = Outbox(context.channel, byteLimit: state.limits.unreadByteCount)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    outbox = nil
    state.workers.closeShare(share)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data).readableBytesView
    // Blank lines before the first request say nothing, as they do between requests.
    if phase == .beforeFirstByte { bytes = bytes.drop(while: Framing.isBlank) }
    guard let first = bytes.first, phase != .ending else { return }
    if phase == .beforeFirstByte {
      do throws(WireError) {
        _ = try Framing(firstByte: first)
        phase = .open
      } catch {
        reply(error, to: [.null])
        return end()
      }
    }
    pieces += splitter.append(bytes)
    goOn()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      pieces += splitter.finish()
      inputHasEnded = true
      goOn()
    case SessionEvent.leave:
      // Without an index they would wait for longer than the daemon stays.
      if case .opening = state.index.phase { reply(.leaving, to: ledger.removeWaiting()) }
      end()
    case SessionEvent.cut:
      reply(.leaving, to: ledger.removeAll())
      context.close(promise: nil)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    lifeline.cut()
    phase = .ending
    _ = ledger.removeAll()
    stopProgress()
    outbox?.stopWatching()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    state.logger.debug("connection failed", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  // MARK: Going on

  /// Takes, starts and ends what can be; called whenever something has changed.
  private func goOn() {
    startWaiting()
    takePieces()
    if phase != .ending && inputHasEnded && pieces.isEmpty { end() }
    if phase == .ending && ledger.count == 0 && outbox?.isEmpty == true { context?.close(promise: nil) }
  }

  /// Takes no more requests.
  private func end() {
    phase = .ending
    pieces = []
    goOn()
  }

  private var mayTake: Bool {
    if phase == .ending || outbox?.isFull != false { return false }
    // To say no takes time as well: who does not heed it has to wait.
    let refusalLimit = isSole ? 0 : state.limits.requestsInFlight
    return ledger.count < state.limits.requestsInFlight || refusalCount < refusalLimit
  }

  private func takePieces() {
    // A reply that goes out at once calls back while the request is being taken.
    if isTaking { return }
    isTaking = true
    while mayTake, let piece = pieces.popFirst() { take(piece) }
    isTaking = false
    // Those we have no room for stay with the client, who then cannot send more either.
    let wantsMore = pieces.isEmpty && mayTake
    guard wantsMore != isReading, phase != .ending else { return }
    isReading = wantsMore
    try? context?.channel.syncOptions?.setOption(.autoRead, value: wantsMore)
  }

  // MARK: Requests

  private func take(_ piece: LineSplitter.Piece) {
    switch reader.read(piece) {
    case .nothing: break
    case .call(let call, let id): answer(call, id)
    case .refused(let error, let id): reply(error, to: [id])
    }
  }

  private func answer(_ call: Call, _ id: RequestID) {
    switch call {
    case .immediate(let work):
      reply(work(state, id))
    case _ where ledger.count >= state.limits.requestsInFlight:
      refusalCount += 1
      reply(.tooManyInFlight(limit: state.limits.requestsInFlight), to: [id])
    case .query(let timeout, let work):
      state.index.retryIfFailed()
      ledger.add(WaitingRequest(id: id, timeout: timeout, work: work))
      startWaiting()
    case .reload: state.index.reload(completion(of: id))
    case .check: state.index.check(completion(of: id))
    }
  }

  /// Begins request `id`, and gives what ends it, from any thread.
  private func completion<Reply: JSONWritable & SendableMetatype>(
    of id: RequestID
  ) -> @Sendable (Result<Reply, WireError>) -> Void {
    let ticket = ledger.start(id)
    let handle = handle
    return { outcome in
      let bytes = Reply.encoded(for: id) { () throws(WireError) in try outcome.get() }
      handle.execute { $0.complete(ticket, bytes) }
    }
  }

  // MARK: Waiting and running

  /// Starts what waits, as far as the index and the client allow.
  private func startWaiting() {
    if ledger.waiting.isEmpty { return }
    switch state.index.phase {
    case .opening:
      reportProgress()
    case .failed(let error, _):
      stopProgress()
      reply(error, to: ledger.removeWaiting())
    case .ready(let index, let freshness):
      stopProgress()
      // The time of those that waited for the index begins now; a sole client's, who waits for nobody but itself, later.
      if !isSole { ledger.beginTime() }
      while ledger.runningCount < state.limits.requestsRunning, outbox?.isFull == false,
        let request = ledger.next()
      {
        run(request, index, freshness)
      }
    }
  }

  private func run(
    _ request: WaitingRequest, _ index: any SearchableIndex, _ freshness: StatusReply.Freshness
  ) {
    let context = QueryContext(
      index: index, freshness: freshness, deadline: request.deadline ?? .now + request.timeout,
      limits: state.limits)
    let query = QueuedQuery()
    let handle = handle
    let ticket = ledger.start(request.id)
    // Once it has begun it looks at the time itself.
    let alarm = eventLoop.scheduleTask(in: TimeAmount(ContinuousClock.now.duration(to: context.deadline))) {
      guard query.giveUp() else { return }
      handle.withSession { $0.complete(ticket, WireError.deadline.encoded(for: request.id)) }
    }
    ledger.set(alarm, for: ticket)
    let work: Workers.Work = { [lifeline] in
      guard lifeline.isOpen, query.begin() else { return }
      let bytes = request.work(context, request.id)
      if lifeline.isOpen { handle.execute { $0.complete(ticket, bytes) } }
    }
    state.workers.submit(work, in: share)
  }

  private func complete(_ ticket: Int, _ bytes: [UInt8]) {
    guard ledger.finish(ticket) else { return }
    if ledger.count == 0 { refusalCount = 0 }
    reply(bytes)
    goOn()
  }

  /// This session, for other threads to send work to.
  private var handle: SessionHandle { SessionHandle(self, on: eventLoop) }

  // MARK: Progress of a first index

  private func reportProgress() {
    if progress != nil { return }
    let handle = handle
    state.index.whenSettled {
      handle.execute { session in
        // Another session may have had the index opened again meanwhile: then we wait anew.
        session.stopProgress()
        session.goOn()
      }
    }
    progress = eventLoop.scheduleRepeatedTask(initialDelay: .milliseconds(50), delay: .milliseconds(200)) {
      _ in
      handle.withSession { $0.sendProgress() }
    }
  }

  private func stopProgress() {
    progress?.cancel()
    progress = nil
  }

  private func sendProgress() {
    guard case .opening(let done) = state.index.phase, outbox?.isFull == false else { return }
    send(JSONWriter.line(Notification(method: ProgressParameters.method, parameters: done)))
  }

  // MARK: Replies

  /// Gives all these requests the same error, in one go: the connection may end with it.
  private func reply(_ error: WireError, to ids: [RequestID]) {
    if ids.isEmpty { return }
    reply(ids.flatMap { error.encoded(for: $0) }, count: ids.count)
  }

  private func reply(_ bytes: [UInt8], count: Int = 1) {
    state.countRequests(count)
    send(bytes)
  }

  private func send(_ bytes: [UInt8]) {
    guard let outbox, lifeline.isOpen else { return }
    outbox.send(bytes) { self.goOn() }
    if isSole { return }
    let pause = min(state.limits.unreadTimeout, state.limits.closingTimeout) / 8
    outbox.watchForStalls(every: TimeAmount(pause)) { self.heed(stall: $0) }
  }

  /// Sees to a client that has read nothing for a while.
  private func heed(stall: Duration) {
    if phase == .ending {
      if stall >= state.limits.closingTimeout { context?.close(promise: nil) }
    } else if outbox?.isFull == true && stall >= state.limits.unreadTimeout {
      let waiting = ledger.removeWaiting()
      reply(
        .unread(limit: state.limits.unreadByteCount, since: stall), to: waiting.isEmpty ? [.null] : waiting)
      end()
    }
  }
}
