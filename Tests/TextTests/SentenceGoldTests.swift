import Foundation
import TestSupport
import Testing
import Text

/// Places in real documents of eight decades where a sentence ends or does not, judged by reading.
///
/// `Golden/sentences.tsv` says how they were chosen. The figures are printed: precision and recall, UAX #29 alone and ours.
@Suite(
  .enabled(
    if: SentenceGold.folders != nil, "no collections beside the repository, or VERBATIM_UNGDC names no folder"
  ))
struct SentenceGoldTests {
  @Test("Precision and recall against judged places")
  func gold() throws {
    let places = try SentenceGold.places()
    #expect(places.count == 1_778)
    var plain: [String: Score] = [:]
    var ours: [String: Score] = [:]
    for place in places {
      let paragraph = try #require(SentenceGold.paragraph(around: place), "\(place)")
      let starts = SentenceBreaker().sentences(in: paragraph.text).map(\.lowerBound)
      let plainStarts = plainSentences(in: paragraph.text).map(\.lowerBound)
      ours[place.set, default: Score()].count(starts.contains(paragraph.offset), isBoundary: place.isBoundary)
      plain[place.set, default: Score()].count(
        plainStarts.contains(paragraph.offset), isBoundary: place.isBoundary)
    }
    for set in ours.keys.sorted() {
      print("sentences, \(set): UAX #29 \(plain[set] ?? Score()); ours \(ours[set] ?? Score())")
    }
    for (set, precision, recall) in [
      ("sample", 0.99, 0.995), ("new-sample", 0.99, 0.995), ("hard", 0.96, 0.97), ("new-hard", 0.93, 0.96),
    ] {
      let score = try #require(ours[set])
      #expect(score.precision >= precision && score.recall >= recall, "\(set): \(score)")
    }
  }

  /// How often boundaries were found where they are.
  private struct Score: CustomStringConvertible {
    var found = 0
    var wrong = 0
    var missed = 0

    var precision: Double { Double(found) / Double(max(found + wrong, 1)) }
    var recall: Double { Double(found) / Double(max(found + missed, 1)) }
    var description: String {
      "precision \((precision * 1_000).rounded() / 1_000), recall \((recall * 1_000).rounded() / 1_000)"
    }

    mutating func count(_ isFound: Bool, isBoundary: Bool) {
      if isFound && isBoundary { found += 1 }
      if isFound && !isBoundary { wrong += 1 }
      if !isFound && isBoundary { missed += 1 }
    }
  }
}

/// The places of `Golden/sentences.tsv` and the documents they stand in.
enum SentenceGold {
  struct Place {
    var path: Substring
    var set: String
    var isWrapped: Bool
    /// Counted from 0.
    var line: Int
    var column: Int
    var isBoundary: Bool
  }

  /// The folder of the collections and that of the UN General Debate; nil unless both are there.
  static let folders: (shared: String, debates: String)? = {
    guard let shared = Repository.shared, FileManager.default.fileExists(atPath: shared + "/seeds"),
      let debates = ProcessInfo.processInfo.environment["VERBATIM_UNGDC"]
    else { return nil }
    return (shared, debates)
  }()

  static func places() throws -> [Place] {
    let path = Repository.root + "/Tests/TextTests/Golden/sentences.tsv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    return try lines.flatMap { line in
      let fields = line.split(separator: "\t")
      try #require(fields.count == 4, "\(line)")
      return try fields[3].split(separator: " ").map { place in
        let numbers = place.dropLast().split(separator: ":").compactMap { Int($0) }
        try #require(numbers.count == 2 && "+-".contains(place.suffix(1)), "\(line)")
        return Place(
          path: fields[0], set: String(fields[1]), isWrapped: fields[2] == "w", line: numbers[0] - 1,
          column: numbers[1] - 1, isBoundary: place.hasSuffix("+"))
      }
    }
  }

  /// The paragraph around `place`, its line ends turned into spaces, and the place in it.
  static func paragraph(around place: Place) -> (text: [UInt8], offset: Int)? {
    guard let folders else { return nil }
    let path =
      place.path.hasPrefix("ungdc/")
      ? folders.debates + place.path.dropFirst(5) : folders.shared + "/" + place.path
    guard let content = FileManager.default.contents(atPath: path) else { return nil }
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.map { $0 == 0x0D ? 0x20 : $0 }
    }
    guard lines.indices.contains(place.line) else { return nil }
    let isBlank = { (line: Int) in
      lines[line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0B || $0 == 0x0C }
    }
    var (first, last) = (place.line, place.line)
    while place.isWrapped, first > 0, !isBlank(first - 1) { first -= 1 }
    while place.isWrapped, last + 1 < lines.count, !isBlank(last + 1) { last += 1 }
    let before = lines[first..<place.line].reduce(0) { $0 + $1.count + 1 }
    return (Array(lines[first...last].joined(separator: [0x20])), before + place.column)
  }
}
