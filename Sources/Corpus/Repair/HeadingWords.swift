/// The words of a line that may be a heading, and whether a heading can have such words.
struct HeadingWords {
  /// The most words of a heading, and of one that is marked or the first.
  private static let most = 20
  private static let mostIfMarked = 40
  /// The most words of a document's only heading, with blank lines around it and without.
  private static let mostIfOnly = 8
  private static let mostIfOnlyAndDense = 4

  private let words: [ArraySlice<UInt8>]
  /// The letters of each word, as they stand.
  private let letters: [String]

  init(_ words: [ArraySlice<UInt8>]) {
    self.words = words
    letters = words.map { word in
      String(decoding: word.drop { !Self.isLetter($0) }.prefix(while: Self.isLetter), as: UTF8.self)
    }
  }

  /// - Parameters:
  ///   - isFirst: Whether the line opens the document.
  ///   - isMarked: Whether a number or bold letters mark it.
  func mayBeHeading(isFirst: Bool, isMarked: Bool) -> Bool {
    guard words.count <= (isMarked || isFirst ? Self.mostIfMarked : Self.most), hasRealWord,
      !hasUnpairedQuotationMark,
      !isSymbol, !hasTwoSentences(from: isMarked ? 1 : 0)
    else { return false }
    return !isGreeting && (isMarked || !(isSpeaker || isInFirstPerson || (!isFirst && isSentence)))
  }

  /// Whether a document can have this heading and no other: it is short, or set in capitals.
  func mayBeOnlyHeading(hasRoom: Bool) -> Bool {
    words.count <= (hasRoom ? Self.mostIfOnly : Self.mostIfOnlyAndDense)
      || letters.allSatisfy { $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
  }

  /// Three letters in a row, or one of another script: a speck of a scan has fewer.
  private var hasRealWord: Bool {
    words.contains { word in
      var run = 0
      for byte in word {
        switch byte {
        // Signs, which the bytes behind these make up for.
        case 0xC2: run = -1
        case 0xE2: run = -2
        case 0xC3...: break
        case 0x80...: run += 1
        default: run = Self.isLetter(byte) ? run + 1 : 0
        }
        if run >= 3 { return true }
      }
      return false
    }
  }

  /// A line of verse, or the first words of a quotation.
  private var hasUnpairedQuotationMark: Bool {
    var depth = 0
    var straight = 0
    for word in words {
      for (index, byte) in word.enumerated() {
        if byte == 0x22 { straight += 1 }
        guard byte == 0x80, index > 0, word[word.startIndex + index - 1] == 0xE2, index + 1 < word.count
        else { continue }
        switch word[word.startIndex + index + 1] {
        case 0x9C: depth += 1
        case 0x9D: depth -= 1
        default: break
        }
      }
    }
    return depth != 0 || straight % 2 != 0
  }

  /// A document's symbol is no heading: A/PV.2047.
  private var isSymbol: Bool {
    guard let first = words.first else { return true }
    return first.contains(UInt8(ascii: "/")) && first.contains { (0x30...0x39).contains($0) }
  }

  /// A full stop behind a long word, then a capital.
  private func hasTwoSentences(from start: Int) -> Bool {
    zip(words, words.dropFirst()).dropFirst(start).contains { word, next in
      guard let last = word.last, last == 0x2E || last == 0x21 || last == 0x3F, word.count > 4,
        let first = next.first
      else { return false }
      return (0x41...0x5A).contains(first)
    }
  }

  private static let salutations: Set<String> = [
    "mr", "mrs", "ms", "madam", "madame", "mister", "excellency", "excellencies", "excellences", "ladies",
    "gentlemen",
    "distinguished", "dear", "your", "his", "her", "honourable", "honorable", "hon", "sir", "thank",
    "colleagues",
    "president", "praise", "mdm",
  ]

  /// A greeting or an invocation.
  private var isGreeting: Bool {
    guard let first = letters.first.map(Self.lowercased) else { return false }
    return Self.salutations.contains(first) || first.hasPrefix("bismil")
      || (first == "in" && letters.prefix(4).contains { Self.lowercased($0) == "name" })
  }

  /// A speaker, a colon, and what he says.
  private var isSpeaker: Bool {
    guard let colon = words.dropLast().firstIndex(where: { $0.last == UInt8(ascii: ":") }) else {
      return false
    }
    return letters[...colon].contains { Self.salutations.contains(Self.lowercased($0)) }
  }

  /// Words of a speaker who speaks of himself. In capitals they may be other words: the US, an MEP's ME.
  private static let firstPerson: Set<String> = [
    "I", "me", "Me", "my", "My", "we", "We", "us", "Us", "our", "Our", "allow", "Allow", "permit", "Permit",
  ]

  private var isInFirstPerson: Bool { letters.contains(where: Self.firstPerson.contains) }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must",
    "may",
    "does", "did", "said", "stated", "believes", "convened",
  ]

  /// A sentence that was cut: it opens as a sentence does, or has many words and a verb.
  private var isSentence: Bool {
    guard let first = words.first else { return false }
    if first.suffix(3).elementsEqual("ly,".utf8) || first.elementsEqual("Indeed,".utf8) { return true }
    return words.count > Self.mostIfOnly && letters.contains(where: Self.verbs.contains)
  }

  /// Whether a word is there that a sentence has and a list, a greeting or a title hardly ever.
  var hasSentenceWord: Bool { isInFirstPerson || letters.contains(where: Self.verbs.contains) }

  private static func lowercased(_ word: String) -> String { Words.lowercased(Array(word.utf8)[...]) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
