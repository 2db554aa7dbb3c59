/// A first look through an HTML file: what it says of itself, and which part of it is the document.
struct HTMLOutline: Equatable, Sendable {
  /// The element whose text alone is taken: `main`, or the only `article`; nil if all is.
  private(set) var chosen: HTMLContainer?
  /// The form, counted from 0, that holds more than half of the text: the page itself, as some servers write it.
  private(set) var pageForm: Int?
  private(set) var title: String?
  private(set) var language: String?
  /// The first content of each `meta` of ``wanted``.
  private(set) var meta: [String: String] = [:]

  static let titleKeys = ["og:title"]
  static let publisherKeys = ["og:site_name", "dc.publisher", "dcterms.publisher"]
  static let dateKeys = [
    "date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued", "article:published_time",
    "citation_publication_date", "citation_date", "pubdate",
  ]
  private static let wanted = Set(titleKeys + publisherKeys + dateKeys)

  /// - Complexity: Linear in the number of bytes.
  init(_ bytes: [UInt8]) {
    var tokenizer = HTMLTokenizer(bytes)
    var counts = Counts()
    var awaitsTitle = false
    while let token = tokenizer.next() {
      switch token {
      case .startTag(let tag):
        counts.open(tag)
        awaitsTitle = tag.name == "title" && title == nil
        read(tag, bytes)
      case .endTag(let name):
        counts.close(name)
        awaitsTitle = false
      case .text(let range):
        if awaitsTitle { title = Self.line(CharacterReferences.text(range, of: bytes.span)) }
        awaitsTitle = false
        counts.add(range, of: bytes.span)
      case .rawText: break
      }
    }
    chosen = counts.mains > 0 ? .main : counts.articles == 1 ? .article : nil
    pageForm = counts.pageForm
  }

  private mutating func read(_ tag: HTMLTag, _ bytes: [UInt8]) {
    let value = { (attribute: HTMLAttribute) in
      tag.attributes[attribute].flatMap {
        Self.line(CharacterReferences.text($0, of: bytes.span, isAttribute: true))
      }
    }
    switch tag.name {
    case "html": language = language ?? value(.lang) ?? value(.xmlLang)
    case "meta":
      guard let content = value(.content) else { return }
      for key in [value(.name), value(.property)] {
        guard let key = key?.lowercased(), Self.wanted.contains(key), meta[key] == nil else { continue }
        meta[key] = content
      }
    default: break
    }
  }

  /// The most bytes of an attribute or a title that are looked at.
  private static func line(_ bytes: [UInt8]) -> String? {
    DocumentFacts.line(String(decoding: bytes, as: UTF8.self))
  }
}

/// What stands in a file how often, and how much of its text in which form.
private struct Counts {
  var mains = 0
  var articles = 0
  private var text = 0
  private var forms = 0
  private var openForm: Int?
  private var textOfForm = 0
  private var largest: (form: Int, text: Int) = (0, 0)
  private var isInSelect = false

  mutating func open(_ tag: HTMLTag) {
    switch tag.name {
    case "main": mains += 1
    case "article": articles += 1
    case "select": isInSelect = true
    case "form":
      if openForm == nil {
        openForm = forms
        textOfForm = 0
      }
      forms += 1
    default: break
    }
  }

  mutating func close(_ name: String) {
    if name == "select" { isInSelect = false }
    if name == "form" { closeForm() }
  }

  private mutating func closeForm() {
    if let form = openForm, textOfForm > largest.text { largest = (form, textOfForm) }
    openForm = nil
  }

  mutating func add(_ range: Range<Int>, of bytes: Span<UInt8>) {
    guard !isInSelect else { return }
    var count = 0
    for offset in range where !HTMLBytes.isSpace(bytes[offset]) { count += 1 }
    text += count
    if openForm != nil { textOfForm += count }
  }

  var pageForm: Int? {
    var counts = self
    counts.closeForm()
    return counts.largest.text * 2 > text ? counts.largest.form : nil
  }
}
