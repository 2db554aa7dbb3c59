internal import Corpus
internal import Segment

/// A source file by what decides whether it has changed.
struct DigestedSource: Equatable, Sendable {
  var path: String
  /// The SHA-256 of its bytes.
  var digest: [UInt8]

  /// Sources that one thread reads at a time.
  private static let jobSize = 64

  /// Those of a corpus, in its order.
  ///
  /// - Parameter threadCount: Threads that read and hash.
  static func all(of reader: CorpusReader, threadCount: Int) throws -> [DigestedSource] {
    let count = reader.sources.count
    var sources: [DigestedSource] = []
    try OrderedJobs<[DigestedSource]>.run(
      count: (count + jobSize - 1) / jobSize, threadCount: threadCount, path: reader.root
    ) { job, deliver in
      let some = reader.sources[job * jobSize..<min(count, (job + 1) * jobSize)]
      try deliver(
        try some.map { DigestedSource(path: $0.path, digest: SHA256.hash(try reader.read($0))) })
    } take: { _, some in
      sources += some
    }
    return sources
  }
}
