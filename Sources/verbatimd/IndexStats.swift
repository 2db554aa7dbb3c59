import ArgumentParser
import Segment
import Wire

/// `verbatimd index stats`: what the index holds, and where its bytes go.
struct IndexStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say what the index holds, and where its bytes go.",
    discussion: "What it does, its exit codes and examples: verbatim help index stats")

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let directory = IndexDirectory(path: FilePaths.real(place.indexDirectory))
    let statistics = IndexReport.orFailure { () throws(SegmentError) in try directory.statistics() }
    switch options.chosenFormat {
    case .text:
      IndexReport.print("index \(directory.path)", statistics.rows)
      StandardStreams.writeOutput("\n" + statistics.table)
    case .json: try IndexReport.print(json: StatisticsMessage(statistics, of: directory))
    }
  }
}

extension IndexStatistics {
  fileprivate var rows: [(name: String, text: String)] {
    [
      ("generation", generation)
    ] + pipelineRows + [
      ("segments", "\(segmentCount)"),
      ("documents", "\(documentCount), \(undatedDocumentCount) of them without a date"),
      ("years", years.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "none"),
      ("paragraphs", "\(unitCount)"),
      ("words", "\(wordCount), \(Self.decimal(wordCount, by: unitCount, places: 1)) in a paragraph"),
      ("terms", "\(termCount)"), ("stems", "\(stemCount)"),
    ]
  }

  /// The parts of the pipeline, as many on a line as a narrow terminal shows.
  private var pipelineRows: [(name: String, text: String)] {
    var lines: [String] = []
    for part in pipeline.split(separator: " ") {
      if let line = lines.last, line.utf8.count + part.utf8.count < Self.pipelineWidth {
        lines[lines.count - 1] = line + " " + part
      } else {
        lines.append(String(part))
      }
    }
    return lines.enumerated().map { ($0 == 0 ? "pipeline" : "", $1) }
  }

  /// Columns beside the names of rows on a terminal of 80.
  private static let pipelineWidth = 68

  /// Bytes of the files outside of sections: tables of contents, checksums, gaps.
  private var frameByteCount: Int { byteCount - sections.reduce(0) { $0 + $1.byteCount } }

  fileprivate var table: String {
    let rows =
      sections.map { ($0.section.name, $0.byteCount) } + [("frame", frameByteCount), ("all", byteCount)]
    let lines = rows.map { name, bytes in
      [name, "\(bytes)", Self.decimal(bytes, by: wordCount, places: 3)]
    }
    return ([["section", "bytes", "bytes a word"]] + lines).map { cells in
      Self.padded(cells[0], 14, isNumber: false) + Self.padded(cells[1], 14, isNumber: true)
        + Self.padded(cells[2], 16, isNumber: true) + "\n"
    }.joined()
  }

  private static func padded(_ text: String, _ width: Int, isNumber: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isNumber ? space + text : text + space
  }

  /// A quotient, rounded; `–` where there is nothing to divide by.
  private static func decimal(_ dividend: Int, by divisor: Int, places: Int) -> String {
    guard divisor > 0 else { return "–" }
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let value = (dividend * scale + divisor / 2) / divisor
    let digits = String(value % scale)
    return "\(value / scale).\(String(repeating: "0", count: places - digits.count))\(digits)"
  }
}

/// What `--format json` prints.
private struct StatisticsMessage: Encodable {
  struct Years: Codable, Equatable {
    var first: Int
    var last: Int
  }

  struct Section: Encodable {
    var name: String
    var bytes: Int
    @ExplicitNull var bytesPerToken: Double?
  }

  var indexDirectory: String
  var generation: String
  var format: Int
  var pipeline: String
  var segments: Int
  var documents: Int
  var undatedDocuments: Int
  @ExplicitNull var years: Years?
  var paragraphs: Int
  var tokens: Int
  @ExplicitNull var tokensPerParagraph: Double?
  var terms: Int
  var stems: Int
  var sections: [Section]
  var bytes: Int
  @ExplicitNull var bytesPerToken: Double?

  init(_ statistics: IndexStatistics, of directory: IndexDirectory) {
    func perToken(_ bytes: Int) -> Double? { Self.quotient(bytes, statistics.wordCount) }
    indexDirectory = directory.path
    generation = statistics.generation
    format = SegmentFormat.version
    pipeline = statistics.pipeline
    segments = statistics.segmentCount
    documents = statistics.documentCount
    undatedDocuments = statistics.undatedDocumentCount
    years = statistics.years.map { Years(first: $0.lowerBound, last: $0.upperBound) }
    paragraphs = statistics.unitCount
    tokens = statistics.wordCount
    tokensPerParagraph = Self.quotient(statistics.wordCount, statistics.unitCount)
    terms = statistics.termCount
    stems = statistics.stemCount
    sections = statistics.sections.map {
      Section(name: $0.section.name, bytes: $0.byteCount, bytesPerToken: perToken($0.byteCount))
    }
    bytes = statistics.byteCount
    bytesPerToken = perToken(statistics.byteCount)
  }

  private static func quotient(_ dividend: Int, _ divisor: Int) -> Double? {
    divisor == 0 ? nil : Double(dividend) / Double(divisor)
  }
}
