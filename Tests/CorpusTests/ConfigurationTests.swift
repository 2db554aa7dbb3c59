import TestSupport
import Testing
import Text

@testable import Corpus

struct ConfigurationTests {
  private func configuration(_ yaml: String) throws -> CorpusConfiguration {
    try CorpusConfiguration(Array(yaml.utf8), path: "corpus.yaml")
  }

  private func error(_ yaml: String) -> String {
    do {
      _ = try configuration(yaml)
      return "none"
    } catch { return "\(error)" }
  }

  @Test(
    arguments: [
      ("*.txt", "a/b.txt", true), ("*.txt", "b.txt", true), ("*.txt", "b.txt.md", false),
      ("?.txt", "é.txt", true),
      ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false), ("a/**/*.txt", "a/b/c/d.txt", true),
      ("a/**/*.txt", "a/d.txt", true), ("**/x", "x", true), ("**", "a/b", true), ("a/**", "a/b/c", true),
      ("a/**", "b/c", false), ("*a*b*c", "xxaxbxbxc", true), ("*a*b*c", "xxaxcxb", false),
      ("A.txt", "a.txt", false),
      ("", "a", false), ("/a.txt", "a.txt", false),
    ] as [(String, String, Bool)])
  func wildcards(pattern: String, path: String, isMatch: Bool) {
    #expect(Wildcard(pattern).matches(path) == isMatch)
  }

  @Test func wildcardsTakeNoExponentialTime() {
    let pattern = Wildcard(String(repeating: "*a", count: 500) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
  }

  @Test func namesTellMetadata() throws {
    let configuration = try configuration(
      """
      rules:
        - files: "txt/**/*.txt"
          name: "{speaker:iso3}_{session}_{year}"
          title: "{speaker} in session {session}"
          kind: speech
          form: speech
        - files: "*.txt"
          publisher: United Nations
          kind: text
      """)
    let (metadata, problems) = configuration.metadata(for: "txt/1970/FRA_25_1970.txt", extensionByteCount: 4)
    #expect(problems.isEmpty)
    #expect(metadata.speakers == ["FRA"] && metadata.title == "FRA in session 25" && metadata.form == .speech)
    #expect(metadata.date == DateInterval("1970") && metadata.publisher == "United Nations")
    #expect(metadata.kind == "speech", "the first rule counts")
    let odd = configuration.metadata(for: "txt/1970/notes.txt", extensionByteCount: 4)
    #expect(
      odd.problems.count == 1 && odd.metadata.speakers.isEmpty && odd.metadata.publisher == "United Nations")
    #expect(configuration.metadata(for: "a.md", extensionByteCount: 3).metadata == DocumentMetadata())
  }

  @Test(
    arguments: [
      ("{year}-{title}", "2013-a-b", ["year": "2013", "title": "a-b"]),
      ("{title}-{year}", "a-b-2013", nil),
      ("{title}--{year}", "a-b--2013", ["title": "a-b", "year": "2013"]),
      ("{date}_{symbol}", "2013-09-11_A", ["date": "2013-09-11", "symbol": "A"]),
      ("{year}", "13", nil), ("x{year}", "2013", nil), ("{speaker:iso3}_1", "fra_1", nil),
      ("{title}_", "_", nil), ("{speaker:iso3}_{date}", "FRA_", nil), ("{date}", "", nil),
      ("{speaker:iso3}_{year}", "FRA_", nil), ("{speaker}_{title}", "FRA_", nil),
    ] as [(String, String, [String: String]?)])
  func patterns(pattern: String, name: String, fields: [String: String]?) throws {
    #expect(try NamePattern(pattern).fields(of: "folder/\(name).txt", extensionByteCount: 4) == fields)
  }

  @Test(arguments: ["{year", "year}", "{}", "{a}{b}", "{Year}", "{a:b}", "{a}_{a}", "plain"])
  func patternsThatMeanNothing(pattern: String) {
    #expect(throws: PatternError.self) { try NamePattern(pattern) }
  }

  @Test(
    arguments: [
      ("rule: x", "corpus.yaml:1: `rule`"),
      ("rules:\n  - kind: x\n", "corpus.yaml:2: `rules[1]`: `files` is missing"),
      ("rules:\n  - files: x\n    titel: y", "corpus.yaml:3: `rules[1].titel`"),
      ("rules:\n  - files: x\n    form: speach", "`rules[1].form`: `speach` is no form"),
      ("rules:\n  - files: x\n    date: soon", "`rules[1].date`: `soon` is no date"),
      ("rules:\n  - files: x\n    columns: {id: a}", "`rules[1].columns`: `text` is missing"),
      (
        "rules:\n  - files: x\n    columns: {text: a}\n    header: false",
        "`rules[1].columns.text`: `a` is no column"
      ),
      ("rules:\n  - files: [a, b]", "`rules[1].files`: one text is expected, found a list"),
      ("rules:\n  - files: x\n    name: '{a}{b}'", "`rules[1].name`: two fields stand side by side"),
      ("- a", "found a list"), ("rules: [", "this is not YAML"),
      ("rules:\n  - files: x\n    files: y", "a key is given twice"), ("ignore: [a, {b: c}]", "`ignore[2]`"),
    ])
  func complaintsNameLineAndKey(yaml: String, part: String) {
    #expect(error(yaml).contains(part), "\(error(yaml))")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("a: 1\nb: &x 2", 2), ("&x a: 1", 1), ("a: [1, &x [2]]", 1), ("a:\n- &x b\n- *x", 2),
      ("a:\n  b: *x", 2),
      ("a: !t &x 1", 1), ("*x : 1", 1), ("a: '\nb'\nc: {d: &x {e: *x}}", 3),
      ((0..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "*a39 : x", 1),
      (
        "a0: &a0 [x, x]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
          + "*a39 : x", 1
      ),
    ])
  func anchorsAndAliasesAreRefused(yaml: String, line: Int) {
    let found = error(yaml)
    #expect(
      found.hasPrefix("corpus.yaml:\(line): anchors (`&name`) and aliases (`*name`) are not"), "\(found)")
  }

  @Test func ampersandsAndAsterisksInTextAreText() throws {
    let configuration = try configuration(
      """
      # &a *a
      ignore: ["*", '*.txt', "&x", a*b, R&D]
      rules:
        - files: "**/*.md" # see *a
          title: Q & A *x &y the *new* road, 2*3 * 4, AT&T
          publisher: |
            *a
            &b
          kind: "&a
            *a"
      """)
    #expect(configuration.ignored == ["*", "*.txt", "&x", "a*b", "R&D"].map { Wildcard($0) })
    #expect(configuration.rules[0].files == Wildcard("**/*.md"))
    #expect(
      configuration.rules[0].fields == [
        .title: "Q & A *x &y the *new* road, 2*3 * 4, AT&T", .publisher: "*a\n&b\n", .kind: "&a *a",
      ])
  }

  /// What is to be done is said of the option that named it, not of a file of the corpus.
  @Test func aNamedFileMustBeThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("The veto.\n", to: "a.txt")
    let path = folder.path + "/no.yaml"
    let error = #expect(throws: CorpusError.self) {
      _ = try CorpusReader(root: folder.path, configurationPath: path)
    }
    #expect(error?.description.hasPrefix(path + ": cannot be read: ") == true)
    #expect(error?.description.contains("--config") == true)
  }

  @Test func anEmptyFileSaysNothing() throws {
    #expect(try configuration("").rules.isEmpty && configuration("# nothing\n").ignored.isEmpty)
  }
}

/// The configurations of real collections that are kept beside the benchmarks.
struct CollectionConfigurationTests {
  private func reader(_ name: String, _ folder: String) throws -> CorpusReader {
    try CorpusReader(
      root: try #require(Repository.shared) + "/corpora/" + folder,
      configurationPath: Repository.root + "/Benchmarks/collections/\(name).yaml")
  }

  @Test(arguments: ["ungdc", "unsc-speeches", "judged", "seeds"])
  func eachCanBeRead(name: String) throws {
    let bytes = try FileSystem.bytes(
      of: Repository.root + "/Benchmarks/collections/\(name).yaml", limit: 1 << 20)
    #expect(try !CorpusConfiguration(bytes, path: name).rules.isEmpty)
  }

  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func theSecurityCouncil() throws {
    let reader = try reader("unsc-speeches", "unsc-speeches/raw/all_speeches_from_debate")
    #expect(reader.sources.count == 512)
    let source = try #require(reader.sources.first { $0.path.contains("UNSC_2014_SPV.7138_spch008") })
    let document = try reader.documents(in: reader.read(source), of: source)[0]
    #expect(
      document.symbol == "S/PV.7138" && document.date?.description == "2014" && document.form == .record)
  }

  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func judgedCollections() throws {
    let reader = try reader("judged", "judged")
    var counts: [String: Int] = [:]
    for source in reader.sources {
      counts[source.path] = try reader.documents(in: reader.read(source), of: source).count
    }
    #expect(counts == ["cranfield/docs.tsv": 1_400, "med/docs.tsv": 1_033, "time/docs.tsv": 423])
  }

  @Test func namesOfTheGeneralDebate() throws {
    let bytes = try FileSystem.bytes(
      of: Repository.root + "/Benchmarks/collections/ungdc.yaml", limit: 1 << 20)
    let configuration = try CorpusConfiguration(bytes, path: "ungdc.yaml")
    let (metadata, problems) = configuration.metadata(for: "2013/FRA_68_2013.txt", extensionByteCount: 4)
    #expect(problems.isEmpty && metadata.speakers == ["FRA"] && metadata.date?.description == "2013")
    #expect(
      configuration.metadata(for: "2019/EU_74_2019.txt", extensionByteCount: 4).metadata.speakers == ["EU"])
  }
}
