internal import Text

/// The source files of a corpus folder, and the way from one of them to a ``Document``.
///
/// A reader is a value without state: `read` and `documents(in:of:)` may be called from any number of threads.
package struct CorpusReader: Sendable {
  /// Version of the readers and of repair, and of the Unicode data they go by: changes whenever any source would give
  /// another document.
  package static let fingerprint = "corpus-6 unicode-\(ScalarProperties.unicodeVersion)"
  /// The folder's real path.
  package let root: String
  /// Every source file, in the order of the bytes of its path.
  package let sources: [SourceFile]
  /// What `corpus.yaml` says.
  package let configuration: CorpusConfiguration
  /// Everybody who is known to say things: those that every corpus knows, and those of `speakers.yaml`.
  package let speakers: SpeakerTable
  /// The bytes of `speakers.yaml`, which are part of what the index is made of; empty without the file.
  package let speakersBytes: [UInt8]
  /// What was passed over or renamed while the folder was listed, in the order of paths.
  package let warnings: [Warning]

  /// Lists the folder. Hidden files, `README.md` and files of other types are passed over, and tables of which the
  /// configuration does not tell the columns.
  ///
  /// What is named as a source and cannot become a document is an error: an index that lacks it would lie.
  ///
  /// - Parameter configurationPath: The file that stands for the folder's `corpus.yaml`; it must be there.
  /// - Throws: ``CorpusError/missingFolder(path:)``, ``CorpusError/notAFolder(path:)``, ``CorpusError/noSources(path:)``,
  ///   ``CorpusError/unreadable(path:reason:)`` for a folder that cannot be listed or a link that leads nowhere,
  ///   ``CorpusError/unreadableName(path:)``, ``CorpusError/tooLarge(path:byteCount:)``, and what is wrong with
  ///   `corpus.yaml` and `speakers.yaml`.
  package init(root: String, configurationPath: String? = nil) throws(CorpusError) {
    let realRoot = try Self.realFolder(root)
    configuration = try Self.configuration(at: configurationPath, root: realRoot)
    speakersBytes = try Self.optionalFile(SpeakersFile.name, in: realRoot) ?? []
    speakers = try Self.speakers(speakersBytes)
    let listing = try FolderListing(root: realRoot, configuration)
    guard !listing.files.isEmpty else { throw .noSources(path: root) }
    for file in listing.files { try SourceFile.checkSize(file.byteCount, of: file.path) }

    var warnings = listing.warnings
    let ids = SourceIDs.assign(to: listing.files.map(\.path))
    self.root = realRoot
    self.sources = zip(listing.files, ids).map { file, id in
      if id.utf8.elementsEqual(file.path.utf8), SourceFile.Format(path: file.path)?.isTable == false {
        let message = "another file has this name but for its extension; the id keeps the extension"
        warnings.append(Warning(path: file.path, line: nil, message: message))
      }
      return SourceFile(path: file.path, id: id, byteCount: file.byteCount)
    }
    self.warnings = warnings
  }

  /// The real path of a corpus's folder.
  ///
  /// - Throws: ``CorpusError``, if none stands at `path` or it cannot be reached.
  package static func realFolder(_ path: String) throws(CorpusError) -> String {
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

  static func configuration(at path: String?, root: String) throws(CorpusError) -> CorpusConfiguration {
    guard let path else {
      return try optionalFile(configurationName, in: root).map { bytes throws(CorpusError) in
        try CorpusConfiguration(bytes, path: configurationName)
      } ?? CorpusConfiguration()
    }
    let bytes: [UInt8]
    do {
      bytes = try smallFile(path, named: path)
    } catch .unreadable(_, let reason) {
      throw .unreadableConfiguration(path: path, reason: reason)
    }
    return try CorpusConfiguration(bytes, path: path)
  }

  private static let configurationName = "corpus.yaml"

  private static func speakers(_ bytes: [UInt8]) throws(CorpusError) -> SpeakerTable {
    guard !bytes.isEmpty else { return .standard }
    return try SpeakersFile.extend(.standard, with: bytes, path: SpeakersFile.name)
  }

  /// The bytes of a file of the corpus folder that need not be there; nil if it is not. A link that leads nowhere is there.
  static func optionalFile(_ name: String, in root: String) throws(CorpusError) -> [UInt8]? {
    guard (try? FileSystem.entry(at: root + "/" + name)) != nil else { return nil }
    return try smallFile(root + "/" + name, named: name)
  }

  /// The bytes of a file that people write by hand, at most a megabyte; errors call it `name`.
  package static func smallFile(_ path: String, named name: String) throws(CorpusError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.bytes(of: path, limit: smallFileLimit)
    } catch {
      throw .unreadable(path: name, reason: error.reason)
    }
    guard bytes.count <= smallFileLimit else {
      throw .tooLarge(path: name, byteCount: bytes.count, limit: smallFileLimit)
    }
    return bytes
  }

  private static let smallFileLimit = 1 << 20

  /// The documents in those bytes: one of a text, one a row of a table.
  package func documents(in bytes: [UInt8], of source: SourceFile) throws -> [Document] {
    var documents: [Document] = []
    try forEachDocument(in: bytes, of: source) { documents.append($0) }
    return documents
  }

  /// Gives the documents in those bytes to `body`: one of a text, one a row of a table.
  ///
  /// - Throws: ``CorpusError`` for what the bytes hold, and what `body` throws.
  /// - Complexity: Linear in the number of bytes.
  package func forEachDocument(
    in bytes: [UInt8], of source: SourceFile, _ body: (Document) throws -> Void
  ) throws {
    try DocumentReader(bytes: bytes, source: source, configuration: configuration).forEachDocument(body)
  }

  /// The document in those bytes, and what became of each of them: the receipts of its paragraphs are in the account.
  ///
  /// Not for a table.
  ///
  /// - Throws: ``CorpusError``, for what the bytes hold.
  /// - Complexity: Linear in the number of bytes.
  package func account(
    from bytes: [UInt8], of source: SourceFile
  ) throws(CorpusError) -> (document: Document, account: SourceAccount) {
    try DocumentReader(bytes: bytes, source: source, configuration: configuration).documentAndAccount()
  }
}
