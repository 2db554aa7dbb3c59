import Foundation

/// What the build of one engine's index took: from words to lists, without stored text.
struct EngineBuild: Codable, Equatable {
  /// With its settings, as its runner writes it.
  var engine: String
  var seconds: Double
  /// Of all its threads.
  var cpuSeconds: Double
  /// The most memory that was resident at once.
  var peakMemoryBytes: Int
  /// Of what a query reads.
  var indexBytes: Int
  /// An index without positions answers no phrase, and is smaller and sooner built: no other is compared with it.
  var hasPositions: Bool
  /// What else is in the figures; may be empty.
  var note: String

  /// Its name without its settings.
  var shortName: String { String(engine.prefix { $0 != "(" }) }

  static func read(from path: String) throws -> EngineBuild {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(EngineBuild.self, from: data)
    } catch {
      throw BenchmarkError("\(path): it is not a file of what a build took: \(error)")
    }
  }
}
