import ArgumentParser
import Client
import Wire

/// `verbatim get`: paragraphs by name.
struct Get: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Print paragraphs by their ids.",
    discussion: """
      Prints each paragraph whole, with its document's title and date, its section, what to cite it by, and where it \
      stands in its source. An id is what a search prints: DOCUMENT#p12.

      To cite, use the id with the six digits that get prints behind it: DOCUMENT#p12@3f9a1c. They are digits of a \
      hash of the text, so that get can say when the text under that id has changed since.

      An id that is not found is said on standard error, and the others are printed. As JSON it has a null for "hit", and \
      "problem" says why; jsonl has a line for each id, then a line {"summary": …} that says how many were found.

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      EXIT CODES
        0  a paragraph was found
        1  none was
        2  an error
        3  the index is of another format
        4  no daemon answers
        5  the time ran out

      EXAMPLES
        verbatim get 2013-09-11-general-assembly-dialogue#p20
        verbatim get talk#p12@3f9a1c
        verbatim get talk#p11 talk#p12 talk#p13 --format jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "A paragraph's id: DOCUMENT#p12, or DOCUMENT#p12@3f9a1c as it is cited.", valueName: "id"))
  var ids: [String]

  @OptionGroup(title: "Output") var printing: PrintOptions<ParagraphFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient()
    var parameters = GetParameters(ids: ids)
    parameters.timeout = time.timeout
    var reply = try ask(&client, .get, parameters, silence: time.silence)
    reply = ReadersPaths(corpusRoot: client.hello?.corpusRoot ?? "").applied(to: reply)
    switch format {
    case .json: try Output.json(reply)
    case .jsonl: try Output.lines(of: reply)
    case .text: try Output.result(reply.items.map(printing.layout.text).joined())
    }
    return conclude(reply)
  }

  /// Says what was not found, and what is not as it was cited.
  private func conclude(_ reply: GetReply) -> Client.ExitCode {
    for item in reply.items where item.changed {
      Output.note(
        "warning: the text has changed since it was cited as \(item.asked)"
          + (item.citation.map { "; it is now \($0)" } ?? "") + ": compare before you quote")
    }
    for item in reply.items where item.hit == nil {
      Output.note("not found: \(item.problem ?? item.asked)")
    }
    let found = reply.items.filter { $0.hit != nil }.count
    if found < reply.items.count {
      Output.note(
        "hint: paragraphs are numbered anew when their document changes; to find one, search for its words: "
          + "verbatim '\"its words\"'")
    }
    return found > 0 ? .hits : .noHits
  }
}
