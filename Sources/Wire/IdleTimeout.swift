/// How long a daemon stays without a connection: what `VERBATIM_IDLE_TIMEOUT` may say.
package enum IdleTimeout {
  package static let presetSeconds = 600
  /// What is expected of a value, for complaints.
  package static let expected = "a number of seconds, 0 for never to leave"

  /// The seconds that `text` names, 0 for never to leave; nil for anything else.
  package static func seconds(_ text: String) -> Int? {
    guard let seconds = Int(text), (0...1_000_000_000).contains(seconds) else { return nil }
    return seconds
  }
}
