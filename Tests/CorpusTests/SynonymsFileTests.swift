import TestSupport
import Testing

@testable import Corpus

struct SynonymsFileTests {
  private func groups(_ yaml: String) throws -> [[String]] {
    try SynonymsFile(Array(yaml.utf8), path: "synonyms.yaml").groups
  }

  @Test func aListOfGroups() throws {
    let groups = try groups(
      """
      # Ours.
      - [R2P, RtoP, "responsibility to protect"]
      - UNSC = Security Council
      - R2P = RtoP = "responsibility to protect"
      -
        - P5
        - permanent five
      """)
    #expect(
      groups == [
        ["R2P", "RtoP", "responsibility to protect"], ["UNSC", "Security Council"],
        ["R2P", "RtoP", "responsibility to protect"], ["P5", "permanent five"],
      ])
  }

  @Test func aMap() throws {
    let groups = try groups("P5: [permanent five, permanent members]\nUNSC: Security Council\n")
    #expect(groups == [["P5", "permanent five", "permanent members"], ["UNSC", "Security Council"]])
  }

  @Test(arguments: ["", "# nothing\n", "[]", "{}"]) func nothing(yaml: String) throws {
    #expect(try groups(yaml).isEmpty)
  }

  /// A group that is wrong leaves the others as they are.
  @Test(arguments: [
    ("- [R2P]\n- c = d", 1, "`[1]`: a group of one"), ("- c = d\n- veto", 2, "`[2]`: a group of one"),
    ("- [a, {b: c}]\n- c = d", 1, "`[1][2]`: one text is expected"),
    ("c: d\na: [b, ~]", 2, "`a[2]`: a text is expected"),
  ])
  func aGroupThatCannotBeUsedIsNamed(yaml: String, line: Int, reason: String) throws {
    let file = try SynonymsFile(Array(yaml.utf8), path: "synonyms.yaml")
    #expect(file.groups == [["c", "d"]] && file.problems.count == 1)
    guard case .configuration(let path, let found, let text)? = file.problems.first else {
      Issue.record("\(file.problems)")
      return
    }
    #expect(path == "synonyms.yaml" && found == line && text.hasPrefix(reason), "\(text)")
  }

  @Test func whatIsNoYAMLSaysWhatWasExpected() throws {
    let error = try #require(throws: CorpusError.self) { try groups("- [a") }
    guard case .configuration(_, 2, let text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(text.hasPrefix("this is not YAML: ") && text.contains("expected: a list of groups such as `- ["))
  }

  @Test func aCorpusNeedsNone() throws {
    let folder = try TemporaryFolder()
    #expect(try SynonymsFile(ofCorpus: folder.path).groups.isEmpty)
    try folder.write("- a = b\n", to: "synonyms.yaml")
    #expect(try SynonymsFile(ofCorpus: folder.path).groups == [["a", "b"]])
  }
}
