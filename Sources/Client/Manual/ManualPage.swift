/// A page of the manual: sections, in the order that manual pages have.
///
/// What a command says of itself is read so: a line in capitals begins a section; a line indented by two spaces is a row of
/// a list, its term ended by two spaces or by the line's end; other lines make paragraphs, which an empty line ends. What
/// stands before the first section is the description.
package struct ManualPage: Equatable, Sendable {
  package enum Block: Equatable, Sendable {
    case paragraph(String)
    case list([Row])
    /// Each term above its text.
    case options([Row])
  }

  package struct Row: Equatable, Sendable {
    var term: String
    var text: String
  }

  package struct Section: Equatable, Sendable {
    var title: String
    var blocks: [Block]
  }

  package private(set) var sections: [Section]

  /// The page of `command`.
  /// - Parameter path: The program's name and those of the commands that lead to it, its own included.
  package init(_ command: CommandDescription, path: [String]) {
    let name = path.joined(separator: " ")
    let written = Self.sections(of: command.discussion ?? "", firstTitle: "DESCRIPTION")
    let summary = (command.abstract ?? "").lowercasingFirst.droppingPeriod
    var sections = [Section(title: "NAME", blocks: [.paragraph("\(name) – \(summary)")])]
    if !written.contains(where: { $0.title == "SYNOPSIS" }) {
      sections.append(
        Section(title: "SYNOPSIS", blocks: [.list([Row(term: command.synopsis(name), text: "")])]))
    }
    let leading = ["SYNOPSIS", "DESCRIPTION"]
    sections += written.filter { leading.contains($0.title) }
    if !command.commandRows.isEmpty {
      sections.append(Section(title: "COMMANDS", blocks: [.list(command.commandRows)]))
    }
    if !command.optionRows.isEmpty {
      sections.append(Section(title: "OPTIONS", blocks: [.options(command.optionRows)]))
    }
    sections += written.filter { !leading.contains($0.title) }
    self.sections = sections
  }

  /// A page that is about no command.
  package init(topic: String, summary: String, text: String) {
    self.sections =
      [Section(title: "NAME", blocks: [.paragraph("\(topic) – \(summary)")])]
      + Self.sections(of: text, firstTitle: "DESCRIPTION")
  }

  private static func sections(of text: String, firstTitle: String) -> [Section] {
    var sections = [Section(title: firstTitle, blocks: [])]
    var isParagraphOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let last = sections.count - 1
      if line.isEmpty {
        isParagraphOpen = false
      } else if line.isTitle {
        sections.append(Section(title: line, blocks: []))
        isParagraphOpen = false
      } else if line.hasPrefix("  ") {
        sections[last].add(Row(line))
        isParagraphOpen = false
      } else {
        sections[last].add(line, continues: isParagraphOpen)
        isParagraphOpen = true
      }
    }
    return sections.filter { !$0.blocks.isEmpty }
  }
}

extension ManualPage.Section {
  fileprivate mutating func add(_ row: ManualPage.Row) {
    if case .list(let rows) = blocks.last {
      blocks[blocks.count - 1] = .list(rows + [row])
    } else {
      blocks.append(.list([row]))
    }
  }

  fileprivate mutating func add(_ line: String, continues: Bool) {
    if continues, case .paragraph(let text) = blocks.last {
      blocks[blocks.count - 1] = .paragraph(text + " " + line)
    } else {
      blocks.append(.paragraph(line))
    }
  }
}

extension ManualPage.Row {
  /// Reads `  term  text`.
  fileprivate init(_ line: String) {
    let content = line.drop { $0 == " " }
    var term = content
    var text = content.suffix(0)
    var position = content.startIndex
    while position < content.endIndex {
      if content[position...].hasPrefix("  ") {
        term = content[..<position]
        text = content[position...].drop { $0 == " " }
        break
      }
      position = content.index(after: position)
    }
    self.init(term: String(term), text: String(text))
  }
}

extension String {
  fileprivate var isTitle: Bool {
    first?.isLetter == true && allSatisfy { ($0.isLetter && $0.isUppercase) || $0 == " " }
  }

  fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }

  fileprivate var droppingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
