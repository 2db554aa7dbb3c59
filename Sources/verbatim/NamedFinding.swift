import Client

/// What has become of an id that was asked for.
struct NamedFinding {
  var asked: String
  /// What to cite it by now; nil if it is not found.
  var id: String?
  var isFound: Bool
  /// Whether its text is another than it was cited for.
  var changed: Bool
  var problem: String?

  /// Whether it was asked for by a number, as a paragraph or a statement is.
  var isNumbered: Bool {
    guard let mark = asked.lastIndex(of: "#") else { return false }
    let number = asked[mark...].dropFirst(2).prefix { $0 != "@" }
    return ["#p", "#s"].contains(asked[mark...].prefix(2)) && Int(number) ?? 0 > 0
  }
}

/// Says what was not found, and what is not as it was cited; what is asked for by name is all there, or it counts as not found.
func noteFindings(_ findings: [NamedFinding]) -> Client.ExitCode {
  for finding in findings where finding.changed {
    Output.note(
      "warning: the text has changed since it was cited as \(finding.asked)"
        + (finding.id.map { "; it is now \($0)" } ?? "") + ": compare before you quote")
  }
  for finding in findings where !finding.isFound {
    Output.note("not found: \(finding.problem ?? finding.asked)")
  }
  let found = findings.count { $0.isFound }
  if findings.contains(where: { !$0.isFound && $0.isNumbered }) {
    Output.note(
      "hint: paragraphs are numbered anew when their document changes; to find one, search for its words: "
        + "verbatim '\"its words\"'")
  }
  return found == findings.count ? .hits : .noHits
}
