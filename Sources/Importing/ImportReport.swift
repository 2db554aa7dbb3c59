/// What became of one file.
package struct ImportReport: Equatable, Sendable {
  /// The file in the corpus, as the corpus was named.
  package var path: String
  /// Paragraphs that are no headings.
  package var paragraphCount: Int
  package var headingCount: Int
  /// Elements of HTML that were left out, by their names.
  package var leftOut: [String: Int]
  /// Whether just this stood there before.
  package var wasUpToDate: Bool
  package var warnings: [String]

  /// `12 paragraphs, 3 headings; left out: nav 2, script 3`
  package var summary: String {
    var summary = "\(Self.counted(paragraphCount, "paragraph")), \(Self.counted(headingCount, "heading"))"
    if !leftOut.isEmpty {
      summary +=
        "; left out: " + leftOut.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: ", ")
    }
    return wasUpToDate ? "up to date: " + summary : summary
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
