/// How far a build is, in one line of a terminal: a bar, how much is done, at what rate, and how long it takes still.
///
///     indexing [#####-----] 48 %  5,230 of 10,952 documents  11.9 MB/s  8 s left
///
/// A pure function of what is known. Where the terminal is narrow, the rate goes first, then the documents, the bar, and the time
/// left; the share stays to the last.
package struct ProgressText {
  private let progress: ProgressParameters
  /// Bytes that were done when `elapsed` began.
  private let bytesBefore: Int
  private let elapsed: Duration

  package init(_ progress: ProgressParameters, bytesBefore: Int = 0, elapsed: Duration) {
    self.progress = progress
    self.bytesBefore = bytesBefore
    self.elapsed = elapsed
  }

  /// The line, at most `width` columns, each of them one character.
  /// - Parameter verb: What is being done: `indexing`.
  package func line(_ verb: String, width: Int) -> String {
    let candidates: [(bar: Bool, parts: [String?])] = [
      (true, [documents, rate, timeLeft]), (true, [documents, timeLeft]), (true, [timeLeft]),
      (false, [timeLeft]), (false, []),
    ]
    for (hasBar, parts) in candidates {
      let rest = ([share] + parts).compactMap(\.self).joined(separator: "  ")
      let plain = "\(verb) \(rest)"
      guard hasBar else {
        if plain.count <= width { return plain }
        continue
      }
      // The bar's brackets and the space behind them.
      let room = min(Self.widestBar, width - plain.count - 3)
      if room >= Self.leastBar { return "\(verb) [\(bar(room))] \(rest)" }
    }
    return String(share.prefix(max(0, width)))
  }

  private static let widestBar = 30
  private static let leastBar = 5
  /// Before, nothing that was measured means much.
  private static let leastElapsed = Duration.seconds(1)

  /// How much is done, of a thousand: by bytes, or by documents if these have none.
  private var thousandths: Int {
    let (done, all) =
      progress.bytes > 0 ? (progress.bytesDone, progress.bytes) : (progress.documentsDone, progress.documents)
    guard all > 0 else { return 0 }
    return min(1000, Int(1000 * Double(max(0, done)) / Double(all)))
  }

  private var share: String { "\(thousandths / 10) %" }

  private func bar(_ width: Int) -> String {
    let filled = width * thousandths / 1000
    return String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
  }

  private var documents: String {
    "\(Self.grouped(progress.documentsDone)) of \(Self.grouped(progress.documents)) documents"
  }

  /// Bytes a second; nil as long as it says nothing.
  private var bytesPerSecond: Double? {
    guard elapsed >= Self.leastElapsed, progress.bytesDone > bytesBefore else { return nil }
    return Double(progress.bytesDone - bytesBefore) / (elapsed / .seconds(1))
  }

  private var rate: String? {
    bytesPerSecond.map { rate in
      switch rate {
      case ..<999.5: "\(Int(rate.rounded())) B/s"
      case ..<999_950: Self.tenths(rate / 1e3) + " kB/s"
      case ..<999_950_000: Self.tenths(rate / 1e6) + " MB/s"
      default: Self.tenths(rate / 1e9) + " GB/s"
      }
    }
  }

  /// Nil when nothing is left to read, or nobody can tell.
  private var timeLeft: String? {
    guard let rate = bytesPerSecond, progress.bytesDone < progress.bytes else { return nil }
    let seconds = (Double(progress.bytes - progress.bytesDone) / rate).rounded(.up)
    // What takes longer than this many hours has no rate worth the name.
    guard seconds < 360_000 else { return nil }
    return Self.time(Int(seconds)) + " left"
  }

  /// `8 s`, `2 min`, `1 h 5 min`; from a minute on rounded up to minutes.
  private static func time(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 59) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `10,952`.
  private static func grouped(_ number: Int) -> String {
    var result = ""
    let digits = "\(number)"
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
