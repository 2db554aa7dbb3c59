/// Why gold cannot be used: what was found, what was expected.
package struct GoldError: Error, Equatable, CustomStringConvertible {
  package var path: String
  /// From 1; nil if it concerns the whole file.
  package var line: Int?
  package var reason: String

  package var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + reason }
}
