import Search
import Text
import Wire

extension KwicRowMessage {
  /// The occurrences in a unit, each with up to `width` characters on either side.
  static func rows(of unit: ConcordedUnit, width: Int) -> [KwicRowMessage] {
    let document = DocumentMessage(unit.document)
    return unit.passages.flatMap { passage in
      let scalars = Array(passage.text.unicodeScalars)
      return passage.occurrences.map { occurrence in
        let (range, position) = (occurrence.range, occurrence.position)
        return KwicRowMessage(
          id: unit.id, document: document,
          left: String(scalars: scalars[max(0, range.lowerBound - width)..<range.lowerBound]),
          match: String(scalars: scalars[range]),
          highlights: occurrence.highlights == [range]
            ? nil
            : occurrence.highlights.map {
              [$0.lowerBound - range.lowerBound, $0.upperBound - range.lowerBound]
            },
          right: String(scalars: scalars[range.upperBound..<min(scalars.count, range.upperBound + width)]),
          source: SourceMessage(
            path: unit.path, line: position.line, column: position.column, endLine: passage.endLine))
      }
    }
  }
}
