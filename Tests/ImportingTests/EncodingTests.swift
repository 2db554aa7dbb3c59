import Testing

@testable import Importing

/// Bytes become text by their mark, by what they say, or by what they are.
struct EncodingTests {
  private func text(_ bytes: [UInt8], html: Bool = true) throws -> SourceText {
    try SourceText(bytes, declared: html ? HTMLEncoding.declared(in: bytes) : nil)
  }

  private func string(_ bytes: [UInt8]) throws -> String {
    String(decoding: try text(bytes).utf8, as: UTF8.self)
  }

  @Test(arguments: [
    "<meta charset=iso-8859-1>", "<meta charset=\"Windows-1252\">", "<META CHARSET = ' latin1 '>",
    "<meta http-equiv='Content-Type' content='text/html; charset=us-ascii'>",
    "<meta content=\"text/html;charset='cp1252'\" http-equiv=content-type>",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
    "<!-- <meta charset=utf-8> --><meta charset=latin1>",
  ])
  func windows1252IsNamed(head: String) throws {
    #expect(try string(Array(head.utf8) + [0x93, 0xE9, 0x94]) == head + "“é”")
  }

  @Test func withoutAName() throws {
    #expect(try text(Array("é".utf8)) == SourceText(Array("é".utf8), declared: "utf8"))
    let guessed = try text([0x63, 0xF4, 0x74, 0xE9])
    #expect(
      String(decoding: guessed.utf8, as: UTF8.self) == "côté"
        && guessed.remark?.contains("windows-1252") == true)
    // Beyond the first 1,024 bytes nobody looks.
    let late = Array(String(repeating: " ", count: 1_024).utf8) + Array("<meta charset=koi8-r>".utf8)
    #expect(try text(late).utf8 == late)
  }

  @Test func marksAreStrongest() throws {
    #expect(
      try string([0xEF, 0xBB, 0xBF] + Array("<meta charset=latin1>é".utf8)) == "<meta charset=latin1>é")
    #expect(try string([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00, 0xD8, 0x00]) == "A😀\u{FFFD}")
    #expect(try string([0xFF, 0xFE, 0x41, 0x00, 0x42]) == "A\u{FFFD}")
  }

  @Test func falseUTF8IsMended() throws {
    let text = try text(Array("<meta charset=utf-8>".utf8) + [0x41, 0xE9, 0x42])
    #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("A\u{FFFD}B"))
    #expect(text.remark?.contains("byte 21") == true)
  }

  @Test func othersAreRefused() {
    #expect(throws: ImportError.encoding(label: "Shift_JIS")) {
      try text(Array("<meta charset=Shift_JIS>".utf8))
    }
    #expect("\(ImportError.encoding(label: "Shift_JIS"))".contains("iconv -f Shift_JIS -t UTF-8"))
    #expect("\(ImportError.encoding(label: "x; rm"))".contains("iconv -f ENCODING"))
  }
}
