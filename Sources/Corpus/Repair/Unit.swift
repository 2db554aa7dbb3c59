/// Rows that certainly belong together: the raw material of paragraphs.
struct Unit: Equatable, Sendable {
  var rows: Range<Int>
  var kind: Paragraph.Kind = .prose
  /// The level of a heading marked as one (`#`), from 1; 0 if it is not marked.
  var level = 0
  /// Whether a heading is the document's title or stands beside it (a subtitle, a date), so that it opens no section.
  var isHead = false
}
