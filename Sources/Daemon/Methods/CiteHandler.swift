import Query
import Search
import Wire

/// `cite`: citations of units by name.
@Sendable func cite(_ parameters: CiteParameters, _ context: QueryContext) throws(WireError) -> CiteReply {
  try context.limits.check(idCount: parameters.ids.count)
  let style = parameters.style ?? .footnote
  let cited = parameters.ids.map(CitedID.init)
  let ids = cited.map(\.unit)
  var options = SearchOptions()
  options.deadline = context.deadline
  let citations = try context.index.citations(ids, options)
  var items: [CiteItem] = []
  for (number, id) in ids.enumerated() {
    var item = CiteItem(asked: parameters.ids[number])
    if let citation = citations[number] {
      item.citation = citation
      item.set(style, of: citation)
      item.changed = cited[number].digits.map { !citation.id.hasSuffix("@" + $0) } ?? false
    } else {
      item.problem = id.problem
    }
    items.append(item)
  }
  return CiteReply(generation: context.index.generation, style: style, items: items)
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
