import Foundation
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
          "format": 8,
          "generation": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
          "pipeline": "corpus-1 text-1 segment-1",
          "documents": 3,
          "paragraphs": 15,
          "words": 107,
          "segments": [
            {"name": "1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b", "bytes": 4096, "documents": 2, "paragraphs": 10, "words": 100},
            {"name": "2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c", "bytes": 99, "documents": 1, "paragraphs": 5, "words": 7}
          ],
          "checksum": "5d323d32"
        }

        """)
    #expect(try Manifest(parsing: Self.manifest.bytes, path: "m") == Self.manifest)
  }

  @Test func everyFlippedBitAndEveryCutIsCaught() {
    let bytes = Self.manifest.bytes
    for index in bytes.indices {
      for bit: UInt8 in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        #expect(throws: SegmentError.self) { try Manifest(parsing: damaged, path: "m") }
      }
      #expect(throws: SegmentError.self) { try Manifest(parsing: Array(bytes[..<index]), path: "m") }
    }
    #expect(throws: SegmentError.self) { try Manifest(parsing: bytes + [0x20], path: "m") }
  }

  /// Whatever is read under a right checksum is what would be written, so there is one manifest for one set of bytes.
  @Test func underARightChecksumOnlyManifestsAreRead() throws {
    let text = String(decoding: Self.manifest.bytes, as: UTF8.self)
    let body = Array(text[..<(try #require(text.range(of: "  \"checksum\""))).lowerBound].utf8)
    var readCount = 0
    func read(_ body: [UInt8]) {
      let checksum = String(CRC32C.checksum(body), radix: 16)
      let line = "  \"checksum\": \"\(String(repeating: "0", count: 8 - checksum.count))\(checksum)\"\n}\n"
      let bytes = body + Array(line.utf8)
      guard let manifest = try? Manifest(parsing: bytes, path: "m") else { return }
      readCount += 1
      #expect(manifest.bytes == bytes)
    }
    for index in body.indices {
      for bit: UInt8 in 0..<8 {
        var damaged = body
        damaged[index] ^= 1 << bit
        read(damaged)
      }
      read(Array(body[..<index]))
    }
    // Other generations, pipelines and names can be read, so the loop above does not only meet refusals.
    #expect(readCount > 100)
    for number in ["007", "-1", "1e3", "999999999999999999999", "9999999999999", "", " 3"] {
      read(Array(text.replacing("\"documents\": 3", with: "\"documents\": \(number)").utf8))
    }
  }

  @Test func otherVersionsAndOtherFilesAreToldApart() {
    let newer = String(decoding: Self.manifest.bytes, as: UTF8.self).replacing(
      "\"format\": 8", with: "\"format\": 9")
    #expect(throws: SegmentError.version(path: "m", found: 9, expected: 8)) {
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
