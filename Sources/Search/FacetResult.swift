package import Query

/// What units are counted by.
package enum FacetField: String, CaseIterable, Sendable {
  case speaker, mode, document, kind, publisher, language
}

package struct FacetResult: Sendable, Equatable {
  /// Most hits first, equal ones in order of their values' bytes; the row without a value last.
  package var rows: [FacetRow]
  /// All units that match, exactly.
  package var total: Int
  /// The rows' hits add up to it: a unit counts once in each row that it belongs to.
  package var memberships: Int
}

package struct FacetRow: Sendable, Equatable {
  /// For display; nil for units without a value: no named speaker, no statement, no publisher.
  package var value: String?
  /// What the value is in every index, of a speaker or a document.
  package var id: String?
  /// Matching units.
  package var hits: Int
  /// Of the hits, those in which the speaker says something in this mode; a unit may count under more than one.
  package var modes: [StatementMode: Int]
}
