/// How the rows of a table become documents: which column is what.
struct TableLayout: Sendable, Hashable {
  /// A column by its name in the header (or its key, in JSON lines), or by its number from 1.
  enum Column: Sendable, Hashable, CustomStringConvertible {
    case name(String)
    case number(Int)

    var description: String {
      switch self {
      case .name(let name): "`\(name.excerpt)`"
      case .number(let number): "\(number)"
      }
    }
  }

  /// What is said, and what is paragraphs of the document.
  var text: Column
  /// What the document is called after the table's name; nil for the row's number.
  var id: Column?
  var metadata: [MetadataField: Column] = [:]
  /// Whether the first row names the columns.
  var hasHeader: Bool

  /// All columns that are read.
  var columns: [Column] { [text] + [id].compactMap(\.self) + metadata.values }

  /// Reads the value of `columns`.
  init(_ node: YAMLNode, hasHeader: Bool) throws(CorpusError) {
    var text: Column?
    self.hasHeader = hasHeader
    for (key, value) in try node.entries() {
      let column = try Self.column(value, hasHeader: hasHeader)
      if key == "text" {
        text = column
      } else if key == "id" {
        id = column
      } else if let field = MetadataField(rawValue: key) {
        metadata[field] = column
      } else {
        throw value.fail("no such key; `text`, `id` and \(MetadataField.names) are expected")
      }
    }
    guard let text else { throw node.fail("`text` is missing: which column holds what is said?") }
    self.text = text
  }

  private static func column(_ node: YAMLNode, hasHeader: Bool) throws(CorpusError) -> Column {
    let text = try node.requiredText()
    if !hasHeader {
      guard let number = Int(text), number >= 1 else {
        throw node.fail("`\(text)` is no column; without a header its number from 1 is expected")
      }
      return .number(number)
    }
    return .name(text)
  }
}
