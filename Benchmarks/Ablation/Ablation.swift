import Search

/// What each technique of the search gives: alone, and when all others are there.
struct Ablation: Codable {
  struct Variant: Codable {
    var name: String
    /// Mean microseconds of a query, by class.
    var means: [String: Double]
  }

  struct Part: Codable {
    var command: Command
    var variants: [Variant]
  }

  var circumstances: Circumstances
  var collection: String
  var paragraphs: Int
  var passes: Int
  var classes: [String]
  var parts: [Part] = []

  /// The techniques by the names that the table has for them.
  private static let names: [(Techniques, String)] = [
    (.pruning, "pruning"), (.leaders, "leaders of one list"), (.thresholds, "thresholds from leaders"),
    (.blockBounds, "bounds of blocks"), (.cutOff, "cut-off before lists are asked"),
    (.presence, "presence as bits"), (.pairs, "pair lists"), (.ranges, "bounds of ranges"),
    (.counting, "counting apart"),
  ]

  /// What is measured for a command: everything, everything but one, nothing, and nothing but one.
  static func variants(of command: Command) -> [(name: String, techniques: Techniques)] {
    // What only prunes does nothing alone; what only counts is asked only for counts.
    let concerned: [Techniques] =
      command == .count
      ? [.pairs, .counting] : Techniques.allCases.filter { $0 != .counting }
    let named = names.filter { concerned.contains($0.0) }
    let ground: Techniques = command == .count ? [] : .pruning
    var variants: [(String, Techniques)] = [("all", .all)]
    variants += named.map { ("all but \($0.1)", Techniques.all.subtracting($0.0)) }
    variants.append(("none: every match is scored", []))
    if !ground.isEmpty { variants.append(("pruning alone", ground)) }
    variants += named.filter { $0.0 != ground }.map {
      (ground.isEmpty ? "\($0.1) alone" : "pruning and \($0.1)", ground.union($0.0))
    }
    return variants
  }

  /// Measures the classes with each variant in turn, so that what else the machine does strikes all of them.
  mutating func measure(_ command: Command, _ queries: [QueryClass], _ run: LatencyRun) throws {
    var variants = Self.variants(of: command).map { (Variant(name: $0.name, means: [:]), $0.techniques) }
    for one in queries {
      for index in variants.indices {
        var run = run
        run.techniques = variants[index].1
        variants[index].0.means[one.name] = Percentiles(of: try run.latencies(of: one.queries, command)).mean
      }
    }
    parts.append(Part(command: command, variants: variants.map(\.0)))
  }
}

extension Ablation {
  var markdown: String {
    var text = """
      # What each technique gives

      - collection: \(collection), \(paragraphs.grouped) paragraphs
      \(circumstances.markdown)
      Mean microseconds a query over the queries of a class: in process, warm, one thread, the median of \(passes) \
      \(passes == 1 ? "pass" : "passes"). The answers are the same in every row, bit for bit. `pruning` is what passes over what cannot be \
      among the best; the others build on it, so that alone means with it, but for pair lists and for counts.

      """
    for part in parts {
      var table = MarkdownTable(header: [part.command.title] + classes)
      for variant in part.variants {
        table.add([variant.name] + classes.map { variant.means[$0]?.shortened ?? "" })
      }
      text +=
        "\n## \(part.command.title.prefix(1).uppercased() + part.command.title.dropFirst())\n\n" + table.text
    }
    return text
  }
}
