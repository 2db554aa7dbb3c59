extension TextLayout {
  /// A doctor's report for people: what is set, what was found, and the verdict.
  package func text(of report: DoctorReport) -> String {
    let names = report.settings.map(\.name) + report.findings.map(\.about)
    let column = names.map(\.unicodeScalars.count).max() ?? 0
    let settings = report.settings.map { value in
      row(value.name, [("\(value.value) (\(value.from))", nil)], column: column)
    }
    let findings = report.findings.map { finding in
      row(finding.about, Self.lines(of: finding), column: column)
    }
    return paint("SETTINGS", .title) + "\n" + settings.joined() + "\n"
      + paint("FOUND", .title) + "\n" + findings.joined() + "\n"
      + verdict(report)
  }

  private static func lines(of finding: DoctorReport.Finding) -> [(String, Role?)] {
    var lines: [(String, Role?)] =
      switch finding.state {
      case .fine: [(finding.found, nil)]
      case .note: [("note: " + finding.found, nil)]
      case .trouble: [("trouble: " + finding.found, .match)]
      }
    if let advice = finding.advice { lines.append(("to do: " + advice, nil)) }
    return lines
  }

  private func verdict(_ report: DoctorReport) -> String {
    let count = report.findings.filter { $0.state == .trouble }.count
    let text =
      switch count {
      case 0: "A search works."
      case 1: "1 trouble keeps a search from working."
      default: "\(count) troubles keep a search from working."
      }
    return block(StyledText(text), indent: 0, role: count == 0 ? nil : .match)
  }
}
