internal import Corpus

/// The warnings of a build, of each source the first ones: a table can have one for each of a million rows.
struct WarningLog {
  /// The most of one source; how many more there are is one more.
  static let mostOfOneSource = 100
  private(set) var warnings: [Warning]
  /// Of the present source.
  private var count = 0

  /// - Parameter listing: What was found while the corpus was listed.
  init(listing: [Warning]) { warnings = listing }

  mutating func add(_ more: [Warning]) {
    warnings += more.prefix(max(0, Self.mostOfOneSource - count))
    count += more.count
  }

  mutating func endSource(_ path: String) {
    if count > Self.mostOfOneSource {
      let message =
        "\(count - Self.mostOfOneSource) more warnings; only the first \(Self.mostOfOneSource) are shown"
      warnings.append(Warning(path: path, line: nil, message: message))
    }
    count = 0
  }
}
