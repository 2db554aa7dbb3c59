internal import Text
internal import Yams

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
/// An id that is known already gains names, codes, demonyms and holders. A holder is a person's name; `from` and `to` are
/// years, months or days, and may be left out.
package enum SpeakersFile {
  /// The most bytes of the file.
  static let limit = 1 << 20
  /// The deepest nesting that means something, with room for a mistake to be named.
  private static let deepest = 16

  /// The table with what `bytes`, the contents of the file `path`, add to it.
  ///
  /// - Throws: ``SpeakersFileError`` naming the line and the key.
  package static func extend(
    _ table: SpeakerTable, with bytes: [UInt8], path: String
  ) throws(SpeakersFileError) -> SpeakerTable {
    var reader = SpeakersFileReader(table: table, path: path)
    guard bytes.count <= limit else {
      throw reader.error(0, nil, "\(bytes.count) bytes found, at most \(limit) expected")
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw reader.error(UTF8Check.line(of: offset, in: bytes) - 1, nil, "not UTF-8; UTF-8 is expected")
    }
    do throws(YAMLCheck.Excess) {
      try YAMLCheck.check(bytes, deepest: deepest)
    } catch {
      throw reader.error(
        error.line, nil, "\(error.reason); a list of `id: …` with plain lists below is expected")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch let error as YamlError {
      throw reader.error(line(of: error), nil, "this is not YAML; a list of `- id: …` is expected")
    } catch {
      throw reader.error(0, nil, "this is not YAML; a list of `- id: …` is expected")
    }
    if let root, !(root.scalar?.string.isEmpty ?? false) { try reader.read(root) }
    return SpeakerTable(reader.speakers)
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line - 1
    case .duplicatedKeysInMapping(_, let context): context.mark.line - 1
    default: 0
    }
  }
}

/// Why `speakers.yaml` cannot be used: where, what was found, what was expected.
package struct SpeakersFileError: Error, Equatable, CustomStringConvertible {
  package var path: String
  /// From 1.
  package var line: Int
  package var key: String?
  package var reason: String

  package var description: String {
    "\(path):\(line): \(key.map { "`\($0.excerpt)`: " } ?? "")\(reason)"
  }
}
