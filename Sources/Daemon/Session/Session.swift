import Logging
import NIOCore
import NIOPosix
import Wire

/// One connection: cuts its bytes into requests, has them answered, and writes the replies as they come.
///
/// Replies may overtake each other; the request's id says which is which. The session lives on its connection's event
/// loop. What it owes the client is bounded: so many requests in flight, and no query starts while too many bytes of
/// replies are unread.
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

  let state: DaemonState
  let lifeline = Lifeline()
  private var phase = Phase.beforeFirstByte
  private var splitter: LineSplitter
  /// Taken and not started: until there is an index, or until the client reads.
  private var waiting: [WaitingRequest] = []
  private var runningCount = 0
  private var unreadByteCount = 0
  private var progress: RepeatedTask?
  /// nil once the connection is gone, which a write that fails may bring about at any time.
  private var context: ChannelHandlerContext?
  private let eventLoop: any EventLoop

  init(_ state: DaemonState, on eventLoop: any EventLoop) {
    self.state = state
    self.eventLoop = eventLoop
    self.splitter = LineSplitter(byteLimit: state.limits.requestByteCount)
  }

  // MARK: Events of the connection

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data).readableBytesView
    guard let first = bytes.first, phase != .ending else { return }
    if phase == .beforeFirstByte {
      do throws(WireError) {
        _ = try Framing(firstByte: first)
        phase = .open
      } catch {
        refuse(error, .null)
        end()
        return
      }
    }
    for piece in splitter.append(bytes) { take(piece) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      for piece in splitter.finish() { take(piece) }
      end()
    case SessionEvent.leave:
      end()
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    lifeline.cut()
    phase = .ending
    waiting = []
    stopProgress()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    state.logger.debug("connection failed", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  // MARK: Requests

  private func take(_ piece: LineSplitter.Piece) {
    if phase == .ending { return }
    switch piece {
    case .tooLong:
      let limit = state.limits.requestByteCount
      refuse(
        WireError(
          .tooLarge, "the request is longer than \(limit) bytes", hint: "send at most \(limit) bytes a line"),
        .null)
    case .line(let line):
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
      takeRequest(line)
    }
  }

  private func takeRequest(_ line: [UInt8]) {
    var id = RequestID.null
    do throws(WireError) {
      try JSONScanner.check(line, depthLimit: state.limits.jsonDepth)
      let head = try WireJSON.requestHead(line)
      id = head.id ?? .null
      let method = try head.requireMethod()
      // A notification is never answered, and none is known yet.
      if head.id == nil { return }
      guard let record = state.methods[method] else {
        throw WireError(
          code: WireError.Code.unknownMethod,
          message:
            "unknown method \"\(method)\"; expected one of \(state.methods.names.joined(separator: ", "))")
      }
      let call = try record.read(line)
      try makeRoom(for: call)
      answer(call, id)
    } catch {
      refuse(error, id)
    }
  }

  /// Refuses what would be one request too many in flight.
  private func makeRoom(for call: Call) throws(WireError) {
    if case .immediate = call { return }
    let limit = state.limits.requestsInFlight
    guard waiting.count + runningCount < limit else {
      throw WireError(
        .busy, "\(limit) requests of this connection are in flight, the most there may be",
        hint: "wait for a reply, then ask again")
    }
  }

  private func answer(_ call: Call, _ id: RequestID) {
    switch call {
    case .immediate(let work):
      writeNow(work(state, id), id)
    case .query(let timeout, let work):
      state.index.retryIfFailed()
      waiting.append(WaitingRequest(id: id, timeout: timeout, work: work))
      startWaiting()
    case .reload:
      runningCount += 1
      let handle = handle
      state.index.reload { outcome in
        let bytes = ReloadReply.encoded(for: id) { () throws(WireError) in try outcome.get() }
        handle.execute { $0.complete(bytes) }
      }
    }
  }

  // MARK: Waiting and running

  /// Starts what waits, as far as the index and the client allow.
  private func startWaiting() {
    if waiting.isEmpty { return }
    switch state.index.phase {
    case .opening:
      reportProgress()
    case .failed(let error, _):
      stopProgress()
      let refused = waiting
      waiting = []
      for request in refused { write(error.encoded(for: request.id)) }
    case .ready(let index, let freshness):
      stopProgress()
      // The time of those that waited for the index begins now.
      for position in waiting.indices { waiting[position].beginTime() }
      while unreadByteCount <= state.limits.unreadByteCount, !waiting.isEmpty {
        run(waiting.removeFirst(), index, freshness)
      }
    }
  }

  private func run(
    _ request: WaitingRequest, _ index: any SearchableIndex, _ freshness: StatusReply.Freshness
  ) {
    runningCount += 1
    let context = QueryContext(
      index: index, freshness: freshness, deadline: request.deadline ?? .now + request.timeout,
      limits: state.limits)
    let handle = handle
    state.workers.submit { [lifeline] workerState in
      guard case .active = workerState, lifeline.isOpen else { return }
      let bytes =
        context.deadline > .now
        ? request.work(context, request.id) : WireError.deadline.encoded(for: request.id)
      handle.execute { $0.complete(bytes) }
    }
  }

  private func complete(_ bytes: [UInt8]) {
    runningCount -= 1
    write(bytes)
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
        session.startWaiting()
      }
    }
    progress = eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(200)) { _ in
      handle.withSession { $0.writeProgress() }
    }
  }

  private func stopProgress() {
    progress?.cancel()
    progress = nil
  }

  private func writeProgress() {
    guard case .opening(let done) = state.index.phase, unreadByteCount <= state.limits.unreadByteCount,
      let line = try? WireJSON.line(Notification(method: ProgressParameters.method, parameters: done))
    else { return }
    send(line + [0x0A])
  }

  // MARK: Replies

  private func refuse(_ error: WireError, _ id: RequestID) {
    writeNow(error.encoded(for: id), id)
  }

  /// Writes a reply that no limit on requests in flight holds back; to a client that does not read, a last one.
  private func writeNow(_ bytes: [UInt8], _ id: RequestID) {
    guard unreadByteCount > state.limits.unreadByteCount else { return write(bytes) }
    let last = WireError(
      .busy, "more than \(state.limits.unreadByteCount) bytes of replies are unread, so this connection ends",
      hint: "read the replies while asking")
    waiting = []
    write(last.encoded(for: id))
    end()
  }

  private func write(_ bytes: [UInt8]) {
    state.countRequest()
    send(bytes)
  }

  private func send(_ bytes: [UInt8]) {
    guard let context, lifeline.isOpen else { return }
    unreadByteCount += bytes.count
    context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)))
      .assumeIsolated()
      .whenComplete { _ in
        self.unreadByteCount -= bytes.count
        self.startWaiting()
        self.closeIfDone()
      }
  }

  /// Takes no more requests.
  private func end() {
    phase = .ending
    closeIfDone()
  }

  private func closeIfDone() {
    guard phase == .ending, waiting.isEmpty, runningCount == 0, unreadByteCount == 0 else { return }
    context?.close(promise: nil)
  }
}
