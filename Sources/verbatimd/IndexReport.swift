import ArgumentParser
import Indexing
import Segment
import Wire

/// What the commands about an index print, and how they end.
enum IndexReport {
  /// The exit code beside those of the commands themselves for an index of another format, or a folder that is none.
  static let otherFormat: Int32 = 3

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  struct Options: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "What to print: text or json. (environment: VERBATIM_FORMAT, where it names one of these; default: text)",
        valueName: "format"))
    var format: Format?

    /// Flag, then environment, then default.
    var chosenFormat: Format {
      format ?? Environment.process["VERBATIM_FORMAT"].flatMap(Format.init(rawValue:)) ?? .text
    }
  }

  /// Calls `body`; an error ends the process with the exit code for it.
  static func orFailure<Value, Failed: Error>(_ body: () throws(Failed) -> Value) -> Value {
    do throws(Failed) {
      return try body()
    } catch {
      Failure.report(error, code: isOfOtherFormat(error) ? otherFormat : 2)
    }
  }

  private static func isOfOtherFormat(_ error: any Error) -> Bool {
    switch error {
    case SegmentError.version, SegmentError.foreign, BuildError.segment(.version),
      BuildError.segment(.foreign):
      true
    default: false
    }
  }

  static func print(json message: some Encodable) throws {
    StandardStreams.writeOutput(String(decoding: try WireJSON.pretty(message), as: UTF8.self) + "\n")
  }

  /// Prints lines of a name and what there is to say of it, below a headline; nothing in them moves the terminal.
  static func print(_ headline: String, _ rows: [(name: String, text: String)]) {
    let width = rows.reduce(0) { max($0, $1.name.count) }
    let lines = rows.map { row in
      row.name + String(repeating: " ", count: width - row.name.count + 2) + row.text
    }
    StandardStreams.writeOutput(
      ([headline] + lines).map { Sanitizer.clean($0) + "\n" }.joined())
  }
}

/// How long a command took.
struct Stopwatch {
  private let start = ContinuousClock.now

  private var elapsed: Duration { start.duration(to: .now) }
  var milliseconds: Int { Int(elapsed / .milliseconds(1)) }
  var microseconds: Int { Int(elapsed / .microseconds(1)) }
}

/// `1 document`, `2 documents`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
