import ArgumentParser
import Corpus
import Text

/// Measures the way from source files to statements, on one thread.
struct IngestBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Measure how fast a corpus is read, repaired, cut into sentences, and attributed.",
    discussion: """
      Reads every source on one thread and makes nothing of it: no index, no file. Prints for each stage megabytes of source a second of \
      processor time, and the peak memory of the process.
      """)

  @Option(help: "The corpus folder.") var corpus = "corpus"
  @Option(help: "What stands for the corpus's corpus.yaml.") var config: String?
  @Option(help: "How often the corpus is read, one time behind the other.") var times = 1

  func validate() throws {
    guard times > 0 else { throw ValidationError("--times is \(times); at least 1 is expected") }
  }

  func run() throws {
    let reader = try CorpusReader(root: corpus, configurationPath: config)
    let finder = StatementFinder(table: reader.speakers)
    let breaker = SentenceBreaker()
    var stages = Stages()
    var counts = (documents: 0, paragraphs: 0, sentences: 0, statements: 0, bytes: 0)
    for _ in 0..<times {
      for source in reader.sources {
        let bytes = try stages.measure(.reading) { try reader.read(source) }
        let documents = try stages.measure(.repair) { try reader.documents(in: bytes, of: source) }
        for document in documents {
          counts.sentences += stages.measure(.sentences) {
            document.paragraphs.reduce(0) { $0 + breaker.sentences(in: $1.utf8).count }
          }
          counts.statements += stages.measure(.statements) {
            finder.statements(of: document).statements.count
          }
          counts.paragraphs += document.paragraphs.count
        }
        counts.documents += documents.count
        counts.bytes += bytes.count
      }
    }
    print(
      "\(counts.documents) documents, \(counts.paragraphs) paragraphs, \(counts.sentences) sentences, "
        + "\(counts.statements) statements in \(counts.bytes) bytes")
    print(stages.table(byteCount: counts.bytes), terminator: "")
    print("peak memory: \(ProcessUsage.now.peakMemoryByteCount >> 20) MiB")
  }
}

/// Processor time by stage.
private struct Stages {
  enum Stage: String, CaseIterable {
    case reading, repair, sentences, statements
  }

  private var seconds = [Stage: Double]()

  mutating func measure<Result>(_ stage: Stage, _ work: () throws -> Result) rethrows -> Result {
    let start = ProcessUsage.threadSeconds
    defer { seconds[stage, default: 0] += ProcessUsage.threadSeconds - start }
    return try work()
  }

  func table(byteCount: Int) -> String {
    let rows = Stage.allCases.map { ($0.rawValue, seconds[$0] ?? 0) }
    let all = ("all", rows.reduce(0) { $0 + $1.1 })
    return (rows + [all]).map { name, seconds in
      let rate = seconds > 0 ? Double(byteCount) / 1e6 / seconds : 0
      return "\(name): \(Self.tenths(seconds)) s, \(Self.tenths(rate)) MB/s\n"
    }.joined()
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
