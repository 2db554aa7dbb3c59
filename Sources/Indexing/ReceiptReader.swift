package import Corpus
internal import Segment

/// Reads a source again, to tell how paragraphs of the index were made of it.
///
/// The index keeps nothing for receipts but the hash of each source: a file that is another than it was then has none to give, since
/// its lines would be told of words that stand elsewhere.
package struct ReceiptReader: Sendable {
  private let rereader: SourceRereader
  private let byteCountLimit: Int

  /// - Parameter byteCountLimit: The longest source that is read.
  /// - Throws: ``ReceiptError/corpus(_:)`` if the corpus folder or its configuration cannot be read.
  package init(
    corpusRoot: String, configurationPath: String? = nil, byteCountLimit: Int
  ) throws(ReceiptError) {
    self.byteCountLimit = min(byteCountLimit, SourceFile.byteCountLimit)
    rereader = try Self.reading { () throws(CorpusError) in
      try SourceRereader(root: corpusRoot, configurationPath: configurationPath)
    }
  }

  /// Reads the source at `path` again.
  ///
  /// - Parameter digest: The SHA-256 of its bytes when it was indexed.
  /// - Complexity: Linear in the number of bytes.
  package func read(sourceAt path: String, digest: [UInt8]) throws(ReceiptError) -> Source {
    guard !SourceFile.isTable(path: path) else { throw .table(path: path) }
    guard
      let bytes = try Self.reading({ () throws(CorpusError) in
        try rereader.bytes(ofSourceAt: path, byteCountLimit: byteCountLimit)
      })
    else { throw .missing(path: path) }
    guard bytes.count <= byteCountLimit else {
      throw .tooLarge(path: path, byteCountLimit: byteCountLimit)
    }
    guard SHA256.hash(bytes) == digest else { throw .changed(path: path) }
    let (document, account) = try Self.reading { () throws(CorpusError) in
      try rereader.account(from: bytes, ofSourceAt: path)
    }
    return Source(path: path, document: document, account: account)
  }

  private static func reading<Value>(_ body: () throws(CorpusError) -> Value) throws(ReceiptError) -> Value {
    do throws(CorpusError) {
      return try body()
    } catch {
      throw .corpus(error)
    }
  }

  /// A source that was read again, and is what it was.
  package struct Source: Sendable {
    let path: String
    let document: Document
    let account: SourceAccount

    /// The receipt of paragraph `number`, from 1.
    ///
    /// - Parameter text: The paragraph's text in the index.
    /// - Throws: ``ReceiptError/otherwiseRead(path:)`` if another text is made of the source now.
    package func receipt(
      ofParagraph number: Int, text: String
    ) throws(ReceiptError) -> Receipt {
      guard document.paragraphs.indices.contains(number - 1),
        document.paragraphs[number - 1].utf8.elementsEqual(text.utf8)
      else { throw .otherwiseRead(path: path) }
      return account.receipt(ofParagraph: number - 1)
    }
  }
}

/// Why a paragraph has no receipt.
package enum ReceiptError: Error, Equatable {
  /// Its document is a row of a table.
  case table(path: String)
  /// The source is gone.
  case missing(path: String)
  /// The source is not what it was when it was indexed.
  case changed(path: String)
  /// The source is what it was, but this program, or `corpus.yaml`, makes another text of it.
  case otherwiseRead(path: String)
  case tooLarge(path: String, byteCountLimit: Int)
  case corpus(CorpusError)
}
