/// What a session is told from outside its connection.
enum SessionEvent: Sendable {
  /// Take no more requests, answer those taken, and end.
  case leave
  /// End now: what is still owed an answer gets an error instead.
  case cut
}
