import Indexing
import Wire

/// How far a build is, on standard error: one line rewritten on a terminal, else a line now and then.
struct ProgressLine {
  private let isTerminal = StandardStreams.errorIsTerminal
  private var watch = ProgressWatch()
  private var lastShown: ContinuousClock.Instant?
  private var isShown = false

  /// Shows `progress`, unless something was shown only just now.
  mutating func show(_ progress: BuildProgress) {
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(2)
    let now = ContinuousClock.now
    let text = watch.text(of: ProgressParameters(progress), at: now)
    // The last one stays while the index is written.
    let isLast = isTerminal && progress.documentsDone == progress.documentCount
    if let lastShown, lastShown.duration(to: now) < pause, !isLast { return }
    if lastShown == nil && !isTerminal {
      lastShown = now
      return
    }
    lastShown = now
    let verb = progress.onlyCounts ? "counting" : "indexing"
    guard isTerminal else {
      return StandardStreams.writeProgress(
        "\(verb): \(progress.documentsDone) of \(progress.documentCount) documents\n")
    }
    // A line that the terminal breaks could not be rewritten.
    let line = text.line(verb, width: (StandardStreams.errorWidth ?? 80) - 1)
    StandardStreams.writeProgress("\r\(line)\u{1B}[K")
    isShown = true
  }

  /// Leaves the terminal's line empty.
  mutating func clear() {
    if isShown { StandardStreams.writeProgress("\r\u{1B}[K") }
    isShown = false
  }
}

extension ProgressParameters {
  fileprivate init(_ progress: BuildProgress) {
    self.init(
      documentsDone: progress.documentsDone, documents: progress.documentCount,
      bytesDone: progress.bytesDone, bytes: progress.byteCount)
  }
}
