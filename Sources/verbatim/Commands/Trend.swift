import ArgumentParser
import Client
import Wire

/// `verbatim trend`: how many units match in each year.
struct Trend: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Print how many paragraphs match in each year.",
    discussion: """
      Prints a table with a row for each year, and a bar for its share where there is room. Columns that do not fit \
      the terminal are left out from the right, which standard error says; JSON and CSV have them all.

      COLUMNS
        hits  the year's paragraphs that match
        units  all paragraphs of the year that the filters let pass
        share  hits of units; a dash for a year without documents
        occurrences  how often the words stand there; as many as kwic has lines, none for fields and NOT; a dash where words are joined \
      by AND, or one place could count twice
        per million  occurrences among a million words of that year

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      \(Manual.exitCodesOfQueries)

      EXAMPLES
        verbatim trend veto
        verbatim trend '"focal point"' --from 2005
        verbatim trend veto --format json
        verbatim trend veto --format csv > veto.csv
      """)

  static var method: Method<TrendParameters, TrendReply> { .trend }

  @OptionGroup var query: QueryOptions
  @OptionGroup(title: "Output") var printing: PrintOptions<TableFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func text(of reply: TrendReply, total: Int) -> String {
    total > 0 ? printing.layout.text(of: reply) : ""
  }

  func remarks(on reply: TrendReply) -> [String] {
    // One whose time ran out has no rows.
    guard !reply.rows.isEmpty, reply.total != 0 else { return [] }
    var remarks: [String] = []
    if reply.rows.allSatisfy({ $0.occurrences == 0 }) {
      remarks.append(
        "no occurrences: words of fields and behind NOT do not count, and nothing else asked for stands in what matches"
      )
    }
    let hidden = printing.layout.hiddenColumns(of: reply)
    if !hidden.isEmpty {
      remarks.append(
        "not shown for want of room: \(hidden.joined(separator: ", ")); for all columns: a wider terminal, or --format csv"
      )
    }
    return remarks
  }

  func separatedValues(of reply: TrendReply) -> String { reply.separatedValues }
}
