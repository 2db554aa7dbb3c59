import Indexing

/// How far a build is, on standard error: one line rewritten on a terminal, else a line now and then.
struct ProgressLine {
  private let isTerminal = StandardStreams.errorIsTerminal
  private var lastShown: ContinuousClock.Instant?
  private var isShown = false

  /// Shows `progress`, unless something was shown only just now.
  mutating func show(_ progress: BuildProgress) {
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(2)
    let now = ContinuousClock.now
    if let lastShown, lastShown.duration(to: now) < pause { return }
    if lastShown == nil && !isTerminal {
      lastShown = now
      return
    }
    lastShown = now
    let text = "indexing: \(progress.documentsDone) of \(progress.documentCount) documents"
    StandardStreams.writeProgress(isTerminal ? "\r\(text)\u{1B}[K" : text + "\n")
    isShown = true
  }

  /// Leaves the terminal's line empty.
  mutating func clear() {
    if isShown && isTerminal { StandardStreams.writeProgress("\r\u{1B}[K") }
    isShown = false
  }
}
