import ArgumentParser
import Client
import Wire

/// `verbatim count`: how many units match.
struct Count: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Print how many paragraphs match.",
    discussion: """
      Prints one number, of all paragraphs that match. JSON and CSV say also of how many: in JSON under "units".

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      \(Manual.exitCodesOfQueries)

      EXAMPLES
        verbatim count veto year:2013  paragraphs of 2013 with the word
        verbatim count --match any veto sanctions  with one of them or both
        verbatim count veto --from 2009 --to 2013 --format json
      """)

  static var method: Method<CountParameters, CountReply> { .count }

  @OptionGroup var query: QueryOptions
  @OptionGroup(title: "Output") var printing: PrintOptions<TableFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func separatedValues(of reply: CountReply) -> String { reply.separatedValues }

  func text(of reply: CountReply, total: Int) -> String { "\(total)\n" }
}
