/// What was built, and what it took.
struct IndexFigures: Codable {
  struct Section: Codable {
    var name: String
    var bytes: Int
  }

  var documents: Int
  var paragraphs: Int
  var tokens: Int
  var terms: Int
  var segments: Int
  var buildSeconds: Double
  var buildCPUSeconds: Double
  /// Of the whole process up to the end of the build; what came before takes little.
  var peakMemoryBytes: Int
  var bytes: Int
  var sections: [Section]

  func bytesPerToken(_ bytes: Int) -> Double { tokens == 0 ? 0 : Double(bytes) / Double(tokens) }
}
