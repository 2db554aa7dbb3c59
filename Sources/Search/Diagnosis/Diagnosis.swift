/// Why a query finds nothing, and what would find something.
package struct Diagnosis: Sendable, Equatable {
  /// One of the things that must all hold.
  package struct Clause: Sendable, Equatable {
    /// In plain words.
    package var text: String
    /// The units that match it alone.
    package var total: Int
    /// The units that match all the others; nil if there are none.
    package var totalWithout: Int?
  }

  /// A question that asks for less.
  package struct Relaxation: Sendable, Equatable {
    /// In plain words.
    package var text: String
    package var total: Int
  }

  /// A word that stands nowhere.
  package struct MissingWord: Sendable, Equatable {
    /// As written.
    package var word: String
    /// Those it may have been meant to be, the likeliest first.
    package var nearest: [NearTerm]
  }

  /// In the order of the query, at most ``clauseLimit``.
  package var clauses: [Clause]
  /// Those that find something, in the order of the query.
  package var relaxations: [Relaxation]
  package var missingWords: [MissingWord]

  /// The most clauses that are looked at, each with a count or two of its own.
  static let clauseLimit = 16
}
