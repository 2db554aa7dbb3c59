import ArgumentParser
import Client
import Wire

/// `verbatim doctor`: what is set, what is there, and what is wrong.
struct Doctor: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is set, what is there and what is wrong; changes nothing.",
    discussion: """
      Prints every value that an option or the environment can set, and which of them has: the option, the variable, or \
      the default. Then what was found: the corpus and how many of its files would be read, the index and whether it and its history can be read, the program beside this one, the \
      socket's folder, who answers there and for which corpus, and the daemon's log; with each trouble what to do about it.

      Give it the options that you give to a search. It starts no daemon, builds no index and makes no folder.

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      EXIT CODES
        0  a search works
        2  something keeps a search from working

      EXAMPLES
        verbatim doctor
        verbatim doctor --index ~/speeches-index --corpus ~/speeches
        CI=true verbatim doctor --format json
      """)

  @OptionGroup(title: "Output") var printing: PrintOptions<PlainFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions

  func answer() throws -> Client.ExitCode {
    let place = try self.place.place()
    let choice = try answerer.choice(self.place, place)
    let report = Examination(place: place, choice: choice, format: printing.format, color: printing.color)
      .examine()
    // A wrong VERBATIM_FORMAT is among what the report tells of.
    switch (try? printing.chosenFormat()) ?? .text {
    case .json: try Output.json(report)
    case .text: try Output.result(printing.layout.text(of: report))
    }
    return report.isWell ? .hits : .error
  }
}
