package import Wire

/// How far a first index is, on standard error: one line rewritten on a terminal, else a line now and then.
package final class ProgressDisplay {
  private let isTerminal = System.isTerminal(2)
  private var lastLine: ContinuousClock.Instant?
  private var watch = ProgressWatch()
  /// Between plain lines.
  private static let pause = Duration.seconds(5)

  package init() {}

  /// Shows `progress`; with nil, leaves the terminal's line empty.
  package func show(_ progress: ProgressParameters?) {
    guard let progress else {
      if lastLine != nil && isTerminal { write("\r\u{1B}[K") }
      lastLine = nil
      watch = ProgressWatch()
      return
    }
    // Opening an index takes no time worth a line; building one may.
    if progress.documents == 0 && !isTerminal { return }
    let now = ContinuousClock.now
    if !isTerminal, let lastLine, lastLine.duration(to: now) < Self.pause { return }
    lastLine = now
    guard isTerminal else { return write(Self.plainText(progress) + "\n") }
    // A line that the terminal breaks could not be rewritten.
    let room = (System.terminalWidth(2) ?? 80) - 1
    guard progress.documents > 0 else {
      return write("\r\("opening the index …".prefix(max(0, room)))\u{1B}[K")
    }
    write("\r\(watch.text(of: progress, at: now).line("indexing", width: room))\u{1B}[K")
  }

  static func plainText(_ progress: ProgressParameters) -> String {
    "building the index: \(progress.documentsDone) of \(progress.documents) documents …"
  }

  private func write(_ text: String) { _ = System.write(Array(text.utf8), to: 2) }
}
