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
  enum Format: Sendable {
    case text
    case markdown

    /// The format of a file by its name, in any case; nil for a file that is no source.
    init?(path: String) {
      let lowercased = path.utf8.suffix(4).map { $0 | 0x20 }
      if lowercased.starts(with: Array(".txt".utf8).map { $0 | 0x20 }) {
        self = .text
      } else if lowercased.suffix(3).elementsEqual(Array(".md".utf8).map { $0 | 0x20 }) {
        self = .markdown
      } else {
        return nil
      }
    }

    /// Bytes of the extension with its dot.
    var extensionByteCount: Int { self == .text ? 4 : 3 }
  }

  var format: Format { Format(path: path) ?? .text }
}
