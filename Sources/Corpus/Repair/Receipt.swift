/// How a paragraph was made of the lines of its source: the text as it stood, and what was joined and taken out.
package struct Receipt: Sendable, Equatable {
  /// A line of the source, as it stood.
  package struct Line: Sendable, Equatable {
    /// From 1.
    package var number: Int
    /// The line without its end, UTF-8.
    package var utf8: [UInt8]
    /// What became of its bytes: each run begins where the one before it ends, the first at column 1.
    package var runs: [Run]

    package var text: String { String(decoding: utf8, as: UTF8.self) }
  }

  package struct Run: Sendable, Equatable {
    package enum Fate: Sendable, Equatable {
      case kept
      /// A ligature, written in these letters.
      case spelled(String)
      case removed(Removal)
      /// Stands in another paragraph.
      case elsewhere
    }

    /// In UTF-8 bytes, from 1.
    package var column: Int
    package var byteCount: Int
    package var fate: Fate
  }

  /// The lines from the paragraph's first to its last, with blank lines and page furniture between them.
  package var lines: [Line]
  package var joins: [Join]

  /// How many runs of its lines were taken out for this reason.
  package func count(of removal: Removal) -> Int {
    lines.reduce(0) { $0 + $1.runs.count { $0.fate == .removed(removal) } }
  }
}

extension SourceAccount {
  /// The receipt of the paragraph with this index.
  /// - Complexity: Linear in the source.
  package func receipt(ofParagraph index: Int) -> Receipt {
    var lines: [Receipt.Line] = []
    var scanner = LineScanner(source)
    while let line = scanner.next(), line.number <= self.lines[index].upperBound {
      guard line.number >= self.lines[index].lowerBound else { continue }
      // A form feed ends a run of the scanner's, not the line.
      if lines.last?.number == line.number { lines.removeLast() }
      lines.append(
        Receipt.Line(
          number: line.number, utf8: Array(source[line.lineStart..<line.end]),
          runs: runs(from: line.lineStart, to: line.end, paragraph: index)))
    }
    return Receipt(lines: lines, joins: joins[index])
  }

  private func runs(from start: Int, to end: Int, paragraph: Int) -> [Receipt.Run] {
    runs[firstRun(endingBehind: start)...].prefix { $0.start < end }.map { run in
      let (from, to) = (max(run.start, start), min(run.end, end))
      let fate: Receipt.Run.Fate =
        switch run.fate {
        case .kept(paragraph): .kept
        case .spelled(let letters, paragraph): .spelled(letters)
        case .kept, .spelled: .elsewhere
        case .removed(let removal): .removed(removal)
        }
      return Receipt.Run(column: from - start + 1, byteCount: to - from, fate: fate)
    }
  }

  /// The first run that ends behind `offset`.
  private func firstRun(endingBehind offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
