import ArgumentParser
import Client
import Wire

/// `verbatim count`: how many units match.
struct Count: TotalCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Print how many paragraphs match.",
    discussion: """
      Prints one number, of all paragraphs that match. JSON says also how many there are to match, under "units".

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
  @OptionGroup(title: "Output") var printing: PrintOptions<PlainFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func text(of reply: CountReply, total: Int) -> String { "\(total)\n" }
}
