import Testing

@testable import Search

@Suite struct RelevanceModelTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func unit(_ score: Double, _ words: [String: Int], of wordCount: Int) -> RelevanceModel.Unit {
    var unit = RelevanceModel.Unit(score: Int(score * Double(BM25.one)))
    for (word, frequency) in words { unit.frequencies[bytes(word)] = frequency }
    unit.wordCount = wordCount
    return unit
  }

  /// Two units of one score: veto 2/10 + 1/20, sanction 1/20, reform 5/20, which add up to 0.55.
  @Test func probabilitiesAreThoseOfTheFormula() throws {
    let model = RelevanceModel(of: [
      unit(3, ["veto": 2], of: 10), unit(3, ["veto": 1, "sanction": 1, "reform": 5], of: 20),
    ])
    // Equals in the order of bytes: reform and veto have 0.25 each.
    #expect(model.terms.map(\.stem) == ["reform", "veto", "sanction"].map(bytes))
    for (term, expected) in zip(model.terms, [0.25 / 0.55, 0.25 / 0.55, 0.05 / 0.55]) {
      #expect(abs(term.probability - expected) < 1e-12)
    }
  }

  /// One that scores ln 4 less counts a quarter.
  @Test func unitsCountByTheExponentialOfTheirScores() throws {
    let behind = 1.3862943611198906
    let model = RelevanceModel(of: [unit(5, ["a1": 1], of: 2), unit(5 - behind, ["b1": 1], of: 2)])
    #expect(model.terms.map(\.stem) == [bytes("a1"), bytes("b1")])
    #expect(abs(model.terms[0].probability - 0.8) < 1e-5 && abs(model.terms[1].probability - 0.2) < 1e-5)
  }

  @Test func theLikeliestAreChosen() {
    var words: [String: Int] = [:]
    for number in 1...100 { words["w\(number)"] = number }
    let model = RelevanceModel(of: [unit(1, words, of: 5_050)])
    #expect(model.terms.map(\.stem) == (71...100).reversed().map { bytes("w\($0)") })
    #expect(abs(model.terms.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
  }

  @Test func unitsWithoutAWordSayNothing() {
    #expect(RelevanceModel(of: []).terms.isEmpty)
    #expect(RelevanceModel(of: [unit(1, [:], of: 0), unit(1, [:], of: 3)]).terms.isEmpty)
    // A score so far behind that its weight is no number above 0.
    #expect(RelevanceModel(of: [unit(9_000, [:], of: 3), unit(1, ["a1": 1], of: 3)]).terms.isEmpty)
  }
}
