import ArgumentParser
import Client
import Wire

extension SuggestionKindName: ExpressibleByArgument {}

/// `verbatim suggest`: what a beginning may become.
struct Suggest: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Print what the beginning of a word or a name may become.",
    discussion: """
      Prints words, phrases, speakers and titles of the collection that begin so, each kind's most frequent first. Case and accents make \
      no difference. The kinds share the places there are.

      A space at the end says that the last word is whole: then it is completed by the words that follow it.

      KINDS
        term  a word of the texts, in the most frequent of its forms that begin so; a hyphenated word or a document's symbol as a \
      whole. It counts paragraphs that have it in any form
        phrase  of several words, or of one and a space: these, and a word that follows them. It counts paragraphs that have it. Where \
      the words are in many paragraphs, some are read, and what follows seldom may be missing; a count that would take too long to \
      make is null, in text a dash
        speaker  one of whom there is a statement, whose name, code or adjective has a word that begins so; where it is not the \
      name that is shown, it stands behind it (in JSON as "alias"). It counts statements
        title  of documents, where a word of it begins so. It counts documents that bear it

      FORMATS
        text  for people
        json  one object: the reply as the daemon gives it
        jsonl  a suggestion a line, then a line {"summary": …}

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      EXIT CODES
        0  something begins so
        1  nothing does
        2  an error
        3  the index is of another format
        4  no daemon answers, or none can be started
        5  the time ran out

      EXAMPLES
        verbatim suggest vet
        verbatim suggest 'responsibility to '
        verbatim suggest fra --kind speaker --kind title
        verbatim suggest sec --limit 0 --format json
      """)

  @Argument(
    help: ArgumentHelp("The beginning; of several words the last is completed.", valueName: "prefix"))
  var prefix: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most suggestions; 0 for all, up to 100. (default: 10)", valueName: "n"))
  var limit: Int = 10

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp("Only this kind; may be given more than once. (default: all)", valueName: "kind"))
  var kinds: [SuggestionKindName] = []

  @OptionGroup(title: "Output") var printing: PrintOptions<SuggestionFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    guard !(0...SuggestReply.limit).contains(limit) else { return }
    throw ValidationError("--limit is \(limit); expected 0 through \(SuggestReply.limit)")
  }

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var parameters = SuggestParameters(prefix: prefix.joined(separator: " "))
    parameters.limit = limit
    parameters.kinds = kinds.isEmpty ? nil : kinds
    parameters.timeout = time.timeout
    var client = try makeClient()
    let reply = try ask(&client, .suggest, parameters, silence: time.silence)
    note(reply.warnings)
    switch format {
    case .json: try Output.json(reply)
    case .jsonl: try Output.lines(of: reply)
    case .text: if !reply.suggestions.isEmpty { try Output.result(printing.layout.text(of: reply)) }
    }
    if reply.suggestions.isEmpty { Output.note("nothing begins with \"\(reply.prefix)\"") }
    return reply.suggestions.isEmpty ? .noHits : .hits
  }
}
