import Indexing
import Query
import Search
import Segment
import Wire

/// The engine's typed errors in the words of the protocol.
extension WireError {
  init(_ error: SearchError, indexDirectory: String) {
    switch error {
    case .deadlineExceeded: self = .deadline
    case .segment(let error): self.init(error, indexDirectory: indexDirectory)
    case .history(let error): self.init(error)
    }
  }

  /// An earlier generation that was named cannot be compared with this one.
  init(_ error: HistoryError) {
    switch error {
    case .malformed: self = .invalidParameters("\"since\": \(error)")
    case .ambiguous: self.init(.generationUnknown, "\(error)")
    case .unknown, .noEarlier, .unreadable:
      self.init(
        .generationUnknown, "\(error)",
        hint: "ask without it, and keep the generation that the reply names for the next time")
    }
  }

  init(_ error: SegmentError, indexDirectory: String) {
    switch error {
    case .missing:
      self.init(
        .indexMissing, "there is no index in \(indexDirectory)", hint: "build one with: verbatim index build")
    // These say what to do themselves.
    case .version, .foreign:
      self.init(.indexFormat, "\(error)")
    case .corrupt:
      self.init(.indexCorrupt, "\(error)")
    case .locked:
      self.init(.busy, "\(error)")
    case .tooLarge:
      self.init(.tooLarge, "\(error)")
    case .system:
      self.init(code: Code.internal, message: "\(error)")
    }
  }

  init(_ error: BuildError, corpusRoot: String, indexDirectory: String) {
    switch error {
    case .corpus(let error):
      self.init(
        .indexMissing, "there is no index in \(indexDirectory), and none could be built: \(error)",
        hint: "mend the corpus \(corpusRoot), or name another with --corpus, then run: verbatim index build")
    case .segment(let error):
      self.init(error, indexDirectory: indexDirectory)
      message = "the index could not be built: \(message)"
    case .indexInCorpus:
      self.init(.indexMissing, "the index could not be built: \(error)")
    }
  }

  /// What it says tells what to do too.
  init(_ error: QueryError) {
    self.init(.tooLarge, "\(error)")
  }

  /// What to do when the time runs out. Some of what was made for the answer is kept, or is made to its end.
  static let deadlineHint = "ask for less, or give more time with --timeout; asked again, it may take less"

  /// The time for an answer ran out.
  static var deadline: WireError {
    WireError(
      .deadline, "the time for an answer ran out", hint: deadlineHint)
  }
}
