import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// What a word may have been meant to be.
struct NearestTermsTests {
  private func near(
    _ word: String, _ form: QueryWord.Form = .exact, in text: String, limit: Int = 3
  ) throws -> [String] {
    let folder = try TemporaryFolder(inMemory: true)
    try folder.write(text, to: "corpus/a.md")
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    return try Snapshot(openingIndexAt: folder.path + "/index").nearestTerms(
      to: Array(word.utf8), in: form, limit: limit
    )
    .map { "\($0.term) \($0.distance) \($0.documentFrequency)" }
  }

  @Test func aDeadlineThatHasPassedIsHeeded() throws {
    let folder = try TemporaryFolder(inMemory: true)
    try folder.write("veto vote\n", to: "corpus/a.md")
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    let snapshot = try Snapshot(openingIndexAt: folder.path + "/index")
    var late = SearchOptions()
    late.deadline = .now
    #expect(throws: SearchError.deadlineExceeded) {
      try snapshot.nearestTerms(to: Array("vteo".utf8), in: .exact, late)
    }
    #expect(throws: SearchError.deadlineExceeded) {
      try ExpandedTerm.all(matching: .prefix(Array("v".utf8)), in: snapshot.segments, late)
    }
    #expect(
      try ExpandedTerm.all(matching: .prefix(Array("v".utf8)), in: snapshot.segments, SearchOptions()).count
        == 2)
  }

  @Test func exchangedLettersAreOneEdit() throws {
    #expect(try near("vteo", in: "veto\n\nteo vteos\n") == ["veto 1 1", "vteos 1 1", "teo 1 1"])
    #expect(try near("genoicde", in: "genocide\n") == ["genocide 1 1"])
  }

  @Test func nearerThenTheSameBeginningThenMoreFrequent() throws {
    let text = "peace price place\n\nplace peace\n\nplace teace\n"
    #expect(try near("peece", in: text) == ["peace 1 2", "place 2 3", "price 2 1"])
    #expect(try near("reace", in: text, limit: 9).prefix(2) == ["peace 1 2", "teace 1 1"])
  }

  @Test func shortWordsHaveOneEditAndNoneIsItself() throws {
    let text = "veto vote vets voted\n"
    #expect(try near("veto", in: text, limit: 9) == ["vets 1 1"])
    #expect(try near("vetot", in: text, limit: 9) == ["veto 1 1", "vets 2 1"])
  }

  @Test func ofThreeLettersOnlyWhatIsFrequentIsNear() throws {
    let many = Array(repeating: "war wax far", count: 10).joined(separator: "\n\n")
    #expect(try near("wra", in: many) == ["war 1 10"])
    #expect(try near("wax", in: many) == ["war 1 10"])
    #expect(try near("wra", in: "war far\n").isEmpty)
    #expect(try near("wr", in: many).isEmpty && near("w", in: many).isEmpty)
  }

  /// Where any form is asked for, each stem is named once, by its likeliest form, with the paragraphs of them all.
  @Test func formsOfOneStemAreOneInAnyForm() throws {
    let text = "veto\n\nvetoes veto\n\nvetoing too\n"
    #expect(try near("vetoo", in: text) == ["veto 1 2", "vetoes 2 1", "too 2 1"])
    #expect(try near("vetoo", .anyForm, in: text) == ["veto 1 3", "too 2 1"])
    #expect(
      try near("chainge", .anyForm, in: "change changed\n\nchanged\n\nchangd changd") == [
        "change 1 2", "changd 2 1",
      ])
  }

  @Test func lettersOfSeveralBytesAreOne() throws {
    #expect(try near("братва", in: "братья жатва\n") == ["братья 2 1", "жатва 2 1"])
  }
}
