extension BenchmarkReport {
  /// Tables for people. With peers' results each cell has the fastest peer's figures too.
  func markdown(beside peers: PeerResults?) -> String {
    var text = summary + "\n" + sectionTable
    if !classes.isEmpty { text += "\n" + latencyHeading(peers) + "\n" + latencyTable(peers) }
    if let agreement { text += "\n" + agreement.text }
    return text
  }

  private var summary: String {
    """
    \(collection): \(index.paragraphs.grouped) paragraphs, \(index.tokens.grouped) tokens
    build: \(index.buildSeconds.rounded(to: 1)) s, CPU \(index.buildCPUSeconds.rounded(to: 1)) s, \
    peak memory \(index.peakMemoryBytes >> 20) MiB, index \(index.bytes.megabytes) MB, \
    \(index.bytesPerToken(index.bytes).rounded(to: 2)) bytes a token

    """
  }

  private var sectionTable: String {
    var table = MarkdownTable(header: ["section", "bytes", "bytes a token"])
    for section in index.sections {
      table.add([section.name, section.bytes.grouped, index.bytesPerToken(section.bytes).rounded(to: 3)])
    }
    return table.text
  }

  private func latencyHeading(_ peers: PeerResults?) -> String {
    var ours = "Microseconds a query, p50 / p99: in process, warm, one thread, median of \(passes) passes"
    #if DEBUG
      ours += ", of a build that is not optimized and so tells nothing"
    #endif
    guard let peers else { return ours + ".\n" }
    return ours + """
      ;
      in brackets the fastest peer, from another run on another machine (\(peers.machine)).

      """
  }

  private func latencyTable(_ peers: PeerResults?) -> String {
    var table = MarkdownTable(header: ["class"] + Command.allCases.map(\.title))
    for one in classes {
      table.add([one.name] + Command.allCases.map { cell(one, $0, peers) })
    }
    return table.text
  }

  private func cell(_ one: ClassFigures, _ command: Command, _ peers: PeerResults?) -> String {
    guard let ours = one.microseconds[command] else { return "" }
    let text = "\(ours.p50.shortened) / \(ours.p99.shortened)"
    guard let middle = peers?.fastest(one.name, command, 0.5),
      let slow = peers?.fastest(one.name, command, 0.99)
    else { return text }
    let engines = middle.engine == slow.engine ? middle.engine : "\(middle.engine), \(slow.engine)"
    return text + " (\(middle.microseconds.shortened) / \(slow.microseconds.shortened) \(engines))"
  }
}

extension Agreement {
  var text: String {
    var text = """
      counts: \(equalCounts) of \(queries) queries as the peers', \(explainedCounts.count) more for words read otherwise, each \
      explained
      ten best: \(equalTopTens) of \(queries) as Lucene's, \(explainedTopTens) more as Lucene's with Lucene's words

      """
    for difference in explainedCounts {
      let words = difference.words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      text += "  \(difference.query): \(difference.ours), peers \(difference.theirs): \(words)\n"
    }
    for line in unexplained { text += "  unexplained: \(line)\n" }
    return text
  }
}

extension Double {
  /// One decimal below ten, else none, thousands apart.
  var shortened: String { self < 9.95 ? rounded(to: 1) : Int(self.rounded()).grouped }

  /// With `places` decimals, at least one.
  func rounded(to places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let units = Int((self * Double(scale)).rounded())
    let decimals = String(units % scale)
    return "\(units / scale)." + String(repeating: "0", count: places - decimals.count) + decimals
  }
}

extension Int {
  /// In millions, with one decimal.
  fileprivate var megabytes: String { (Double(self) / 1e6).rounded(to: 1) }

  /// Thousands apart by commas; not negative.
  var grouped: String {
    let digits = Array(String(self))
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}
