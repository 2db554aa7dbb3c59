/// A file of the corpus that becomes a document.
package struct SourceFile: Sendable, Hashable {
  /// Relative to the corpus root, `/` between components.
  package var path: String
  /// The document's id: the path without its extension, or the whole path where two files would share an id.
  package var id: String
  /// The file's size when the folder was listed.
  package var byteCount: Int

  package init(path: String, id: String, byteCount: Int) {
    self.path = path
    self.id = id
    self.byteCount = byteCount
  }
}

extension SourceFile {
  /// The most bytes of a source, 256 MiB: one may become a single paragraph, whose tokens have offsets of 32 bits and take many times
  /// its size in memory.
  package static let byteCountLimit = 256 << 20

  static func checkSize(_ byteCount: Int, of path: String) throws(CorpusError) {
    guard byteCount <= byteCountLimit else { throw .tooLarge(path: path, byteCount: byteCount) }
  }

  /// The kinds of file that become documents.
  enum Format: Sendable, CaseIterable {
    case text
    case markdown
    /// Rows of values parted by commas.
    case commas
    /// Rows of values parted by tabs.
    case tabs
    /// An object a line.
    case jsonLines

    /// The format of a file by its name, in any case; nil for a file that is no source.
    init?(path: String) {
      let found = Self.allCases.first { format in
        path.utf8.suffix(format.pathExtension.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
          .elementsEqual(format.pathExtension.utf8)
      }
      guard let found else { return nil }
      self = found
    }

    private var pathExtension: String {
      switch self {
      case .text: ".txt"
      case .markdown: ".md"
      case .commas: ".csv"
      case .tabs: ".tsv"
      case .jsonLines: ".jsonl"
      }
    }

    /// Bytes of the extension with its dot.
    var extensionByteCount: Int { pathExtension.utf8.count }

    /// Whether each row is a document; such a file is a source only where `corpus.yaml` tells its columns.
    var isTable: Bool {
      switch self {
      case .text, .markdown: false
      case .commas, .tabs, .jsonLines: true
      }
    }
  }

  var format: Format { Format(path: path) ?? .text }

  /// Whether the source at `path` is a table, each row of which is a document.
  package static func isTable(path: String) -> Bool { Format(path: path)?.isTable ?? false }
}
