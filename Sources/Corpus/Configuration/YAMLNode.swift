internal import Yams

/// A value in a YAML file that people write, with its place, so that every complaint names file, line and key.
///
/// Reading is bounded before Yams sees a byte; see ``YAMLCheck``. Anchors and aliases are refused, because a few lines of
/// aliases of aliases make a tree without end.
struct YAMLNode {
  private let node: Node
  private let place: Place
  /// The keys on the way here: `rules[2].columns`; empty at the root.
  let key: String

  /// The file, and what its errors are.
  struct Place {
    /// As errors name it.
    var path: String
    /// The line of the file on which the YAML begins, from 1.
    var firstLine = 1
    /// What an error says was expected of the whole.
    var form = "`key: value` lines"
    var error: @Sendable (_ path: String, _ line: Int, _ reason: String) -> CorpusError
  }

  /// The most brackets, and the most `- ` signs of one line.
  private static let deepest = 64

  /// The value of the whole file; nil for an empty one.
  init?(_ yaml: [UInt8], _ place: Place) throws(CorpusError) {
    // Yams takes milliseconds for its first file, whatever is in it: a process that has just begun should answer in less.
    guard !yaml.isEmpty else { return nil }
    do throws(YAMLCheck.Excess) {
      try YAMLCheck.check(yaml, deepest: Self.deepest)
    } catch {
      throw place.error(
        place.path, place.firstLine + error.line, "\(error.reason); expected: plain \(place.form)")
    }
    let root = try Self.root(of: yaml, place)
    guard let root, !(root.scalar?.string ?? "x").isEmpty else { return nil }
    self.init(root, place, key: "")
  }

  private init(_ node: Node, _ place: Place, key: String) {
    self.node = node
    self.place = place
    self.key = key
  }

  /// An error at this value's line.
  func fail(_ reason: String) -> CorpusError {
    let line = place.firstLine + max(0, (node.mark?.line ?? 1) - 1)
    return place.error(place.path, line, key.isEmpty ? reason : "`\(key.excerpt)`: \(reason)")
  }

  /// The entries of a map, in the order of the file.
  ///
  /// - Parameter expected: What an error says was expected.
  func entries(
    expecting expected: String = "`key: value` lines"
  ) throws(CorpusError) -> [(name: String, value: YAMLNode)] {
    guard let mapping = node.mapping else {
      throw fail("\(expected) expected, found \(kind)")
    }
    var entries: [(name: String, value: YAMLNode)] = []
    for (name, value) in mapping {
      guard let name = name.scalar?.string else { throw fail("a key is a list or a map; a name is expected") }
      entries.append((name, YAMLNode(value, place, key: key.isEmpty ? name : "\(key).\(name)")))
    }
    return entries
  }

  var isMap: Bool { node.mapping != nil }

  /// The items of a list; a single value counts as a list of one.
  func items() -> [YAMLNode] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.enumerated().map { YAMLNode($1, place, key: "\(key)[\($0 + 1)]") }
  }

  /// A text, as it is written; nil for an empty one and for `null`.
  func text() throws(CorpusError) -> String? {
    guard let scalar = node.scalar else { throw fail("one text is expected, found \(kind)") }
    let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
    return scalar.string.isEmpty || isNull ? nil : scalar.string
  }

  /// A text that must be there.
  func requiredText() throws(CorpusError) -> String {
    guard let text = try text() else { throw fail("a text is expected, found nothing") }
    return text
  }

  /// `true` or `false`.
  func bool() throws(CorpusError) -> Bool {
    switch try text() {
    case "true": true
    case "false": false
    default: throw fail("`true` or `false` is expected")
    }
  }

  private var kind: String {
    switch node {
    case .mapping: "a map"
    case .sequence: "a list"
    default: "a single value"
    }
  }

  // MARK: - Yams

  /// The root node, which is a tree: no node is the alias of another.
  private static func root(of yaml: [UInt8], _ place: Place) throws(CorpusError) -> Node? {
    // Even composing takes exponential time if a key is an alias of aliases. So a file with asterisks is first read
    // without them. Up to its first alias it reads the same, with every anchor before that; if there are none, that
    // alias is an error and ends the reading of the file itself.
    let asterisk = UInt8(ascii: "*")
    if yaml.contains(asterisk) {
      _ = try composed(yaml.map { $0 == asterisk ? UInt8(ascii: "_") : $0 }, place)
    }
    return try composed(yaml, place)
  }

  /// The root node of YAML whose aliases are errors.
  private static func composed(_ yaml: [UInt8], _ place: Place) throws(CorpusError) -> Node? {
    do {
      // The parser owns the anchors; its nodes refer to them weakly.
      let parser = try Parser(yaml: String(decoding: yaml, as: UTF8.self))
      let root = try parser.singleRoot()
      let line = withExtendedLifetime(parser) { root.flatMap(anchorLine) }
      guard let line else { return root }
      throw place.error(place.path, place.firstLine + line, noAnchors)
    } catch let error as CorpusError {
      throw error
    } catch let error as YamlError {
      let problem = problem(of: error)
      throw place.error(
        place.path, place.firstLine + line(of: error),
        problem.hasSuffix("undefined alias")
          ? noAnchors : "this is not YAML: \(problem); expected: \(place.form)")
    } catch {
      throw place.error(place.path, place.firstLine, "this is not YAML; expected: \(place.form)")
    }
  }

  private static let noAnchors =
    "anchors (`&name`) and aliases (`*name`) are not supported; write the value out, or in quotation marks"

  /// The line, from 0, of the first anchor in the tree; nil without any.
  private static func anchorLine(_ node: Node) -> Int? {
    if node.anchor != nil { return max(0, (node.mark?.line ?? 1) - 1) }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let line = anchorLine(key) ?? anchorLine(value) { return line }
      }
    case .sequence(let sequence):
      for item in sequence {
        if let line = anchorLine(item) { return line }
      }
    default: break
    }
    return nil
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      max(0, mark.line - 1)
    case .duplicatedKeysInMapping(_, let context): max(0, context.mark.line - 1)
    default: 0
    }
  }

  private static func problem(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key is given twice"
    default: "it cannot be parsed"
    }
  }
}
