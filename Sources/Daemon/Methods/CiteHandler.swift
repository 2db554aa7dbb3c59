import Query
import Search
import Wire

/// `cite`: citations of units by name.
@Sendable func cite(_ parameters: CiteParameters, _ context: QueryContext) throws(WireError) -> CiteReply {
  try context.limits.check(idCount: parameters.ids.count)
  let style = parameters.style ?? .footnote
  let cited = parameters.ids.map(CitedID.init)
  let ids = zip(parameters.ids, cited).map { asked, cited in
    cited.map { UnitID.paragraph($0.paragraph) } ?? UnitID(asked)
  }
  var options = SearchOptions()
  options.deadline = context.deadline
  let citations = try context.index.citations(ids, options)
  var items: [CiteItem] = []
  for (number, id) in ids.enumerated() {
    var item = CiteItem(asked: parameters.ids[number])
    if let citation = citations[number] {
      item.citation = citation
      item.set(style, of: citation)
      item.changed = cited[number]?.digits.map { !citation.id.hasSuffix("@" + $0) } ?? false
    } else {
      item.problem = problem(with: id)
    }
    items.append(item)
  }
  return CiteReply(generation: context.index.generation, style: style, items: items)
}

private func problem(with id: UnitID) -> String {
  switch id {
  case .paragraph, .statement: "there is no \(id.level.rawValue) \(id) in this index"
  case .document:
    "there is no document \"\(id)\" in this index; expected DOCUMENT, or a paragraph or a statement of it, such as talk#p12 "
      + "or talk#s3"
  }
}

extension CiteItem {
  fileprivate mutating func set(_ style: CitationStyle, of citation: CitationMessage) {
    switch style {
    case .footnote: text = citation.footnote
    case .markdown: text = citation.markdown
    case .bibtex: text = citation.bibTeX
    case .csl: csl = CSLItem(citation)
    }
  }
}
