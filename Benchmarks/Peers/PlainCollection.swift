import Foundation
import Segment

/// Every paragraph as the words that the peers are given, compared byte by byte; answers queries by reading all of them.
///
/// It says what an engine that folds no accents must find and, by the formula that Lucene has, how it must score: so a difference
/// between us and a peer can be shown to come from the words alone.
struct PlainCollection {
  /// The number of each word.
  private var numbers: [[UInt8]: UInt32] = [:]
  /// The word of each number.
  private var texts: [[UInt8]] = []
  /// The words of all paragraphs, one paragraph behind the other.
  private var words: [UInt32] = []
  /// Where each paragraph's words start, and where the last one's end.
  private var starts = [0]

  private var paragraphCount: Int { starts.count - 1 }

  /// - Parameter segments: Of an index that ``PeerCorpus`` is the corpus of.
  init(_ segments: [SegmentReader]) throws {
    for segment in segments {
      for unit in 0..<segment.unitCount {
        for word in PeerCorpus.words(ofSentence: try segment.unit(at: unit).text) {
          let word = Array(word)
          let number = numbers[word] ?? UInt32(numbers.count)
          if Int(number) == texts.count {
            numbers[word] = number
            texts.append(word)
          }
          words.append(number)
        }
        starts.append(words.count)
      }
    }
  }

  /// The words of a paragraph, in order.
  func words(ofLine line: Int) -> [String] {
    words[starts[line]..<starts[line + 1]].map { String(decoding: texts[Int($0)], as: UTF8.self) }
  }

  /// Every paragraph that matches, by line from 0, best first, equal scores in order of lines.
  func matches(_ query: PeerQuery) -> [PeerResults.Hit] {
    // For each clause how often it stands in each paragraph.
    let frequencies = query.clauses.map { places(of: $0) }
    let idfs = query.clauses.map { clause in clause.reduce(0.0) { $0 + idf(of: $1) } }
    // Lucene leaves paragraphs without a word out of its statistics.
    let averageLength = Double(words.count) / Double(wordedCount)
    var hits: [PeerResults.Hit] = []
    for line in 0..<paragraphCount {
      let found = frequencies.map { $0[line] ?? 0 }
      guard query.join == .and ? found.allSatisfy({ $0 > 0 }) : found.contains(where: { $0 > 0 }) else {
        continue
      }
      let length = Double(Norm.decode(Norm.encode(starts[line + 1] - starts[line])))
      let lengthFactor = 1.2 * (1 - 0.75 + 0.75 * length / averageLength)
      let score = zip(found, idfs).reduce(0.0) { sum, clause in
        sum + clause.1 * Double(clause.0) / (Double(clause.0) + lengthFactor)
      }
      hits.append(PeerResults.Hit(line: line, score: score))
    }
    return hits.sorted { ($1.score, $0.line) < ($0.score, $1.line) }
  }

  private var wordedCount: Int { (0..<paragraphCount).count { starts[$0] < starts[$0 + 1] } }

  private func idf(of word: String) -> Double {
    let count = Double(places(of: [word]).count)
    return log(1 + (Double(wordedCount) - count + 0.5) / (count + 0.5))
  }

  /// How often the words stand one after the other in each paragraph in which they do.
  private func places(of phrase: [String]) -> [Int: Int] {
    let wanted = phrase.compactMap { numbers[Array($0.utf8)] }
    guard wanted.count == phrase.count else { return [:] }
    var places: [Int: Int] = [:]
    for line in 0..<paragraphCount {
      for start in starts[line]..<starts[line + 1]
      where words[start] == wanted[0] && start + wanted.count <= starts[line + 1] {
        if words[start..<start + wanted.count].elementsEqual(wanted) { places[line, default: 0] += 1 }
      }
    }
    return places
  }
}
