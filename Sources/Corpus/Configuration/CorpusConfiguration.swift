/// What `corpus.yaml` says of a corpus: which files to pass over, what names of files mean, how tables are read.
///
///     ignore: [drafts/**]                # wildcards, see Wildcard
///     rules:                             # for each field the first rule counts that matches the file and names it
///       - files: "speeches/**/*.txt"
///         name: "{speaker:iso3}_{session}_{year}"
///         title: "{speaker} in session {session}"
///         publisher: United Nations General Assembly
///         form: speech                   # speech, record or report
///       - files: debate.csv              # a table: each row is a document
///         columns: {text: Speech, speaker: Country, date: Date, id: Number}
///         header: true                   # the first row names the columns; columns are numbers from 1 otherwise
///
/// Metadata is weaker than front matter and stronger than what the text says itself.
package struct CorpusConfiguration: Sendable {
  /// One entry of `rules`.
  struct Rule: Sendable {
    var files: Wildcard
    var name: NamePattern?
    /// Values as written, with `{field}` for what the name gives.
    var fields: [MetadataField: String] = [:]
    var table: TableLayout?
  }

  var ignored: [Wildcard] = []
  var rules: [Rule] = []
  /// The file's bytes, which are part of what the index is made of; empty without a file.
  package let bytes: [UInt8]

  /// Of a corpus without the file.
  package init() {
    bytes = []
  }

  /// Whether a file is to be passed over.
  func ignores(_ path: String) -> Bool { ignored.contains { $0.matches(path) } }

  /// How the rows of a table become documents; nil if no rule says.
  func table(for path: String) -> TableLayout? {
    rules.lazy.filter { $0.files.matches(path) }.compactMap(\.table).first
  }

  /// What the rules say of a file, and what did not fit.
  func metadata(for path: String, extensionByteCount: Int) -> (metadata: DocumentMetadata, problems: [String])
  {
    var metadata = DocumentMetadata()
    var problems: [String] = []
    for rule in rules where rule.files.matches(path) {
      var values: [String: String] = [:]
      if let name = rule.name {
        if let found = name.fields(of: path, extensionByteCount: extensionByteCount) {
          values = found
        } else {
          problems.append("its name does not fit `\(name.text)` of corpus.yaml, so it tells nothing")
        }
      }
      var said = DocumentMetadata()
      for field in MetadataField.allCases {
        guard let text = rule.fields[field].map({ Self.filled($0, with: values) }) ?? values[field.rawValue]
        else { continue }
        do throws(PatternError) {
          try said.set(field, to: text)
        } catch {
          problems.append("\(error.reason); corpus.yaml takes it from the name for `\(field.rawValue)`")
        }
      }
      metadata = metadata.over(said)
    }
    return (metadata, problems)
  }

  /// `text` with each `{field}` that is known replaced.
  private static func filled(_ text: String, with values: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open] + (values[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
