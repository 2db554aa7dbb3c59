/// What the fast path needs to know about a byte.
enum ASCIIClass {
  /// Stands between words: white space, controls, most punctuation, the underscore.
  static let separator: UInt8 = 0
  /// Joins two letters: the colon.
  static let midLetter: UInt8 = 1
  /// Joins two digits: comma and semicolon.
  static let midNum: UInt8 = 2
  /// Joins two letters or two digits: the full stop.
  static let midNumLet: UInt8 = 3
  /// Joins as the full stop does; words that hold it have rules of their own.
  static let apostrophe: UInt8 = 4
  /// A byte of a scalar past U+007F: left to the general path.
  static let notASCII: UInt8 = 5
  static let digit: UInt8 = 6
  static let lowercase: UInt8 = 7
  static let uppercase: UInt8 = 8

  /// The class of each byte. Classes from `digit` on are the bytes of words.
  static let table: [256 of UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  // controls
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 2, 0, 3, 0,  //  !"#$%&'()*+,-./
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1, 2, 0, 0, 0, 0,  // 0123456789:;<=>?
    0, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,  // @ABCDEFGHIJKLMNO
    8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 0, 0, 0, 0, 0,  // PQRSTUVWXYZ[\]^_
    0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,  // `abcdefghijklmno
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0,  // pqrstuvwxyz{|}~
    5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
  ]

  @inline(__always)
  static func of(_ byte: UInt8) -> UInt8 { table[Int(byte)] }

  /// Whether a separator of class `mid` joins two bytes of words: WB6 and WB7, WB11 and WB12 in ASCII.
  static func joins(_ before: UInt8, _ mid: UInt8, _ after: UInt8) -> Bool {
    guard after >= digit else { return false }
    let areDigits = before == digit && after == digit
    let areLetters = before != digit && after != digit
    return (areDigits && mid != midLetter) || (areLetters && mid != midNum)
  }
}
