package import Wire

extension TextLayout {
  /// How a query is answered, in plain words, and the lists that are read for it.
  package func text(of plan: PlanMessage, query: String, level: String) -> String {
    let total = "\(plan.total) \(level)\(plan.total == 1 ? "" : "s")"
    var result = block(StyledText("\(query): \(total)"), indent: 4, lead: "", role: .title)
    let isSplit = plan.steps.count > 1
    for step in plan.steps {
      if isSplit { result += block(StyledText("in \(Self.segments(step.segments)):"), indent: 0) }
      result += row("best", [(Self.words(for: step.best, plan.everyMatch), nil)], column: 5)
      result += row("total", [(Self.words(for: step.count), nil)], column: 5)
    }
    if plan.leaves.isEmpty { return result }
    return result + "\n" + lists(of: plan)
  }

  private static func segments(_ count: Int) -> String { count == 1 ? "1 segment" : "\(count) segments" }

  private static func words(for best: PlanStepMessage.Best, _ reason: PlanMessage.EveryMatch?) -> String {
    switch best {
    case .nothing: "nothing can match: a word or phrase that is needed is nowhere here"
    case .leaders: "read off the head of the one list, which keeps its best paragraphs"
    case .list: "from the one list, passing over what its frequency and length rule out"
    case .maxScore:
      "from several lists, 4,096 paragraphs at a time; lists that cannot bring a paragraph in are only asked for what the others "
        + "have (MaxScore)"
    case .ranges:
      "from what the words can add in each 64 paragraphs, kept in memory since they were asked for before: first where that is most, "
        + "and the rest is left out once it is too little"
    case .rarest:
      "from the paragraphs of the rarest list: first those near which the other words can add most, which is kept in memory since they "
        + "were asked for before"
    case .conjunction:
      "the rarest list leads, the others are asked for its paragraphs; positions are read last, where there is a phrase"
    case .everyMatch: "every match is scored" + (reason.map { ": " + words(for: $0) } ?? "")
    }
  }

  private static func words(for reason: PlanMessage.EveryMatch) -> String {
    switch reason {
    case .level: "only paragraphs have lists; statements and documents add up theirs"
    case .shape:
      "the shortcuts are for words under OR, and for words and phrases under AND, and this is another query"
    case .greatScores: "there are so many words that their scores might be too great for the shortcuts"
    case .order: "by date, all of them must be seen"
    case .techniques: "the shortcuts are switched off"
    }
  }

  private static func words(for count: PlanStepMessage.Count) -> String {
    switch count {
    case .nothing: "0"
    case .listLength: "the length of the list"
    case .bits: "counted by a bit for each paragraph, 65,536 at a time, without scores"
    case .asking: "counted without scores: the rarest list's paragraphs are looked up in the others"
    case .whileFinding: "counted on the way: every match is seen"
    }
  }

  // MARK: - Lists

  private static let listHeadings = ["paragraphs", "blocks", "bytes", "form"]

  /// A row for the lists of each word, their numbers before them, as many as leave room.
  private func lists(of plan: PlanMessage) -> String {
    var rows: [(cells: [String], name: String)] = [(Self.listHeadings, "list")]
    for leaf in plan.leaves {
      if leaf.lists.isEmpty { rows.append((["0", "", "", ""], leaf.text + ": no list, it is nowhere")) }
      for list in leaf.lists {
        let forms = list.forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let form =
          forms.count == 1 ? forms[0].key : forms.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        rows.append(
          (["\(list.paragraphs)", "\(list.blocks)", "\(list.bytes)", form], Self.name(of: list, in: leaf)))
      }
    }
    let widths = Self.listHeadings.indices.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
    var used = 0
    let fitting = widths.prefix { width in
      used += width + 2
      return used + 16 <= self.width
    }.count
    let columnCount = max(1, fitting)
    return rows.enumerated().map { number, row in
      let lead = zip(row.cells, widths).prefix(columnCount).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell + "  "
      }.joined()
      return block(
        StyledText(row.name), indent: lead.count, lead: number == 0 ? paint(lead, .title) : lead,
        role: number == 0 ? .title : nil)
    }.joined()
  }

  private static func name(of list: PlanListMessage, in leaf: PlanLeafMessage) -> String {
    let name =
      switch list.kind {
      case .pair: "the pair “\(list.text)”"
      case .terms: "\(list.lists) terms for \(list.text)"
      case .word: list.text
      }
    let place =
      list.kind != .terms && leaf.lists.count > 1 && list.text != leaf.text ? ", of \(leaf.text)" : ""
    return name + (list.kind == .word && list.lists > 1 ? " (\(list.lists) lists)" : "") + place
  }
}
