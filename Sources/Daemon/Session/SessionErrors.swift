import Wire

/// Why a session refuses what it was asked, whatever it was.
extension WireError {
  static func tooLong(limit: Int) -> WireError {
    WireError(
      .tooLarge, "the request is longer than \(limit) bytes", hint: "send at most \(limit) bytes a line")
  }

  static func tooManyInFlight(limit: Int) -> WireError {
    WireError(
      .busy, "\(limit) requests of this connection are in flight, the most there may be",
      hint: "wait for a reply, then ask again")
  }

  static func unread(limit: Int, since duration: Duration) -> WireError {
    WireError(
      .busy,
      "more than \(limit) bytes of replies are unread, and nothing was read for \(duration.components.seconds) s, so "
        + "this connection ends",
      hint: "read the replies while asking")
  }

  /// The daemon was told to leave, and this could not be answered before.
  static var leaving: WireError {
    WireError(.busy, "the daemon leaves before it could answer", hint: "ask again: the next daemon answers")
  }
}
