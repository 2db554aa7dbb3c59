import ArgumentParser
import Wire

/// Where corpus and index stand.
struct PlaceOptions: ParsableArguments {
  @Option(help: "The folder of source files. (environment: VERBATIM_CORPUS; default: corpus)")
  var corpus: String?

  @Option(help: "What stands for the corpus's corpus.yaml. (default: that file, if there is one)")
  var config: String?

  @Option(help: "The folder of the index. (environment: VERBATIM_INDEX; default: index)")
  var index: String?

  /// Flag, then environment, then default.
  var corpusRoot: String { corpus ?? Environment.process["VERBATIM_CORPUS"] ?? "corpus" }
  var configurationPath: String? { config.map { FilePaths.real($0) } }
  var indexDirectory: String { index ?? Environment.process["VERBATIM_INDEX"] ?? "index" }
}
