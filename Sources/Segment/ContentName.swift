/// Names what a list of documents becomes under one pipeline: the hash of both.
///
///     name     = SHA-256( pipeline · 0x00 · { document } )
///     document = path · 0x00 · SHA-256 of the source's bytes (32 bytes)
///
/// A path holds no zero byte, so two lists never give the same message. A segment is named by its documents, a generation by those
/// of all segments.
package struct ContentName: Sendable {
  private var hash = SHA256()

  package init(pipeline: String) {
    hash.update(Array(pipeline.utf8) + [0])
  }

  /// Adds a document by its path and the hash of its source's bytes.
  package mutating func add(path: String, digest: [UInt8]) {
    precondition(digest.count == SHA256.byteCount)
    hash.update(Array(path.utf8) + [0] + digest)
  }

  /// 64 hex digits.
  package var hex: String { hash.finish().hex }
}
