package import Wire

extension DiagnosisMessage {
  /// Why nothing was found, and what would be, a note a line.
  ///
  ///     vetto stands nowhere; did you mean veto (5)?
  ///     kind dialog matches nothing; there are dialogue (12), report (3); did you mean dialogue (12)?
  ///     year 1990 matches nothing; the collection has 2005 to 2016; 3 documents have no date
  ///     veto (any form): 5 alone; without it: 0
  package var notes: [String] {
    var notes: [String] = []
    for word in missing {
      let nearest = word.nearest.map { "\($0.word) (\($0.paragraphs))" }.joined(separator: ", ")
      notes.append(
        "\(word.word) stands nowhere" + (nearest.isEmpty ? "" : "; did you mean \(nearest)?"))
    }
    notes += values.map(\.note)
    if clauses.count > 1 {
      for clause in clauses {
        notes.append(
          "\(clause.text): \(clause.total) alone"
            + (clause.totalWithout.map { "; without it: \($0)" } ?? ""))
      }
    }
    for relaxation in relaxed { notes.append("\(relaxation.text): \(relaxation.total)") }
    return notes
  }
}

extension DiagnosisMessage.MissingValue {
  fileprivate var note: String {
    var parts = ["\(text) matches nothing"]
    if let from, let to { parts.append("the collection has " + (from == to ? from : "\(from) to \(to)")) }
    if let undated { parts.append("\(undated) \(undated == 1 ? "document has" : "documents have") no date") }
    if !values.isEmpty { parts.append("there are \(Self.list(values))") }
    if !nearest.isEmpty { parts.append("did you mean \(Self.list(nearest))?") }
    return parts.joined(separator: "; ")
  }

  private static func list(_ values: [DiagnosisMessage.Value]) -> String {
    values.map { "\($0.text) (\($0.total))" }.joined(separator: ", ")
  }
}
