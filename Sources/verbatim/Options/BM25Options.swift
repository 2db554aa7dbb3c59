import ArgumentParser

/// The parameters of the score.
struct BM25Options: ParsableArguments {
  @Option(
    name: .customLong("k1"), parsing: .unconditional,
    help: ArgumentHelp("BM25's term frequency saturation, 0 through 1000. (default: 1.2)", valueName: "x"))
  var k1: Double?

  @Option(
    name: .customLong("b"), parsing: .unconditional,
    help: ArgumentHelp("BM25's length normalization, 0 through 1. (default: 0.75)", valueName: "x"))
  var b: Double?

  func validate() throws {
    for (name, value, most) in [("--k1", k1, 1000), ("--b", b, 1)] {
      guard let value, !(0...Double(most)).contains(value) else { continue }
      throw ValidationError("\(name) is \(value); expected 0 through \(most)")
    }
  }
}
