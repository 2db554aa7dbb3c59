/// The Porter2 stemmer for English, in place on bytes.
///
/// Written from the description of the English (Porter2) algorithm at
/// https://snowballstem.org/algorithms/english/stemmer.html as of Snowball 3: with the later exceptions for R1
/// (`univers`, `emerg`, `inter` …), the steps for `-ying` and `-ogist`, and `egg`, `add`, `odd` keeping both
/// letters. A test compares it with Snowball's vocabulary of 42,649 words.
package enum Porter2 {
  /// Replaces a folded word with its stem. Words with a byte outside a–z and ' are left as they are, and so are
  /// words of one or two letters.
  ///
  /// - Complexity: O(*n*) for *n* bytes, with no memory allocated.
  package static func stem(_ word: inout [UInt8]) {
    guard word.count > 2 else { return }
    for byte in word where !(byte == UInt8(ascii: "'") || (0x61...0x7A).contains(byte)) { return }
    if let exception = exception(for: word) {
      word.removeAll(keepingCapacity: true)
      append(exception, to: &word)
      return
    }
    var stemmer = Porter2Stemmer(word)
    word = []
    stemmer.run()
    word = stemmer.word
  }

  /// Words with a stem of their own, of at most eight letters.
  private static let exceptions: [(word: Suffix, stem: Suffix)] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"), ("only", "onli"), ("singly", "singl"),
    ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"),
    ("bias", "bias"), ("andes", "andes"),
  ]

  private static func exception(for word: [UInt8]) -> Suffix? {
    guard word.count <= 6 else { return nil }
    let bits = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    for exception in exceptions where exception.word.bits == bits { return exception.stem }
    return nil
  }

  /// Appends the letters of `suffix` to `word`.
  static func append(_ suffix: Suffix, to word: inout [UInt8]) {
    for place in (0..<suffix.count).reversed() {
      word.append(UInt8(truncatingIfNeeded: suffix.bits >> UInt64(place * 8)))
    }
  }
}
