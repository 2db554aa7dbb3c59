/// Why a benchmark cannot run or did not pass: what was found, what was expected, what to do.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
