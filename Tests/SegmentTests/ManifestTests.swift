import Segment
import TestSupport
import Testing

struct ManifestTests {
  static let manifest = Manifest(
    generation: String(repeating: "0a", count: 32), pipeline: "corpus-1 text-1 segment-1",
    segments: [
      Manifest.Segment(
        name: String(repeating: "1b", count: 32), byteCount: 4096, documentCount: 2, unitCount: 10,
        wordCount: 100),
      Manifest.Segment(
        name: String(repeating: "2c", count: 32), byteCount: 99, documentCount: 1, unitCount: 5, wordCount: 7),
    ])

  @Test func whatIsWrittenIsRead() throws {
    #expect(
      String(decoding: Self.manifest.bytes, as: UTF8.self) == """
        {
          "format": 2,
          "generation": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
          "pipeline": "corpus-1 text-1 segment-1",
          "documents": 3,
          "paragraphs": 15,
          "words": 107,
          "segments": [
            {"name": "1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b", "bytes": 4096, "documents": 2, "paragraphs": 10, "words": 100},
            {"name": "2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c", "bytes": 99, "documents": 1, "paragraphs": 5, "words": 7}
          ],
          "checksum": "61d743e8"
        }

        """)
    #expect(try Manifest(parsing: Self.manifest.bytes, path: "m") == Self.manifest)
  }

  @Test func everyFlippedByteAndEveryCutIsCaught() {
    let bytes = Self.manifest.bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x01
      #expect(throws: SegmentError.self) { try Manifest(parsing: damaged, path: "m") }
      #expect(throws: SegmentError.self) { try Manifest(parsing: Array(bytes[..<index]), path: "m") }
    }
    #expect(throws: SegmentError.self) { try Manifest(parsing: bytes + [0x20], path: "m") }
  }

  @Test func otherVersionsAndOtherFilesAreToldApart() {
    let newer = String(decoding: Self.manifest.bytes, as: UTF8.self).replacing(
      "\"format\": 2", with: "\"format\": 3")
    #expect(throws: SegmentError.version(path: "m", found: 3, expected: 2)) {
      try Manifest(parsing: Array(newer.utf8), path: "m")
    }
    for foreign in ["", "{}", "[1]", "{\"name\": \"verbatim\"}", "not json"] {
      #expect {
        try Manifest(parsing: Array(foreign.utf8), path: "m")
      } throws: { error in
        if case .foreign? = error as? SegmentError { true } else { false }
      }
    }
  }
}
