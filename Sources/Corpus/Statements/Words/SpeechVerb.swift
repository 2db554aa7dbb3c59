/// A verb that reports speech, and what has to follow it so that it does.
struct SpeechVerb: Sendable {
  /// Whether the form without ending and the one in -s are more often nouns.
  var mayBeNoun = false
  /// Whether it reports speech whatever follows.
  var isFree = true
  /// Whether it reports speech in the passive whatever follows: `was raised by`.
  var isFreeInPassive = false
  /// Words one of which must stand right behind it.
  var nextWords: Set<Lexeme> = []
  /// Whether `that` is among them, so that a quotation mark will do.
  var takesClause = false
  /// Words one of which must stand within the next eight.
  var nearWords: Set<Lexeme> = []
}

/// Which form of a verb a word is.
struct VerbForm: OptionSet, Sendable {
  let rawValue: UInt8
  static let base = VerbForm(rawValue: 1)
  static let third = VerbForm(rawValue: 2)
  static let past = VerbForm(rawValue: 4)
  static let participle = VerbForm(rawValue: 8)
  static let gerund = VerbForm(rawValue: 16)
}

/// Reads the lines of ``SpeechVerbs`` and makes the forms of each verb.
enum VerbNotation {
  struct Entry: Equatable {
    var base: String
    var past: String
    var participle: String
    var third: String
    var gerund: String
    var mayBeNoun = false
    var isFreeInPassive = false
    var complements: [String] = []

    /// - Parameter notation: `call*`, `refer+`, `speak/spoke/spoken`.
    init(_ notation: Substring) {
      let parts = notation.split(separator: "/")
      var stem = parts[0]
      var doubles = false
      while let sign = stem.last, !sign.isLetter {
        if sign == "*" { mayBeNoun = true }
        if sign == "+" { doubles = true }
        if sign == "^" { isFreeInPassive = true }
        stem.removeLast()
      }
      base = String(stem)
      let endsInE = base.hasSuffix("e")
      let endsInY = base.hasSuffix("y") && !["a", "e", "o", "u"].contains(base.dropLast().suffix(1))
      let root = doubles ? base + String(base.suffix(1)) : base
      if endsInY {
        third = base.dropLast() + "ies"
      } else if base.hasSuffix("s") || base.hasSuffix("sh") || base.hasSuffix("ch") {
        third = base + "es"
      } else {
        third = base + "s"
      }
      past = endsInE ? base + "d" : endsInY ? base.dropLast() + "ied" : root + "ed"
      if parts.count > 1 { past = String(parts[1]) }
      participle = parts.count > 2 ? String(parts[2]) : past
      gerund = endsInE && !base.hasSuffix("ee") ? base.dropLast() + "ing" : root + "ing"
      if base == "put" { gerund = "putting" }
    }

    var forms: [(word: String, form: VerbForm)] {
      [(base, .base), (third, .third), (past, .past), (participle, .participle), (gerund, .gerund)]
    }
  }

  static func entries(free: String, bound: String) -> [Entry] {
    let plain = free.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Entry($0) }
    let conditional = bound.split(separator: "\n").map { line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == ":" })
      var entry = Entry(words[0])
      entry.complements = words.dropFirst().map(String.init)
      return entry
    }
    return plain + conditional
  }
}
