/// What a page says of a command's arguments.
extension CommandDescription {
  /// `verbatim count [OPTION]… WORD…`.
  func synopsis(_ name: String) -> String {
    var parts = [name]
    if subcommands?.isEmpty == false { parts.append("COMMAND") }
    if !optionRows.isEmpty { parts.append("[OPTION]…") }
    for argument in arguments ?? [] where argument.kind == .positional && argument.shouldDisplay {
      let value = argument.placeholder + (argument.isRepeating ? "…" : "")
      parts.append(argument.isOptional ? "[\(value)]" : value)
    }
    return parts.joined(separator: " ")
  }

  /// A row for each command below this one; the parser's own `help` has none.
  var commandRows: [ManualPage.Row] {
    (subcommands ?? []).filter { $0.commandName != "help" }
      .map { ManualPage.Row(term: $0.commandName, text: $0.abstract ?? "") }
  }

  /// A row for each argument and option that says something of itself.
  var optionRows: [ManualPage.Row] {
    (arguments ?? []).filter { $0.shouldDisplay && $0.abstract?.isEmpty == false }
      .map { ManualPage.Row(term: $0.term, text: $0.text) }
  }
}

extension CommandDescription.Argument {
  fileprivate var placeholder: String { (valueName ?? "value").uppercased() }

  /// As it is typed: `--limit N`.
  fileprivate var term: String {
    if kind == .positional { return placeholder + (isRepeating ? "…" : "") }
    let spellings = (names ?? []).map(\.spelling).joined(separator: ", ")
    return kind == .option ? "\(spellings) \(placeholder)" : spellings
  }

  /// What it does, which values it takes, and in parentheses at the end where else its value comes from.
  fileprivate var text: String {
    var (text, aside) = Self.split(abstract ?? "")
    guard kind == .option else { return text + aside }
    if let values = allValues, !values.isEmpty { text += " One of: \(values.joined(separator: ", "))." }
    if aside.isEmpty, let defaultValue { aside = " (default: \(defaultValue))" }
    return text + aside
  }

  /// A text and the parentheses that it ends with.
  private static func split(_ text: String) -> (text: String, aside: String) {
    guard text.hasSuffix(")"), let start = text.lastIndex(of: "(") else { return (text, "") }
    return (String(text[..<start].dropLast()), " " + text[start...])
  }
}
