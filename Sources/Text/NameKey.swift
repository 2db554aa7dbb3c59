/// What names are compared by: their words, folded, with a space between, `the` in front left out.
///
/// `Côte d'Ivoire`, `COTE D’IVOIRE` and `the Côte d'Ivoire` have one key, `cote d ivoire`.
package struct NameKey {
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  package init() {}

  /// The key of a name; nil if it has no word.
  package mutating func key(of name: String) -> [UInt8]? {
    let bytes = Array(name.utf8)
    analyzer.analyze(bytes.span, into: &buffer)
    var words = buffer.tokens.filter { $0.kind == .word }.map { Array(buffer.term(of: $0)) }[...]
    while words.count > 1, words.first == Self.the { words = words.dropFirst() }
    return words.isEmpty ? nil : Array(words.joined(separator: [0x20]))
  }

  private static let the = Array("the".utf8)
}
