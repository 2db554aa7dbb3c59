import Client
import Testing
import Wire

/// What is said on standard error of a query that finds nothing.
struct DiagnosisTextTests {
  private func value(_ text: String, _ total: Int) -> DiagnosisMessage.Value {
    DiagnosisMessage.Value(text: text, total: total)
  }

  private func notes(_ values: DiagnosisMessage.MissingValue...) -> [String] {
    DiagnosisMessage(
      clauses: [DiagnosisMessage.Clause(text: "kind dialog", total: 0, totalWithout: nil)], relaxed: [],
      missing: [], values: values
    ).notes
  }

  @Test func valuesOfFieldsAreNamed() {
    let kinds = [value("dialogue", 12), value("report", 3)]
    #expect(
      notes(DiagnosisMessage.MissingValue(text: "kind dialog", nearest: [kinds[0]], values: kinds))
        == ["kind dialog matches nothing; there are dialogue (12), report (3); did you mean dialogue (12)?"])
    #expect(
      notes(DiagnosisMessage.MissingValue(text: "year 1990", nearest: [], from: "2005", to: "2016"))
        == ["year 1990 matches nothing; the collection has 2005 to 2016"])
    #expect(
      notes(DiagnosisMessage.MissingValue(text: "year 1990", nearest: [], from: "2005", to: "2005"))
        == ["year 1990 matches nothing; the collection has 2005"])
    #expect(
      notes(
        DiagnosisMessage.MissingValue(text: "year 1990", nearest: [], from: "2005", to: "2016", undated: 3))
        == ["year 1990 matches nothing; the collection has 2005 to 2016; 3 documents have no date"])
    #expect(
      notes(DiagnosisMessage.MissingValue(text: "year 1990", nearest: [], undated: 1))
        == ["year 1990 matches nothing; 1 document has no date"])
    #expect(
      notes(DiagnosisMessage.MissingValue(text: "by X", nearest: []))
        == ["by X matches nothing"])
  }
}
