import ArgumentParser
import Wire

/// Where corpus and index stand.
struct PlaceOptions: ParsableArguments {
  @Option(help: "The folder of source files. (environment: VERBATIM_CORPUS; default: corpus)")
  var corpus: String?

  @Option(help: "The folder of the index. (environment: VERBATIM_INDEX; default: index)")
  var index: String?

  /// Flag, then environment, then default.
  var corpusRoot: String { corpus ?? Environment.process["VERBATIM_CORPUS"] ?? "corpus" }
  var indexDirectory: String { index ?? Environment.process["VERBATIM_INDEX"] ?? "index" }
}
