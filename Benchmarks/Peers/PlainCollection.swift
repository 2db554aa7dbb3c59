import Foundation
import Search
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

  /// The paragraphs of a table that have a word.
  init(_ table: ParagraphTable) throws {
    try table.forEachParagraph { paragraph in
      let text = PeerWords.joined(paragraph.text)
      if text.isEmpty { return }
      for word in text.split(separator: 0x20) {
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

  /// The words of the paragraph with a number, in order.
  func words(ofParagraph number: Int) -> [String] {
    words[starts[number]..<starts[number + 1]].map { String(decoding: texts[Int($0)], as: UTF8.self) }
  }

  /// Every paragraph that matches, best first, equal scores in corpus order.
  func matches(_ query: PeerQuery) -> [RankedUnit] {
    let clauses = query.clauses.map { clause in
      (frequencies: frequencies(of: clause), idf: clause.reduce(0.0) { $0 + idf(of: $1) })
    }
    let averageLength = Double(words.count) / Double(paragraphCount)
    var units: [RankedUnit] = []
    for number in 0..<paragraphCount {
      let foundCount = clauses.count { $0.frequencies[number] > 0 }
      guard query.join == .and ? foundCount == clauses.count : foundCount > 0 else { continue }
      let length = Double(Norm.decode(Norm.encode(starts[number + 1] - starts[number])))
      let lengthFactor = 1.2 * (1 - 0.75 + 0.75 * length / averageLength)
      let score = clauses.reduce(0.0) { sum, clause in
        let frequency = Double(clause.frequencies[number])
        return sum + clause.idf * frequency / (frequency + lengthFactor)
      }
      units.append(RankedUnit(number: number, score: score))
    }
    return units.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
  }

  private func idf(of word: String) -> Double {
    let count = Double(frequencies(of: [word]).count { $0 > 0 })
    return log(1 + (Double(paragraphCount) - count + 0.5) / (count + 0.5))
  }

  /// For each paragraph, how often the words stand one after the other in it.
  private func frequencies(of phrase: [String]) -> [Int] {
    var frequencies = [Int](repeating: 0, count: paragraphCount)
    let wanted = phrase.compactMap { numbers[Array($0.utf8)] }
    guard wanted.count == phrase.count, let first = wanted.first else { return frequencies }
    for number in 0..<paragraphCount {
      for start in starts[number]..<starts[number + 1]
      where words[start] == first && start + wanted.count <= starts[number + 1] {
        if words[start..<start + wanted.count].elementsEqual(wanted) { frequencies[number] += 1 }
      }
    }
    return frequencies
  }
}
