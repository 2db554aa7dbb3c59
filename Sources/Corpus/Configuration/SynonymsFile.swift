/// `synonyms.yaml`: what means the same in a corpus's queries.
///
///     - [R2P, RtoP, responsibility to protect]
///     - UNSC = Security Council
///     P5: [permanent five, permanent members of the Security Council]
///
/// A list of groups, each a list of words and phrases or a text with `=` between them; or a map, in which what stands below a name means the
/// same as the name.
package struct SynonymsFile: Sendable {
  package static let name = "synonyms.yaml"

  /// Of each group its words and phrases, at least two.
  package private(set) var groups: [[String]] = []
  /// Why the other groups are none: one that is wrong leaves the others as they are.
  package private(set) var problems: [CorpusError] = []
  private static let form = "a list of groups such as `- [R2P, RtoP]` or `- UNSC = Security Council`"

  /// Reads the file of a corpus; no groups if it has none.
  ///
  /// - Throws: ``CorpusError``, whose paths are relative to the corpus.
  package init(ofCorpus root: String) throws(CorpusError) {
    try self.init(try CorpusReader.optionalFile(Self.name, in: root) ?? [], path: Self.name)
  }

  /// Reads the bytes of the file.
  ///
  /// - Parameter path: As errors name it.
  /// - Throws: ``CorpusError/configuration(path:line:reason:)`` where there are no groups to tell apart.
  package init(_ bytes: [UInt8], path: String) throws(CorpusError) {
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    let place = YAMLNode.Place(path: path, form: Self.form) { .configuration(path: $0, line: $1, reason: $2) }
    guard let root = try YAMLNode(bytes, place) else { return }
    if root.isMap {
      for (name, value) in try root.entries() { add(named: [name], value) }
    } else {
      for group in root.items() { add(named: [], group) }
    }
  }

  private mutating func add(named names: [String], _ node: YAMLNode) {
    do throws(CorpusError) {
      let members = names + (try Self.members(of: node))
      guard members.count > 1 else {
        throw node.fail("a group of one; two words or phrases that mean the same are expected")
      }
      groups.append(members)
    } catch {
      problems.append(error)
    }
  }

  private static func members(of node: YAMLNode) throws(CorpusError) -> [String] {
    var members: [String] = []
    for item in node.items() {
      for part in try item.requiredText().split(separator: "=") {
        let text = part.drop(while: isDecoration).reversed().drop(while: isDecoration).reversed()
        if !text.isEmpty { members.append(String(text)) }
      }
    }
    return members
  }

  /// Spaces and quotation marks around a phrase.
  private static func isDecoration(_ character: Character) -> Bool {
    character == " " || character == "\"" || character == "“" || character == "”"
  }
}
