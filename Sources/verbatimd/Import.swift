import ArgumentParser
import Importing
import Wire

/// `verbatimd import`: makes Markdown documents of a corpus out of HTML, PDF and text.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make documents of a corpus out of HTML, PDF and text files.",
    discussion: "What it does, its exit codes and examples: verbatim help import")

  @Argument(help: ArgumentHelp("The HTML, PDF or text files.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The folder of source files. (VERBATIM_CORPUS; default: corpus)", valueName: "folder"))
  var corpus: String?

  @OptionGroup(title: "Document") var document: ImportOptions

  func validate() throws {
    guard files.count > 1 else { return }
    for (option, value) in [("--name", document.name), ("--title", document.title)] where value != nil {
      throw ValidationError("\(option) is for one file, found \(files.count); import them one by one")
    }
  }

  func run() throws {
    let environment = Environment.process
    var importer = try Importer(
      corpus: corpus ?? environment["VERBATIM_CORPUS"] ?? "corpus", options: try document.options(),
      searchPath: environment["PATH"])
    var hasFailed = false
    for file in files {
      do throws(ImportError) {
        Self.report(try importer.add(file), of: file)
      } catch {
        hasFailed = true
        StandardStreams.writeError(
          "\(Failure.program): \(Sanitizer.clean(file)): \(Sanitizer.clean(error.description))\n")
      }
    }
    if hasFailed { endProcess(2) }
  }

  private static func report(_ report: ImportReport, of file: String) {
    let file = Sanitizer.clean(file)
    StandardStreams.writeOutput(
      "\(file) -> \(Sanitizer.clean(report.path)) (\(Sanitizer.clean(report.summary)))\n")
    for warning in report.warnings {
      StandardStreams.writeError("warning: \(file): \(Sanitizer.clean(warning))\n")
    }
  }
}

/// What the user says of the documents that are imported.
struct ImportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The date: a day, a month or a year.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The title; for one file.", valueName: "title"))
  var title: String?

  @Option(help: ArgumentHelp("What the document records, such as \"round table\".", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("The body that published it.", valueName: "publisher"))
  var publisher: String?

  @Option(help: ArgumentHelp("The code of its language, such as en.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("Its official symbol, such as A/67/929.", valueName: "symbol"))
  var symbol: String?

  @Option(help: ArgumentHelp("Who says all of it; may be given more than once.", valueName: "name"))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp(
      "The document's name; for one file. (default: the file's, without its extension)", valueName: "name"))
  var name: String?

  @Flag(help: "Replace what stands there under the name.")
  var force = false

  func options() throws(ImportError) -> Importer.Options {
    var options = Importer.Options()
    if let date { try options.facts.setDate(date) }
    options.facts.title = title
    options.facts.kind = kind
    options.facts.publisher = publisher
    options.facts.language = language
    options.facts.symbol = symbol
    options.facts.speakers = speaker
    options.name = name
    options.replaces = force
    return options
  }
}
