internal import Text

/// What somebody has typed so far, as it is looked up.
struct Beginning {
  /// The whole as written, folded: compounds keep their hyphens and slashes.
  var folded: [UInt8] = []
  /// Its words, folded, those that are whole.
  var words: [[UInt8]]
  /// The beginning of the last word; empty if the text ends behind a space.
  var last: [UInt8] = []

  /// Its words with a space between, as names are kept.
  var name: [UInt8] { Array((words + [last]).joined(separator: [0x20])) }

  /// Whether it is more than the beginning of one word.
  let hasSpace: Bool

  init(_ text: String) {
    let text = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    hasSpace = text.contains(where: \.properties.isWhitespace)
    for scalar in text {
      if let range = Folding.byteRange(for: scalar.value) {
        for offset in range { folded.append(Folding.byte(at: offset)) }
      } else {
        folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      }
    }
    var reader = FoldedWords()
    words = reader.words(of: Array(String(text).utf8))
    if let end = text.last, !end.properties.isWhitespace { last = words.popLast() ?? [] }
  }

  /// Nothing to go by.
  var isEmpty: Bool { words.isEmpty && last.isEmpty }
}
