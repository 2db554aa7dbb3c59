import Search
import Wire

/// `get`: paragraphs by name.
@Sendable func get(_ parameters: GetParameters, _ context: QueryContext) throws(WireError) -> GetReply {
  try context.limits.check(idCount: parameters.ids.count)
  let around = try Surroundings(parameters, context.limits)
  let names = parameters.ids.map(CitedID.init)
  var options = SearchOptions()
  options.deadline = context.deadline
  let paragraphs = try context.index.paragraphs(names.compactMap { $0?.paragraph }, options)
  var receipts =
    parameters.receipt == true
    ? try context.index.receipts(of: paragraphs.compactMap(\.self), options, context.limits)[...] : []
  var found = paragraphs[...]
  var contexts = try around.contexts(of: paragraphs.compactMap(\.self), in: context.index, options)[...]
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
    item.context = contexts.popFirst() ?? []
    switch receipts.popFirst() {
    case .receipt(let receipt): item.receipt = receipt
    case .refused(let warning): item.warnings.append(warning)
    case nil: break
    }
    items.append(item)
  }
  return GetReply(generation: context.index.generation, items: items)
}
