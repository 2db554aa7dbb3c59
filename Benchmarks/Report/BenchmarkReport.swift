/// All that a run measured; printed as JSON as it is.
struct BenchmarkReport: Codable {
  struct ClassFigures: Codable {
    var name: String
    var queries: Int
    /// Microseconds, over the queries of the class.
    var microseconds: [Command: Percentiles]
    /// Microseconds for each query.
    var latency: [Command: [Double]]
  }

  var collection: String
  var passes: Int
  var index: IndexFigures
  var classes: [ClassFigures]
  /// nil without peers' results.
  var agreement: Agreement?
}
