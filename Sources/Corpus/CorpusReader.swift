internal import Text

/// The source files of a corpus folder, and the way from one of them to a ``Document``.
///
/// A reader is a value without state: `read` and `document(from:of:)` may be called from any number of threads.
package struct CorpusReader: Sendable {
  /// Version of the readers and of repair, and of the Unicode data they go by: changes whenever any source would give
  /// another document.
  package static let fingerprint = "corpus-4 unicode-\(ScalarProperties.unicodeVersion)"
  /// The folder's real path.
  package let root: String
  /// Every source file, in the order of the bytes of its path.
  package let sources: [SourceFile]
  /// What was passed over or renamed while the folder was listed, in the order of paths.
  package let warnings: [Warning]

  /// Lists the folder. Hidden files, `README.md` and files of other types are passed over.
  ///
  /// What is named as a source and cannot become a document is an error: an index that lacks it would lie.
  ///
  /// - Throws: ``CorpusError/missingFolder(path:)``, ``CorpusError/notAFolder(path:)``, ``CorpusError/noSources(path:)``,
  ///   ``CorpusError/unreadable(path:reason:)`` for a folder that cannot be listed or a link that leads nowhere,
  ///   ``CorpusError/unreadableName(path:)``, ``CorpusError/tooLarge(path:byteCount:)``.
  package init(root: String) throws(CorpusError) {
    let realRoot = try Self.realFolder(root)
    let listing = try FolderListing(root: realRoot)
    guard !listing.files.isEmpty else { throw .noSources(path: root) }
    for file in listing.files { try SourceFile.checkSize(file.byteCount, of: file.path) }

    var warnings = listing.warnings
    let ids = SourceIDs.assign(to: listing.files.map(\.path))
    self.root = realRoot
    self.sources = zip(listing.files, ids).map { file, id in
      if id.utf8.elementsEqual(file.path.utf8) {
        let message = "another file has this name but for its extension; the id keeps the extension"
        warnings.append(Warning(path: file.path, line: nil, message: message))
      }
      return SourceFile(path: file.path, id: id, byteCount: file.byteCount)
    }
    self.warnings = warnings
  }

  private static func realFolder(_ path: String) throws(CorpusError) -> String {
    do {
      let real = try FileSystem.realPath(path)
      if case .folder = try FileSystem.target(at: real) { return real }
    } catch {
      throw error.isMissing ? .missingFolder(path: path) : .unreadable(path: path, reason: error.reason)
    }
    throw .notAFolder(path: path)
  }

  /// The bytes of one source file, as they stand.
  ///
  /// - Throws: ``CorpusError/unreadable(path:reason:)`` or ``CorpusError/tooLarge(path:byteCount:)``.
  package func read(_ source: SourceFile) throws(CorpusError) -> [UInt8] {
    try SourceFile.checkSize(source.byteCount, of: source.path)
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.bytes(of: root + "/" + source.path, limit: SourceFile.byteCountLimit)
    } catch {
      throw .unreadable(path: source.path, reason: error.reason)
    }
    // It may have grown since it was listed.
    try SourceFile.checkSize(bytes.count, of: source.path)
    return bytes
  }

  /// The document in those bytes.
  ///
  /// - Throws: ``CorpusError/invalidUTF8(path:offset:line:)``, ``CorpusError/frontMatter(path:line:reason:)`` or
  ///   ``CorpusError/tooLarge(path:byteCount:)``.
  /// - Complexity: Linear in the number of bytes.
  package func document(from bytes: [UInt8], of source: SourceFile) throws(CorpusError) -> Document {
    try DocumentReader(bytes: bytes, source: source).document()
  }

  /// The document in those bytes, and what became of each of them: the receipts of its paragraphs are in the account.
  ///
  /// - Throws: As ``document(from:of:)``.
  /// - Complexity: Linear in the number of bytes.
  package func account(
    from bytes: [UInt8], of source: SourceFile
  ) throws(CorpusError) -> (document: Document, account: SourceAccount) {
    try DocumentReader(bytes: bytes, source: source).documentAndAccount()
  }
}
