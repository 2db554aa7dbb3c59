/// Cuts the text of policy documents into sentences: UAX #29 with the rules of this field.
package struct SentenceBreaker: Sendable {
  package init() {}

  /// Changes whenever any text would give other sentences; for the pipeline's fingerprint.
  ///
  /// The number is ours, raised with every change to the rules; the rest follows the Unicode tables.
  package static let fingerprint =
    "sentences-1 unicode-\(UnicodeTables.version) tables-\(SentenceTables.digest)"

  /// UTF-8 ranges of the sentences of `text`, in order; they abut and cover all of it, white space after a
  /// sentence belongs to it.
  ///
  /// - Complexity: O(*n*) for *n* bytes, whatever they are.
  package func sentences(in text: [UInt8]) -> [Range<Int>] {
    let bytes = text.span
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = end(ofSentenceFrom: start, in: bytes)
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  private func end(ofSentenceFrom start: Int, in text: Span<UInt8>) -> Int {
    let boundaries = SentenceBoundaries()
    var offset = start
    while let stop = boundaries.nextStop(from: offset, in: text) {
      if stop.endsParagraph || stop.end == text.count { return stop.end }
      let isBoundary =
        SentenceRules.verdict(on: stop, ofSentenceFrom: start, in: text)
        ?? boundaries.isBoundary(after: stop, in: text)
      if isBoundary { return stop.end }
      offset = stop.end
    }
    return text.count
  }
}
