import NIOCore

/// A session as other threads hold it: to be touched only on its event loop.
struct SessionHandle: Sendable {
  private let session: NIOLoopBound<Session>

  /// To be called on `eventLoop`.
  init(_ session: Session, on eventLoop: any EventLoop) {
    self.session = NIOLoopBound(session, eventLoop: eventLoop)
  }

  /// Runs `body` on the session's event loop, soon.
  func execute(_ body: @escaping @Sendable (Session) -> Void) {
    session.eventLoop.execute { body(session.value) }
  }

  /// Runs `body` now, on the session's event loop, where the caller must be.
  func withSession(_ body: (Session) -> Void) {
    body(session.value)
  }
}
