/// The way back from a paragraph of an index to its source, without listing the corpus.
///
/// A source is named by the path under which it was indexed. Whether it is still the file it was then, its bytes must tell: they
/// are read first, and handed back to be read as a document.
package struct SourceRereader: Sendable {
  /// The folder's real path.
  private let root: String
  private let configuration: CorpusConfiguration

  /// - Parameter configurationPath: The file that stands for the folder's `corpus.yaml`; it must be there.
  /// - Throws: ``CorpusError`` if folder or configuration cannot be read.
  package init(root: String, configurationPath: String? = nil) throws(CorpusError) {
    self.root = try CorpusReader.realFolder(root)
    configuration = try CorpusReader.configuration(at: configurationPath, root: self.root)
  }

  /// The bytes of the source at `path`; nil if there is none any more.
  ///
  /// - Parameter byteCountLimit: Of a longer file these are its first bytes, one more than the limit.
  /// - Throws: ``CorpusError/unreadable(path:reason:)``.
  package func bytes(ofSourceAt path: String, byteCountLimit: Int) throws(CorpusError) -> [UInt8]? {
    do {
      return try FileSystem.bytes(of: root + "/" + path, limit: byteCountLimit)
    } catch {
      if error.isMissing { return nil }
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// The document in those bytes of the source at `path`, and what became of each of them; as ``CorpusReader/account(from:of:)``.
  ///
  /// Not for a table.
  package func account(
    from bytes: [UInt8], ofSourceAt path: String
  ) throws(CorpusError) -> (document: Document, account: SourceAccount) {
    let source = SourceFile(path: path, id: path, byteCount: bytes.count)
    return try DocumentReader(bytes: bytes, source: source, configuration: configuration).documentAndAccount()
  }
}
