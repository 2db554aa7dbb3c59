/// What stands to be read in an HTML file, as blocks.
///
/// Knows elements by their tags alone and builds no tree: the open containers are a stack of bytes, an element that is left out is a name
/// and a count. So no nesting is too deep, and what is never closed ends with its container or the file.
///
/// - Complexity: Linear in the number of bytes.
struct HTMLRenderer {
  private(set) var blocks: [Block] = []
  /// What was left out, by the names of elements (`hidden` for whatever has that attribute), outermost ones only.
  private(set) var leftOut: [String: Int] = [:]
  /// The first `<time datetime>` of the text.
  private(set) var time: String?

  private let bytes: [UInt8]
  private let chosen: HTMLContainer?
  private let pageForm: Int?
  private var stack = ContainerStack()
  private var skip: HTMLSkip?
  private var forms = 0

  private var text = BlockText()
  private var heading: Int?
  /// What the item of a list that was opened is to begin with; nil once it has.
  private var item: Item?
  /// Whether what comes next is a paragraph of its own.
  private var breaks = false
  /// Line ends since the last visible character, where they count.
  private var lineEnds = 0
  /// Whether the row of a table is still one paragraph.
  private var isOneRow = false

  private enum Item {
    case bullet
    case number(String)
  }

  /// The most bytes of a table's row that the next cell joins; more is a page set in a table.
  private static let mostRowBytes = 400

  /// Reads a whole file.
  /// - Parameter chosen: The element whose text alone is taken; nil for all.
  init(_ bytes: [UInt8], taking chosen: HTMLContainer?, pageForm: Int?) {
    self.bytes = bytes
    self.chosen = chosen
    self.pageForm = pageForm
    var tokenizer = HTMLTokenizer(bytes)
    while let token = tokenizer.next() {
      switch token {
      case .startTag(let tag): open(tag)
      case .endTag(let name): close(name)
      case .text(let range): add(CharacterReferences.text(range, of: bytes.span))
      case .rawText(let range): add(Array(bytes[range]))
      }
    }
    flush()
  }

  /// How many containers were opened and closed.
  var stepCount: Int { stack.stepCount }

  // MARK: Tags

  private mutating func open(_ tag: HTMLTag) {
    if let open = skip {
      guard open.height == stack.height, open.depth == 0, HTMLName.isEnded(open.name, by: tag.name) else {
        return openWithin(open, tag)
      }
      skip = nil
    }
    if tag.name == "form" { forms += 1 }
    if let reason = reasonToLeaveOut(tag) {
      breakIfBlock(tag.name)
      guard !HTMLName.void.contains(tag.name) else { return }
      if reason != "title" { leftOut[reason, default: 0] += 1 }
      if !tag.isSelfClosing { skip = HTMLSkip(name: tag.name, height: stack.height) }
      return
    }
    begin(tag)
  }

  private mutating func openWithin(_ open: HTMLSkip, _ tag: HTMLTag) {
    if tag.name == "form" { forms += 1 }
    guard !HTMLName.void.contains(tag.name), !tag.isSelfClosing else { return }
    if tag.name == open.name {
      skip?.depth += 1
    } else if let container = HTMLContainer.named[tag.name] {
      stack.push(container, nil)
    }
  }

  private func reasonToLeaveOut(_ tag: HTMLTag) -> String? {
    if tag.attributes[.hidden] != nil { return "hidden" }
    switch tag.name {
    case "form": return forms - 1 == pageForm ? nil : tag.name
    // The heads and feet of pages, not those of what is chosen.
    case "header", "footer": return stack.count(of: .main) + stack.count(of: .article) > 0 ? nil : tag.name
    default: return HTMLName.leftOut.contains(tag.name) ? tag.name : nil
    }
  }

  private mutating func begin(_ tag: HTMLTag) {
    if let level = HTMLName.headingLevel(of: tag.name) {
      flush()
      heading = level
      return
    }
    breakIfBlock(tag.name)
    switch tag.name {
    case "br": endLine()
    case "li": openItem(tag)
    case "td", "th": openCell()
    case "tr":
      flush()
      isOneRow = true
    case "time": noteTime(tag)
    default: break
    }
    guard let container = HTMLContainer.named[tag.name] else { return }
    stack.push(container, container == .ol ? numberedList(tag) : nil)
  }

  private mutating func close(_ name: String) {
    if let open = skip, open.name == name {
      if open.depth > 0 {
        skip?.depth -= 1
      } else {
        skip = nil
        stack.close(downTo: open.height)
        breakIfBlock(name)
      }
      return
    }
    if let container = HTMLContainer.named[name] {
      stack.close(container)
      if let open = skip, stack.height < open.height { skip = nil }
    }
    guard skip == nil else { return }
    if HTMLName.headingLevel(of: name) != nil {
      flush()
    } else {
      breakIfBlock(name)
      if ["li", "ul", "ol"].contains(name) { closeItem() }
      if name == "tr" || name == "table" { isOneRow = false }
    }
  }

  private mutating func breakIfBlock(_ name: String) {
    guard HTMLName.block.contains(name) else { return }
    // The paragraph that opens a cell is the cell's text.
    if text.isAtCellStart, name == "p" || name == "div" { return }
    breaks = true
    lineEnds = 0
  }

  // MARK: Lists and tables

  private mutating func openItem(_ tag: HTMLTag) {
    flush()
    guard var list = stack.list, list.isNumbered else {
      item = .bullet
      return
    }
    let number = number(tag, .value) ?? list.next
    item = .number(ListNumber.text(number, style: list.style))
    list.next = number + 1
    stack.list = list
  }

  /// What was gathered is the item's; what comes is not.
  private mutating func closeItem() {
    flush()
    item = nil
  }

  private func numberedList(_ tag: HTMLTag) -> ContainerStack.ListState {
    let style = tag.attributes[.type].flatMap { $0.count == 1 ? bytes[$0.lowerBound] : nil }
    return ContainerStack.ListState(isNumbered: true, next: number(tag, .start) ?? 1, style: style ?? 0)
  }

  /// The most bytes of a number.
  private static let mostDigits = 9

  private func number(_ tag: HTMLTag, _ attribute: HTMLAttribute) -> Int? {
    guard let range = tag.attributes[attribute], range.count <= Self.mostDigits else { return nil }
    return Int(String(decoding: bytes[range], as: UTF8.self))
  }

  /// A cell joins its row's paragraph, unless the cells before it hold paragraphs of their own.
  private mutating func openCell() {
    guard isOneRow, heading == nil, text.bytes.count <= Self.mostRowBytes else {
      breaks = true
      return
    }
    breaks = false
    text.endCell()
  }

  private mutating func noteTime(_ tag: HTMLTag) {
    guard time == nil, isTaken, let range = tag.attributes[.datetime] else { return }
    time = DocumentFacts.line(
      String(decoding: CharacterReferences.text(range, of: bytes.span, isAttribute: true), as: UTF8.self))
  }

  // MARK: Text

  private var isTaken: Bool { chosen.map { stack.count(of: $0) > 0 } ?? true }

  /// One line's end is a space, two are a paragraph's.
  private mutating func endLine() {
    lineEnds += 1
    if lineEnds >= 2 { breaks = true }
    text.space()
  }

  private mutating func add(_ words: [UInt8]) {
    guard skip == nil, isTaken else { return }
    guard stack.count(of: .pre) + stack.count(of: .listing) > 0 else { return addRun(words) }
    var isFirst = true
    for line in words.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst { endLine() }
      isFirst = false
      addRun(Array(line))
    }
  }

  private mutating func addRun(_ words: [UInt8]) {
    guard BlockText.isVisible(words) else { return words.isEmpty ? () : text.space() }
    if breaks { endParagraph() }
    lineEnds = 0
    text.append(words)
  }

  /// Ends a paragraph within a heading, an item or a cell.
  private mutating func endParagraph() {
    let level = heading
    flush()
    heading = level
  }

  /// Writes the block that was gathered.
  private mutating func flush() {
    let gathered = text
    let level = heading
    text = BlockText()
    heading = nil
    breaks = false
    lineEnds = 0
    guard !gathered.isEmpty else { return }
    isOneRow = false
    if let level {
      append(.heading(level: level), gathered)
      return
    }
    switch item {
    case .bullet: append(.bullet, gathered)
    case .number(let number):
      var numbered = BlockText()
      numbered.append(Array((number + " ").utf8) + gathered.bytes)
      append(.item, numbered)
    case nil: append(.prose, gathered)
    }
    item = nil
  }

  private mutating func append(_ kind: Block.Kind, _ gathered: BlockText) {
    if let block = Block(kind, gathered) { blocks.append(block) }
  }
}
