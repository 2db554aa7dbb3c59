/// Names what a list of documents becomes under one pipeline: the hash of both.
///
///     name   = SHA-256( pipeline · 0x00 · SHA-256 of corpus.yaml (32 bytes) · { source } )
///     source = path · 0x00 · SHA-256 of the source's bytes (32 bytes)
///
/// A path holds no zero byte, so two lists never give the same message. A corpus without `corpus.yaml` is one with an empty
/// one.
struct ContentName {
  private var hash = SHA256()

  init(pipeline: String, configuration: [UInt8]) {
    hash.update(Array(pipeline.utf8) + [0] + SHA256.hash(configuration))
  }

  /// Adds a document by its path and the hash of its source's bytes.
  mutating func add(path: String, digest: [UInt8]) {
    precondition(digest.count == 32)
    hash.update(Array(path.utf8) + [0] + digest)
  }

  /// 64 hex digits.
  var hex: String {
    let digits = Array("0123456789abcdef")
    return String(hash.finish().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
