package import Corpus
package import Segment

/// Why a build failed; the index that stood before still stands.
package enum BuildError: Error, CustomStringConvertible {
  case corpus(CorpusError)
  case segment(SegmentError)

  package var description: String {
    switch self {
    case .corpus(let error): error.description
    case .segment(let error): error.description
    }
  }

  /// Wraps what a step of a build threw: an error of the room it called.
  init(_ error: any Error) {
    switch error {
    case let error as CorpusError: self = .corpus(error)
    case let error as SegmentError: self = .segment(error)
    default: preconditionFailure("a build threw \(error), which neither room throws")
    }
  }
}
