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

  /// A word that stands nowhere, or what no word is like: `elephant`, `zzz*`.
  package struct MissingWord: Sendable, Equatable {
    /// As written.
    package var word: String
    /// Those it may have been meant to be, the likeliest first.
    package var nearest: [NearTerm]
  }

  /// What a field says that no unit has.
  package struct MissingValue: Sendable, Equatable {
    /// The field and its value in plain words.
    package var text: String
    /// Those it may have been meant to be, the likeliest first.
    package var nearest: [Value] = []
    /// All values there are, those of the most units first; empty if they are many, or of no account.
    package var values: [Value] = []
    /// Of a date: what the collection covers.
    package var dates: Dates?
    /// Of a date: the documents that have none.
    package var undatedCount = 0
  }

  /// A value of a field.
  package struct Value: Sendable, Equatable {
    package var text: String
    /// The units that have it.
    package var total: Int
  }

  /// From the earliest document to the latest, as their dates are written: `2005`, `2016-03-14`.
  package struct Dates: Sendable, Equatable {
    package var first: String
    package var last: String
  }

  /// In the order of the query, at most ``clauseLimit``.
  package var clauses: [Clause]
  /// Those that find something, in the order of the query. Where the words of a phrase, say, are found, but no unit has them all, that
  /// is told with a total of 0 before those.
  package var relaxations: [Relaxation]
  package var missingWords: [MissingWord]
  package var missingValues: [MissingValue]

  /// The most clauses that are told; the others are counted with them.
  static let clauseLimit = 16
}
