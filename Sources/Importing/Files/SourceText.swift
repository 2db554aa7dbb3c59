internal import Corpus

/// The text of a file in UTF-8, whatever encoding it was in.
struct SourceText: Equatable, Sendable {
  var utf8: [UInt8]
  /// What had to be guessed or mended; nil if nothing.
  var remark: String?

  /// Decodes by the byte order mark, else by what the file says of itself, else as UTF-8 if it is that, else as windows-1252.
  ///
  /// - Parameter declared: The encoding that the file names; nil if it names none.
  /// - Throws: ``ImportError/encoding(label:)`` for one that is not supported.
  /// - Complexity: Linear in the number of bytes.
  init(_ bytes: [UInt8], declared: String?) throws(ImportError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(asUTF8: Array(bytes.dropFirst(3)))
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf8: Self.decodedUTF16(bytes, isBigEndian: bytes[0] == 0xFE))
    } else if let declared {
      switch EncodingName(label: declared) {
      case .utf8: self.init(asUTF8: bytes)
      case .windows1252: self.init(utf8: Windows1252.utf8(bytes))
      case nil: throw .encoding(label: declared)
      }
    } else if UTF8Check.firstInvalidOffset(in: bytes) == nil {
      self.init(utf8: bytes)
    } else {
      self.init(
        utf8: Windows1252.utf8(bytes), remark: "no encoding named and not UTF-8; read as windows-1252")
    }
  }

  private init(utf8: [UInt8], remark: String? = nil) {
    self.utf8 = utf8
    self.remark = remark
  }

  private init(asUTF8 bytes: [UInt8]) {
    guard let offset = UTF8Check.firstInvalidOffset(in: bytes) else {
      self.init(utf8: bytes)
      return
    }
    self.init(
      utf8: Array(String(decoding: bytes, as: UTF8.self).utf8),
      remark: "it says that it is UTF-8 and is not at byte \(offset); U+FFFD stands for what cannot be read")
  }

  /// A surrogate without its twin becomes U+FFFD, and so does an odd byte at the end.
  private static func decodedUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for offset in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    let text = String(decoding: units, as: UTF16.self)
    return Array(text.utf8) + (bytes.count % 2 == 0 ? [] : Array("\u{FFFD}".utf8))
  }
}

/// The encodings that are read without a byte order mark.
enum EncodingName {
  case utf8
  case windows1252

  /// Nil for any other. The labels are those of the Encoding standard (WHATWG); what calls itself UTF-16 where bytes of ASCII say
  /// so is UTF-8.
  init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "utf-16", "utf-16le", "utf-16be":
      self = .utf8
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1",
      "l1",
      "us-ascii", "ascii", "ansi_x3.4-1968", "iso-ir-100", "csisolatin1", "ibm819", "cp819":
      self = .windows1252
    default: return nil
    }
  }
}
