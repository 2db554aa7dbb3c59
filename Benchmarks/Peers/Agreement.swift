/// Whether we find what the peers find.
struct Agreement: Codable {
  /// A query that more paragraphs match here than there, and why that is right.
  struct Difference: Codable {
    var queryClass: String
    var query: String
    /// Paragraphs.
    var ours: Int
    var theirs: Int
    /// Words that our analyzer reads otherwise, and in how many of the paragraphs that only we find they stand.
    var words: [String: Int]
  }

  var queries = 0
  var equalCounts = 0
  /// Every count that differs, explained to the last paragraph.
  var explainedCounts: [Difference] = []
  /// Lists of the ten best that are Lucene's, up to the order of scores that are as good as equal.
  var equalTopTens = 0
  /// Lists that are not, but that Lucene's formula gives for Lucene's words.
  var explainedTopTens = 0
  /// What no reason was found for; must be empty.
  var unexplained: [String] = []
}
