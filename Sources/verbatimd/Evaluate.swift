import ArgumentParser
import Corpus
import Evaluation
import Wire

/// `verbatimd eval`: how well what is read of a corpus agrees with what a reader has judged.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Hold what is read of a corpus to gold: what a reader has judged in its documents.",
    discussion: "What it does, its exit codes and examples: verbatim help eval")

  @Argument(help: "The gold file.") var gold: String

  @Option(help: "The folder of source files. (environment: VERBATIM_CORPUS; default: corpus)")
  var corpus: String?

  @Option(help: "What stands for the corpus's corpus.yaml. (default: that file, if there is one)")
  var config: String?

  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let gold = try Gold(file: gold)
    let root = FilePaths.real(corpus ?? Environment.process["VERBATIM_CORPUS"] ?? "corpus")
    let reader = try CorpusReader(root: root, configurationPath: config.map { FilePaths.real($0) })
    let report = try gold.evaluate(GoldDocuments(reader))
    switch options.chosenFormat {
    case .text: StandardStreams.writeOutput(report.text)
    case .json: try IndexReport.print(json: EvaluationMessage(report))
    }
    if !report.passes { endProcess(1) }
  }
}

extension EvaluationReport {
  /// Misses as `file:line:column: reason`, then a table of the measures, then one of the rules.
  fileprivate var text: String {
    var lines = misses.map { "\($0.file):\($0.line):\($0.column): \($0.reason)" }
    if !lines.isEmpty { lines.append("") }
    let width = (measures.map(\.name) + rules.map(\.name)).reduce(0) { max($0, $1.count) }
    func padded(_ name: String) -> String { name + String(repeating: " ", count: width + 2 - name.count) }
    for measure in measures {
      let verdict =
        measure.leastPercent.map { "   at least \($0) %: \(measure.passes ? "passes" : "fails")" } ?? ""
      lines.append(padded(measure.name) + measure.share.text + verdict)
    }
    if !rules.isEmpty {
      lines += ["", padded("rule") + "precision                 recall"]
      for rule in rules {
        let precision = rule.precision.text
        let space = String(repeating: " ", count: max(2, 26 - precision.count))
        lines.append(padded(rule.name) + precision + space + rule.recall.text)
      }
    }
    return lines.map { Sanitizer.clean($0) + "\n" }.joined()
  }
}

extension Share {
  /// `98.0 % (100 of 102)`; `–` where there is nothing.
  fileprivate var text: String {
    guard all > 0 else { return "–" }
    let tenths = (right * 1_000 + all / 2) / all
    return "\(tenths / 10).\(tenths % 10) % (\(right) of \(all))"
  }
}

/// What `--format json` prints.
private struct EvaluationMessage: Encodable {
  struct Share: Encodable {
    var right: Int
    var all: Int
  }

  struct Measure: Encodable {
    var name: String
    var right: Int
    var all: Int
    @ExplicitNull var leastPercent: Int?
    var passes: Bool
  }

  struct Rule: Encodable {
    var name: String
    var precision: Share
    var recall: Share
  }

  struct Miss: Encodable {
    var file: String
    var line: Int
    var column: Int
    var reason: String
  }

  var passes: Bool
  var measures: [Measure]
  var rules: [Rule]
  var misses: [Miss]

  init(_ report: EvaluationReport) {
    passes = report.passes
    measures = report.measures.map {
      Measure(
        name: $0.name, right: $0.share.right, all: $0.share.all, leastPercent: $0.leastPercent,
        passes: $0.passes)
    }
    rules = report.rules.map {
      Rule(
        name: $0.name, precision: Share(right: $0.precision.right, all: $0.precision.all),
        recall: Share(right: $0.recall.right, all: $0.recall.all))
    }
    misses = report.misses.map { Miss(file: $0.file, line: $0.line, column: $0.column, reason: $0.reason) }
  }
}
