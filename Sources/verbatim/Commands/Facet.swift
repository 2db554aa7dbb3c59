import ArgumentParser
import Client
import Wire

extension FacetFieldName: ExpressibleByArgument {}

/// `verbatim facet`: how many units match for each value of a field.
struct Facet: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facet", abstract: "Print who says what matches, or where it stands, with counts.",
    discussion: """
      Prints a row for each value of the field, most hits first: of "verbatim facet speaker veto", everybody who said it. Without words \
      all is counted.

      FIELDS
        speaker  the state, organisation or office for whom it is said, else the person, under one name whatever the text calls them; \
      modes apart
        mode  the form in which it stands: speech, turn, or reported
        document, kind, publisher, language  of the document

      By speaker and mode, statements are counted, unless --level says otherwise; a paragraph or document counts for all who speak \
      in it. Statements without a named speaker have a row at the end.

      COLUMNS
        hits  what matches; one that two say together counts for both
        speech  in speeches
        turn  in turns of verbatim records
        reported  in what others report; these rest on rules for English, and how many of those that were judged are right is \
      said below the table

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      \(Manual.exitCodesOfQueries)

      EXAMPLES
        verbatim facet speaker veto
        verbatim facet speaker veto --from 2009 --limit 0 --format json
        verbatim facet document '"focal point"'
        verbatim facet speaker
      """)

  static var method: Method<FacetParameters, FacetReply> { .facet }

  @Argument(help: "What to count by.")
  var field: FacetFieldName

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most rows; 0 for all, up to 5,000. (default: 20)", valueName: "n"))
  var limit: Int = 20

  @OptionGroup(title: "Output") var printing: PrintOptions<TableFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    guard !(0...FacetReply.rowLimit).contains(limit) else { return }
    throw ValidationError("--limit is \(limit); expected 0 through \(FacetReply.rowLimit)")
  }

  func parameters() -> FacetParameters {
    var parameters: FacetParameters = query.parameters(timeout: time.timeout)
    parameters.field = field
    parameters.limit = limit
    return parameters
  }

  func text(of reply: FacetReply, total: Int) -> String {
    total > 0 ? printing.layout.text(of: reply) : ""
  }

  func remarks(on reply: FacetReply) -> [String] {
    var remarks: [String] = []
    if let precision = reply.reportedPrecision {
      remarks.append(
        "reported speech: of \(precision.judged) attributions that were judged in four papers, "
          + "\(precision.right) are right")
    }
    if reply.rows.count < reply.rowCount {
      remarks.append("\(reply.rows.count) of \(reply.rowCount) rows shown")
    }
    return remarks
  }

  func separatedValues(of reply: FacetReply) -> String { reply.separatedValues }
}
