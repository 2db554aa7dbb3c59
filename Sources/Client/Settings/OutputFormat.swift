package import Wire

/// What a command prints its result as; each kind of result has formats of its own.
package protocol OutputFormat: RawRepresentable<String>, CaseIterable, Sendable {
  /// For people; the one that every result has.
  static var text: Self { get }
}

/// The formats of a list of hits. Whatever another result has, this has too.
package enum SearchFormat: String, OutputFormat { case text, json, jsonl, csv, markdown, vimgrep }

/// The formats of a concordance.
package enum KwicFormat: String, OutputFormat { case text, json, jsonl, csv, vimgrep }

/// The formats of paragraphs got by name.
package enum ParagraphFormat: String, OutputFormat { case text, json, jsonl, markdown }

/// The formats of rows of numbers.
package enum TableFormat: String, OutputFormat { case text, json, csv }
/// The formats of completions.
package enum SuggestionFormat: String, OutputFormat { case text, json, jsonl }

/// The formats of a result that is no list of hits.
package enum PlainFormat: String, OutputFormat { case text, json }

extension OutputFormat {
  /// Flag, then environment, then text.
  ///
  /// `VERBATIM_FORMAT` is said once for all commands: a format that this result does not have, but another does, gives text.
  /// - Throws: If `VERBATIM_FORMAT` names no format at all.
  package static func setting(
    flag: Self?, environment: Environment = .process
  ) throws(SettingError) -> Setting<Self> {
    if let flag { return Setting(flag, .flag("--format")) }
    let variable = "VERBATIM_FORMAT"
    guard let name = environment[variable] else { return Setting(.text, .preset) }
    guard SearchFormat(rawValue: name) != nil else {
      let known = SearchFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badEnvironment(name: variable, found: name, expected: "one of \(known)")
    }
    return Setting(Self(rawValue: name) ?? .text, .environment(variable))
  }
}
