internal import Text

/// An HTML file as blocks, with what it says of itself.
struct HTMLImport: Sendable {
  let blocks: [Block]
  let facts: DocumentFacts
  let leftOut: [String: Int]

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    let outline = HTMLOutline(bytes)
    var renderer = HTMLRenderer(bytes, taking: outline.chosen, pageForm: outline.pageForm)
    // Some pages are built by their scripts around a `main` that holds nothing yet.
    if renderer.blocks.isEmpty, outline.chosen != nil {
      renderer = HTMLRenderer(bytes, taking: nil, pageForm: outline.pageForm)
    }
    var facts = DocumentFacts()
    let meta = { (keys: [String]) in keys.lazy.compactMap { outline.meta[$0] }.first }
    facts.title = meta(HTMLOutline.titleKeys) ?? outline.title ?? Self.firstHeading(renderer.blocks)
    facts.publisher = meta(HTMLOutline.publisherKeys)
    facts.language = outline.language
    facts.date =
      HTMLOutline.dateKeys.lazy.compactMap { outline.meta[$0].flatMap(WrittenDate.read) }.first
      ?? renderer.time.flatMap(WrittenDate.read)
    self.facts = facts
    blocks = renderer.blocks
    leftOut = renderer.leftOut
  }

  private static func firstHeading(_ blocks: [Block]) -> String? {
    blocks.first { $0.kind == .heading(level: 1) }.map { String(decoding: $0.text, as: UTF8.self) }
  }
}
