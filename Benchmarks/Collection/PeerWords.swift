/// The words of a text as the peers are given them: in small letters, cut at everything that is no letter or digit.
///
/// What `str.lower()` and the regular expression `[^\W_]+` make of it in Python, words of more than 50 scalars left out.
enum PeerWords {
  private static let longest = 50

  /// The words of `text`, UTF-8, with a space between two.
  static func joined(_ text: some Sequence<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var word = Word()
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar) where scalar.isASCII: word.take(scalar, &output)
      case .scalarValue(let scalar):
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { word.take(lower, &output) }
      case .error: word.end(&output)
      case .emptyInput:
        word.end(&output)
        return output
      }
    }
  }

  /// The word being read.
  private struct Word {
    private var bytes: [UInt8] = []
    private var scalarCount = 0

    mutating func take(_ scalar: Unicode.Scalar, _ output: inout [UInt8]) {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        switch byte {
        case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
        case 0x41...0x5A: bytes.append(byte | 0x20)
        default: return end(&output)
        }
      } else {
        guard scalar.isLetterOrNumber else { return end(&output) }
        bytes += UTF8.encode(scalar)!
      }
      scalarCount += 1
    }

    mutating func end(_ output: inout [UInt8]) {
      if (1...PeerWords.longest).contains(scalarCount) {
        if !output.isEmpty { output.append(0x20) }
        output += bytes
      }
      bytes.removeAll(keepingCapacity: true)
      scalarCount = 0
    }
  }
}

extension Unicode.Scalar {
  /// What Python's `isalnum` says.
  fileprivate var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: properties.numericType != nil
    }
  }
}
