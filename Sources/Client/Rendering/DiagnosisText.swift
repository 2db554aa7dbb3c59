package import Wire

extension DiagnosisMessage {
  /// Why nothing was found, and what would be, a note a line.
  ///
  ///     veto (any form): 5 alone
  ///     vetto (any form): nowhere; did you mean veto (5)?
  ///     without vetto (any form): 5
  package var notes: [String] {
    var notes: [String] = []
    for word in missing {
      let nearest = word.nearest.map { "\($0.word) (\($0.paragraphs))" }.joined(separator: ", ")
      notes.append(
        "\(word.word) stands nowhere" + (nearest.isEmpty ? "" : "; did you mean \(nearest)?"))
    }
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
