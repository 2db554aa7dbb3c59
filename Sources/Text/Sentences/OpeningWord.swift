/// Words that open sentences and, inside one, are not written with a capital, so that none of them is a name's.
///
/// From the UN General Debate and the Security Council: at least ten times as often behind a full stop as, with a
/// capital, behind a word.
enum OpeningWord {
  /// Whether one stands at `offset`, with a capital.
  static func stands(at offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset < text.count, text[offset] & 0x20 == 0 else { return false }
    let end = text.endOfASCIILetters(from: offset)
    guard end > offset, end - offset <= ShortWord.mostBytes else { return false }
    // J. A. Smith, V. I. Lenin
    let isInitial = end == offset + 1 && end < text.count && text[end] == UInt8(ascii: ".")
    return !isInitial && all.contains(ShortWord(offset..<end, in: text))
  }

  private static let all = ShortWord.words(
    "the a an this that these those it its he his she her they their we our i my you your there here "
      + "in on at as for from to by with without within of if when while where whether who which what why how "
      + "and but or nor so yet thus hence then however therefore moreover furthermore nevertheless nonetheless "
      + "although though because since until unless despite instead meanwhile indeed similarly accordingly "
      + "consequently finally firstly secondly thirdly also likewise according following given having "
      + "all any both each every everyone many more most much neither never no nobody none not nothing now "
      + "once one only other others over perhaps several some such too together today tomorrow under "
      + "during after again against along among another before both even just last let like allow recent "
      + "is are was were do does did has have had can could should would must through throughout upon "
      + "whatever whoever whenever unfortunately")
}
