import ArgumentParser
import Client
import Wire

/// `verbatim get`: paragraphs, statements and documents by name.
struct Get: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Print paragraphs, statements and documents by their ids.",
    discussion: """
      Prints each paragraph whole, with its document's title and date, its section, what to cite it by, and where it \
      stands in its source. An id is what a search prints: DOCUMENT#p12, DOCUMENT#s3 for the paragraphs that a \
      statement stands in, below who says it and the words that tell so, or DOCUMENT for all paragraphs of a document.

      To cite, use the id with the six digits that get prints behind it: DOCUMENT#p12@3f9a1c. They are digits of a \
      hash of the text, so that get can say when the text under that id has changed since.

      With --before, --after or --context, which take ids of paragraphs, the paragraphs around each are shown with it, behind their numbers; the one \
      that was asked for has a > before its number. As JSON they are under "context", each with its "place", before or \
      after, its "citation" and its "hit".

      With --receipt, each paragraph is followed by the lines of its source as they stand there, so that \
      anybody can see how the text was made of them. Beneath a line, ^ is under what was taken out (a page's \
      number, markup, the hyphen of a word cut at a line's end), = under a ligature that was written in its \
      letters, ~ under what stands in another paragraph; nothing is under white space. Below the lines it \
      says where lines were joined, and what had parted them.

      The source is read again for it. If it has changed since the index was built, or is gone, standard \
      error says so and the paragraph is printed without a receipt, as it is of a row of a table, which has \
      none.

      An id that is not found is said on standard error, and the others are printed; the exit code is then 1.

      FORMATS
        text  for people
        json  one object: "items" has each paragraph, "asked" being the id that it was asked for by; what is not found has a \
      null for "hit", and "problem" says why
        jsonl  an item a line as they come, then a line {"summary": …} that says how many of the ids were found
        markdown  quotations, each with its citation below, as "verbatim cite --style markdown" gives them

      RECEIPTS IN JSON
      An item has "receipt", null if none was asked for or there is none; then "warnings" say why, with \
      "kind": "IndexStale" where building the index again helps, "TooLarge" for a source of more than 16 \
      MiB. A program that asks the daemon itself sends {"ids": […], "receipt": true} to the method "get". A \
      receipt has:
        lines  each with "number", from 1, its "text" without the line's end, and "runs", which cover it
        runs  each with "column" (UTF-8 bytes, from 1), "byteCount" and "fate": kept, removed, spelled or \
      elsewhere; a removed one has a "reason", such as page-number, running-head, break-hyphen, link, \
      emphasis, tag, bullet or white-space; a spelled one the "letters" that stand for the ligature
        joins  each with "line" and "nextLine"; "cause": wrap, blank-line, page-break or link; "hyphen": \
      kept, dropped or soft, null if no word was cut; and "space", whether one stands between them in the \
      text

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      EXIT CODES
        0  everything was found
        1  something was not
        2  an error
        3  the index is of another format
        4  no daemon answers
        5  the time ran out

      EXAMPLES
        verbatim get 2013-09-11-general-assembly-dialogue#p20
        verbatim get talk#p12@3f9a1c
        verbatim get talk#s3
        verbatim get talk | less
        verbatim get talk#p12 --context 2
        verbatim get talk#p12 --receipt
        verbatim get talk#p11 talk#p12 talk#p13 --format jsonl
        verbatim get talk#p12 --receipt --format json | jq '.items[0].receipt.joins'
      """)

  @Argument(
    help: ArgumentHelp(
      "The id of a paragraph (DOCUMENT#p12, or DOCUMENT#p12@3f9a1c as it is cited), a statement (DOCUMENT#s3) or a "
        + "document.", valueName: "id"))
  var ids: [String]

  @Flag(help: "Show the lines of the source too, and what was joined and taken out to make the paragraph.")
  var receipt = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show so many paragraphs of the document before each too, 100 at most.", valueName: "n"))
  var before: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show so many paragraphs behind each too, 100 at most.", valueName: "n"))
  var after: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same before and behind each.", valueName: "n"))
  var context: Int?

  @OptionGroup(title: "Output") var printing: PrintOptions<ParagraphFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    for (name, value) in [("--before", before), ("--after", after), ("--context", context)] {
      guard let value, !(0...GetParameters.contextLimit).contains(value) else { continue }
      throw ValidationError("\(name) is \(value); expected 0 through \(GetParameters.contextLimit)")
    }
  }

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient()
    var parameters = GetParameters(ids: ids)
    parameters.receipt = receipt ? true : nil
    parameters.before = before ?? context
    parameters.after = after ?? context
    parameters.timeout = time.timeout
    let layout = printing.layout
    var printer = ParagraphPrinter(format, layout, askedCount: ids.count)
    var findings: [NamedFinding] = []
    repeat {
      let page = try ask(&client, .get, parameters, silence: time.silence)
      guard try printer.take(ReadersPaths(corpusRoot: client.hello?.corpusRoot ?? "").applied(to: page))
      else {
        return .hits
      }
      for item in page.items { note(item.warnings) }
      findings += page.items.map {
        NamedFinding(
          asked: $0.asked, id: $0.citation, isFound: $0.hit != nil, changed: $0.changed, problem: $0.problem)
      }
      // A page without items has no next one, whatever it says: there must be an end.
      parameters.cursor = page.items.isEmpty ? nil : page.cursor
    } while parameters.cursor != nil
    try printer.finish()
    return noteFindings(findings)
  }
}
