import ArgumentParser
import Client

/// `verbatim eval`: what the `verbatimd` beside this program says of a corpus and its gold.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Hold what is read of a corpus to gold: what a reader has judged in its documents.",
    discussion: """
      A gold file is a table with a tab between cells. Its columns tell what is judged; text is named by file, line, column and \
      length in bytes, so that none of it is copied. Lines that begin with # are remarks.

      Breaks (kind, file, line, column, words, line, column, words): whether the words before and behind a break of the source are \
      one phrase, which must stand in exactly one paragraph (together), or are parted by a heading, a bullet, a name of a list \
      or a paragraph's end, and must stand in none (apart).

      Statements (file, line, column, length, sign, speakers, rule): whose words these are. Sign + says that they are said by each \
      of the speakers, - that they are by none of them, ? that they may count either way. Speakers have commas between them, and | \
      between names of one; nobody where the text names none. The rule is the kind of statement, or -. Recall counts pairs of words \
      and a speaker; precision counts pairs of a statement and a speaker, in files that are "exhaustive" also those \
      which nothing marked bears out.

      A line "at-least", a measure and a percentage, before the columns, says what passes.

      The corpus is read anew; the index is not looked at.

      EXIT CODES
        0  every measure passes
        1  a measure is below what the file asks
        2  an error

      EXAMPLES
        verbatim eval Tests/Gold/statements/papers.tsv --corpus papers
        verbatim eval gold.tsv --corpus speeches --config speeches.yaml --format json | jq '.measures'
      """)

  @Argument(help: "The gold file.") var gold: String

  @Option(help: "The folder of source files. (VERBATIM_CORPUS; default: corpus)")
  var corpus: String?

  @Option(help: "What stands for the corpus's corpus.yaml. (default: that file, if there is one)")
  var config: String?

  @OptionGroup(title: "Output") var options: IndexReportOptions

  func run() throws {
    System.exit(
      try BuilderProgram.run(
        ["eval"], [("corpus", corpus), ("config", config)] + options.forBuilder, operands: [gold]))
  }
}
