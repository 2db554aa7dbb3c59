internal import Corpus

extension StatementGold {
  /// How many of the marked words are found as their speakers', and how many of the speakers found are right.
  ///
  /// - Throws: what keeps a file from being read.
  func evaluate(_ documents: GoldDocuments) throws -> EvaluationReport {
    var score = StatementScore()
    for (file, marks) in Dictionary(grouping: marks, by: \.file).sorted(by: { $0.key < $1.key }) {
      let document = try documents.document(file).document
      let statements = try documents.statements(file)
      score.add(
        marks, document, statements, table: documents.speakers.with(statements.speakers),
        isExhaustive: isExhaustive)
    }
    return EvaluationReport(
      measures: [
        (Self.recall, score.recall), (Self.unnamedRecall, score.unnamedRecall),
        (Self.precision, score.precision),
      ].map { name, share in
        EvaluationReport.Measure(name: name, share: share, leastPercent: leastPercents[name])
      }, rules: score.rules, misses: score.misses)
  }
}

extension SpeakerTable {
  /// The table with speakers that only a document knows.
  fileprivate func with(_ found: [Speaker]) -> SpeakerTable {
    SpeakerTable(speakers + found.filter { self[$0.id] == nil })
  }
}
