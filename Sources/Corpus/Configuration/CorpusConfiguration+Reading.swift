// From YAML to rules; every complaint names file, line and key.
extension CorpusConfiguration {
  /// Reads the bytes of `corpus.yaml`.
  ///
  /// - Parameter path: As errors name it.
  /// - Throws: ``CorpusError/configuration(path:line:reason:)``, also for a key that means nothing: a rule that is
  ///   misspelt must not be passed over.
  package init(_ bytes: [UInt8], path: String) throws(CorpusError) {
    self.bytes = bytes
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    let place = YAMLNode.Place(path: path) { .configuration(path: $0, line: $1, reason: $2) }
    guard let root = try YAMLNode(bytes, place) else { return }
    for (name, value) in try root.entries() {
      switch name {
      case "ignore":
        for item in value.items() { ignored.append(Wildcard(try item.requiredText())) }
      case "rules":
        for item in value.items() { rules.append(try Rule(item)) }
      default: throw value.fail("no such key; `ignore` and `rules` are expected")
      }
    }
  }
}

extension CorpusConfiguration.Rule {
  init(_ node: YAMLNode) throws(CorpusError) {
    var files: Wildcard?
    var name: NamePattern?
    var fields: [MetadataField: String] = [:]
    var columns: YAMLNode?
    var hasHeader: Bool?
    for (key, value) in try node.entries() {
      switch key {
      case "files": files = Wildcard(try value.requiredText())
      case "name":
        let text = try value.requiredText()
        do throws(PatternError) {
          name = try NamePattern(text)
        } catch {
          throw value.fail(error.reason)
        }
      case "columns": columns = value
      case "header": hasHeader = try value.bool()
      default:
        guard let field = MetadataField(rawValue: key) else {
          throw value.fail(
            "no such key; `files`, `name`, `columns`, `header` and \(MetadataField.names) are expected")
        }
        fields[field] = try Self.checked(value, field)
      }
    }
    guard let files else { throw node.fail("`files` is missing: which files is the rule for?") }
    self.init(
      files: files, name: name, fields: fields,
      table: try columns.map { node throws(CorpusError) in try TableLayout(node, hasHeader: hasHeader ?? true)
      })
  }

  /// A value that is right as it stands, or has fields of the name in it.
  private static func checked(_ node: YAMLNode, _ field: MetadataField) throws(CorpusError) -> String {
    let text = try node.requiredText()
    guard !text.contains("{") else { return text }
    var metadata = DocumentMetadata()
    do throws(PatternError) {
      try metadata.set(field, to: text)
    } catch {
      throw node.fail(error.reason)
    }
    return text
  }
}
