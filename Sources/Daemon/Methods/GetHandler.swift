import Query
import Search
import Wire

/// `get`: the paragraphs of units by name, a page at a time.
@Sendable func get(_ parameters: GetParameters, _ context: QueryContext) throws(WireError) -> GetReply {
  try context.limits.check(idCount: parameters.ids.count)
  let names = parameters.ids.map(CitedID.init)
  let around = try Surroundings(parameters, context.limits)
  let name = ListName(of: parameters, in: context.index.generation)
  let cursor = try parameters.cursor.map { text throws(WireError) in try Cursor(text, in: name) }
  var options = SearchOptions()
  options.deadline = context.deadline
  let list = try NamedList(parameters.ids, names, in: context.index, options)
  try around.check(list.largerUnits)
  let offset = cursor?.offset ?? 0
  let end = min(list.count, offset + context.limits.hitsPerPage)
  let page = list.elements(from: offset, to: end)

  let paragraphs = try context.index.paragraphs(page.compactMap(\.paragraph), options)
  var receipts =
    parameters.receipt == true
    ? try context.index.receipts(of: paragraphs.compactMap(\.self), options, context.limits)[...] : []
  var found = paragraphs[...]
  var contexts = try around.contexts(of: paragraphs.compactMap(\.self), in: context.index, options)[...]
  let items = page.map { element in
    let asked = parameters.ids[element.number]
    guard let id = element.paragraph, let paragraph = found.popFirst() ?? nil else {
      return GetItem(asked: asked, problem: element.problem ?? names[element.number].unit.problem)
    }
    let digits = names[element.number].digits
    var item = GetItem(
      asked: asked, hit: list.hit(of: paragraph, element), citation: "\(id)@\(paragraph.digits)",
      changed: digits.map { $0 != paragraph.digits } ?? false)
    item.context = contexts.popFirst() ?? []
    switch receipts.popFirst() {
    case .receipt(let receipt): item.receipt = receipt
    case .refused(let warning): item.warnings.append(warning)
    case nil: break
    }
    return item
  }
  let next = end < list.count ? Cursor(in: name, offset: end).description : nil
  return GetReply(generation: context.index.generation, cursor: next, items: items)
}

/// The paragraphs of units, one behind the other, without a list of them: a document may have any number.
private struct NamedList {
  struct Element {
    /// Of the name, from 0.
    var number: Int
    /// nil if there is none.
    var paragraph: ParagraphID?
    /// Why there is none, if that is not that the unit is unknown.
    var problem: String?
  }

  private let names: [CitedID]
  /// Of each name where its unit stands; nil for those of paragraphs and of what is not found.
  private let extents: [NamedExtent?]
  /// Where the elements of each name end.
  private let ends: [Int]

  init(
    _ asked: [String], _ names: [CitedID], in index: any SearchableIndex, _ options: SearchOptions
  ) throws(WireError) {
    self.names = names
    let units = names.map(\.unit).filter { $0.level != .paragraph }
    var found = try units.isEmpty ? [] : index.extents(units, options)[...]
    extents = names.map { $0.unit.level == .paragraph ? nil : found.popFirst() ?? nil }
    var end = 0
    ends = extents.map { extent in
      end += max(1, extent?.paragraphs.count ?? 1)
      return end
    }
  }

  var count: Int { ends.last ?? 0 }

  /// The statements and documents that were found.
  var largerUnits: [UnitID] { zip(names, extents).compactMap { $1 == nil ? nil : $0.unit } }

  func elements(from start: Int, to end: Int) -> [Element] {
    var elements: [Element] = []
    var number = ends.firstIndex { $0 > start } ?? ends.count
    var place = start - (number > 0 ? ends[number - 1] : 0)
    while elements.count < end - start, number < ends.count {
      elements.append(element(number, at: place))
      place += 1
      if start + elements.count == ends[number] { (number, place) = (number + 1, 0) }
    }
    return elements
  }

  private func element(_ number: Int, at place: Int) -> Element {
    if case .paragraph(let id) = names[number].unit { return Element(number: number, paragraph: id) }
    guard let extent = extents[number] else { return Element(number: number) }
    guard place < extent.paragraphs.count else {
      return Element(number: number, problem: "the document \(names[number].unit) has no paragraphs")
    }
    let paragraph = extent.paragraphs.lowerBound + place
    return Element(
      number: number, paragraph: ParagraphID(document: names[number].unit.document, number: paragraph))
  }

  /// A paragraph, of a statement with who says it, how that is known, and what of the paragraph they say.
  func hit(of paragraph: NamedParagraph, _ element: Element) -> HitMessage {
    guard let extent = extents[element.number], let statement = extent.statement,
      let own = extent.ownText[paragraph.id.number]
    else { return paragraph.hit }
    var hit = paragraph.hit
    (hit.speakers, hit.mode, hit.evidence) = (statement.speakers, statement.mode, statement.evidence)
    let isWhole = own == [0..<hit.text.unicodeScalars.count]
    hit.statement = isWhole ? nil : own.map { [$0.lowerBound, $0.upperBound] }
    return hit
  }
}
