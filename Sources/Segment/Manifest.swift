internal import Postings

/// What `index/manifest.json` says: the generation, its segments, and the statistics that ranking needs.
///
/// Always written in the one way drawn here, and read only in it, so that a reader needs no JSON library; it is JSON for
/// everyone else. The checksum is the CRC-32C of all bytes before its line.
///
///     {
///       "format": 2,
///       "generation": "64 hex digits",
///       "pipeline": "corpus-3 text-2 segment-2",
///       "documents": 4,
///       "paragraphs": 120,
///       "words": 7300,
///       "segments": [
///         {"name": "64 hex digits", "bytes": 90112, "documents": 4, "paragraphs": 120, "words": 7300}
///       ],
///       "checksum": "8 hex digits"
///     }
package struct Manifest: Equatable, Sendable {
  package struct Segment: Equatable, Sendable {
    /// The hash of what is in it; its file is `segments/NAME.seg`.
    package var name: String
    package var byteCount: Int
    package var documentCount: Int
    package var unitCount: Int
    package var wordCount: Int

    package init(name: String, byteCount: Int, documentCount: Int, unitCount: Int, wordCount: Int) {
      self.name = name
      self.byteCount = byteCount
      self.documentCount = documentCount
      self.unitCount = unitCount
      self.wordCount = wordCount
    }
  }

  /// The hash of the corpus and the pipeline: equal for equal indexes only.
  package var generation: String
  /// What made the index of the corpus, by name and version.
  package var pipeline: String
  package var segments: [Segment]

  package init(generation: String, pipeline: String, segments: [Segment]) {
    self.generation = generation
    self.pipeline = pipeline
    self.segments = segments
  }

  package var documentCount: Int { segments.reduce(0) { $0 + $1.documentCount } }
  package var unitCount: Int { segments.reduce(0) { $0 + $1.unitCount } }
  package var wordCount: Int { segments.reduce(0) { $0 + $1.wordCount } }

  /// The file's bytes.
  package var bytes: [UInt8] {
    let lines = segments.map {
      #"    {"name": "\#($0.name)", "bytes": \#($0.byteCount), "documents": \#($0.documentCount), "#
        + #""paragraphs": \#($0.unitCount), "words": \#($0.wordCount)}"#
    }
    let body = """
      {
        "format": \(SegmentFormat.version),
        "generation": "\(generation)",
        "pipeline": "\(pipeline)",
        "documents": \(documentCount),
        "paragraphs": \(unitCount),
        "words": \(wordCount),
        "segments": [
      \(lines.joined(separator: ",\n"))
        ],

      """
    return Array((body + #"  "checksum": "\#(CRC32C.checksum(Array(body.utf8)).hex)""# + "\n}\n").utf8)
  }
}

extension Manifest {
  /// A manifest has a line of about 200 bytes a segment, so no file over this size is one, and none is read.
  static let byteCountLimit = 16 << 20

  /// Whether `text` can name a segment: 64 hex digits.
  static func isName(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Reads the bytes of a manifest.
  ///
  /// - Throws: `foreign` if it does not begin as one, `version` if it is of another format, else `corrupt`.
  package init(parsing bytes: [UInt8], path: String) throws(SegmentError) {
    var scanner = Scanner(bytes: bytes, path: path)
    guard scanner.skip("{\n  \"format\": "), let format = try? scanner.integer() else {
      throw .foreign(path: path, found: "it does not begin as the manifest of an index does")
    }
    guard format == SegmentFormat.version else {
      throw .version(path: path, found: format, expected: SegmentFormat.version)
    }
    try scanner.expect(",\n  \"generation\": ")
    generation = try scanner.string()
    try scanner.expect(",\n  \"pipeline\": ")
    pipeline = try scanner.string()
    try scanner.expect(",\n  \"documents\": ")
    let documentCount = try scanner.integer()
    try scanner.expect(",\n  \"paragraphs\": ")
    let unitCount = try scanner.integer()
    try scanner.expect(",\n  \"words\": ")
    let wordCount = try scanner.integer()
    try scanner.expect(",\n  \"segments\": [\n")
    segments = []
    repeat { segments.append(try scanner.segment()) } while scanner.skip(",\n")
    try scanner.expect("\n  ],\n")
    let body = Array(bytes[..<scanner.offset])
    try scanner.expect("  \"checksum\": ")
    let checksum = try scanner.string()
    try scanner.expect("\n}\n")
    guard scanner.offset == bytes.count, checksum == CRC32C.checksum(body).hex else {
      throw scanner.corrupt("the checksum does not match")
    }
    guard documentCount == self.documentCount, unitCount == self.unitCount, wordCount == self.wordCount else {
      throw scanner.corrupt("the segments' counts do not add up to the totals")
    }
    // Numbers with leading zeroes are left, and names that are not UTF-8.
    guard self.bytes == bytes else { throw scanner.corrupt("it is not written as a manifest is") }
  }

  private struct Scanner {
    let bytes: [UInt8]
    let path: String
    var offset = 0

    func corrupt(_ reason: String) -> SegmentError { .corrupt(path: path, offset: offset, reason: reason) }

    mutating func skip(_ text: String) -> Bool {
      guard bytes[offset...].starts(with: text.utf8) else { return false }
      offset += text.utf8.count
      return true
    }

    mutating func expect(_ text: String) throws(SegmentError) {
      guard skip(text) else { throw corrupt("'\(text)' was expected") }
    }

    /// A number of up to 12 digits: no sum of them over the segments of a manifest overflows.
    mutating func integer() throws(SegmentError) -> Int {
      let digits = bytes[offset...].prefix { (0x30...0x39).contains($0) }
      guard (1...12).contains(digits.count) else { throw corrupt("a number of up to 12 digits was expected") }
      offset += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// A string in quotation marks; those of a manifest need no escapes.
    mutating func string() throws(SegmentError) -> String {
      try expect("\"")
      let text = bytes[offset...].prefix { $0 != UInt8(ascii: "\"") }
      guard !text.contains(UInt8(ascii: "\\")), offset + text.count < bytes.count else {
        throw corrupt("a string was expected")
      }
      offset += text.count + 1
      return String(decoding: text, as: UTF8.self)
    }

    mutating func segment() throws(SegmentError) -> Segment {
      try expect("    {\"name\": ")
      let name = try string()
      guard Manifest.isName(name) else { throw corrupt("a segment's name is 64 hex digits, found '\(name)'") }
      var counts: [Int] = []
      for key in ["bytes", "documents", "paragraphs", "words"] {
        try expect(", \"\(key)\": ")
        counts.append(try integer())
      }
      try expect("}")
      return Segment(
        name: name, byteCount: counts[0], documentCount: counts[1], unitCount: counts[2], wordCount: counts[3]
      )
    }
  }
}
