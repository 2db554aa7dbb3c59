/// `speakers.yaml`: what a corpus adds to the speakers that every corpus knows.
///
///     - id: example-network
///       kind: civil-society
///       names: [Example Network for Prevention, ENP]
///     - id: example-chair
///       kind: office
///       names: [Chair of the Example Network]
///       holders:
///         - {holder: Jane Doe, from: 2011-05, to: 2014}
///     - id: FRA
///       names: [Hexagon]
///
/// An id that is known already gains names, codes, demonyms and holders. A holder is a person's name, or a list of them;
/// one who is known already gains names. `from` and `to` are years, months or days, and may be left out.
package enum SpeakersFile {
  static let name = "speakers.yaml"

  /// Everybody whom a corpus knows; nil if it has no such file, or an empty one, and so knows those that every corpus does.
  ///
  /// - Throws: ``CorpusError``, whose paths are relative to the corpus.
  package static func table(ofCorpus root: String) throws(CorpusError) -> SpeakerTable? {
    guard let bytes = try CorpusReader.optionalFile(name, in: root), !bytes.isEmpty else { return nil }
    return try extend(.standard, with: bytes, path: name)
  }

  /// The most bytes of the file.
  static let limit = 1 << 20

  /// The table with what `bytes`, the contents of the file `path`, add to it.
  ///
  /// - Throws: ``CorpusError/speakers(path:line:reason:)`` naming the line and the key.
  package static func extend(
    _ table: SpeakerTable, with bytes: [UInt8], path: String
  ) throws(CorpusError) -> SpeakerTable {
    guard bytes.count <= limit else {
      throw .speakers(path: path, line: 1, reason: "\(bytes.count) bytes found, at most \(limit) expected")
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    let place = YAMLNode.Place(path: path) { .speakers(path: $0, line: $1, reason: $2) }
    guard let root = try YAMLNode(bytes, place) else { return table }
    var reader = SpeakersFileReader(table: table)
    for speaker in root.items() { try reader.read(speaker) }
    return SpeakerTable(reader.speakers)
  }
}
