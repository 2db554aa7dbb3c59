import Search
import Wire

/// `get`: paragraphs by name.
@Sendable func get(_ parameters: GetParameters, _ context: QueryContext) throws(WireError) -> GetReply {
  guard parameters.ids.count <= context.limits.hitsPerPage else {
    throw WireError(
      .tooLarge, "\(parameters.ids.count) ids are asked for; at most \(context.limits.hitsPerPage) at once",
      hint: "ask in several requests")
  }
  let names = parameters.ids.map(CitedID.init)
  var options = SearchOptions()
  options.deadline = context.deadline
  let paragraphs = try context.index.paragraphs(names.compactMap { $0?.paragraph }, options)
  var receipts =
    parameters.receipt == true
    ? try context.index.receipts(of: paragraphs.compactMap(\.self), options, context.limits)[...] : []
  var found = paragraphs[...]
  var items: [GetItem] = []
  for (asked, name) in zip(parameters.ids, names) {
    guard let name else {
      items.append(
        GetItem(
          asked: asked,
          problem: "\"\(asked)\" names no paragraph; expected DOCUMENT#p and a number, such as talk#p12"))
      continue
    }
    guard let paragraph = found.popFirst() ?? nil else {
      items.append(GetItem(asked: asked, problem: "there is no paragraph \(name.paragraph) in this index"))
      continue
    }
    var item = GetItem(
      asked: asked, hit: paragraph.hit, citation: "\(name.paragraph)@\(paragraph.digits)",
      changed: name.digits.map { $0 != paragraph.digits } ?? false)
    switch receipts.popFirst() {
    case .receipt(let receipt): item.receipt = receipt
    case .refused(let warning): item.warnings.append(warning)
    case nil: break
    }
    items.append(item)
  }
  return GetReply(generation: context.index.generation, items: items)
}

/// `DOCUMENT#p12`, with or without `@` and six hex digits of its text's hash.
private struct CitedID {
  var paragraph: ParagraphID
  var digits: String?

  init?(_ text: String) {
    if let paragraph = ParagraphID(text) {
      self.paragraph = paragraph
      return
    }
    guard let mark = text.lastIndex(of: "@"), let paragraph = ParagraphID(text[..<mark]) else { return nil }
    let digits = text[mark...].dropFirst().lowercased()
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    self.paragraph = paragraph
    self.digits = digits
  }
}
