package import Corpus
package import Segment

/// Why a build failed; the index that stood before still stands.
package enum BuildError: Error, CustomStringConvertible {
  case corpus(CorpusError)
  case segment(SegmentError)
  /// The folder of the index is the corpus.
  case indexInCorpus(path: String)

  package var description: String {
    switch self {
    case .corpus(let error): error.description
    case .segment(let error): error.description
    case .indexInCorpus(let path):
      "\(path) is the corpus: the index would lie among its sources; name another folder with --index"
    }
  }

  /// Wraps what a step of a build threw: an error of the room it called, or of its own.
  init(_ error: any Error) {
    switch error {
    case let error as CorpusError: self = .corpus(error)
    case let error as SegmentError: self = .segment(error)
    case let error as BuildError: self = error
    default: preconditionFailure("a build threw \(error), which neither room throws")
    }
  }
}
