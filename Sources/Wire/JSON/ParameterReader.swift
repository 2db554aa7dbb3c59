/// The `params` of a request, to be read by their names; missing ones are an empty object.
package struct ParameterReader<Key: CodingKey & CaseIterable> {
  private let members: JSONObject

  /// - Throws: If they are not named, or a name is not one of `Key`'s.
  init(_ request: JSONObject) throws(WireError) {
    switch request[EnvelopeKey.parameters.rawValue] {
    case nil: members = JSONObject()
    case .object(let members): self.members = members
    default: throw .invalidParameters("\"params\" must be an object with named members")
    }
    let unknown = members.members.map(\.name).filter { Key(stringValue: $0) == nil }
    if let name = unknown.min() {
      let known = Key.allCases.map(\.stringValue)
      let expected = known.isEmpty ? "none is taken" : "expected one of \(known.joined(separator: ", "))"
      throw .invalidParameters("unknown parameter \"\(name)\"; \(expected)")
    }
  }

  // MARK: Parameters that must be there

  func string(_ key: Key) throws(WireError) -> String {
    try Self.string(try required(key), Self.place(key))
  }

  func strings(_ key: Key) throws(WireError) -> [String] {
    guard case .array(let elements) = try required(key) else {
      throw Self.mismatch(Self.place(key), "an array of strings")
    }
    var strings: [String] = []
    for (index, element) in elements.enumerated() {
      strings.append(try Self.string(element, "\(Self.place(key)).\(index)"))
    }
    return strings
  }

  func name<Name: RawRepresentable<String> & CaseIterable>(
    _ key: Key, of _: Name.Type = Name.self
  ) throws(WireError) -> Name {
    try Self.name(try required(key), Self.place(key))
  }

  func integer(_ key: Key) throws(WireError) -> Int { try Self.integer(try required(key), Self.place(key)) }

  // MARK: Parameters that may be missing, or null

  func string(ifPresent key: Key) throws(WireError) -> String? {
    try optional(key).map { value throws(WireError) in try Self.string(value, Self.place(key)) }
  }

  /// One string, or an array of them; none if it is missing.
  func stringOrStrings(ifPresent key: Key) throws(WireError) -> [String] {
    switch optional(key) {
    case nil: return []
    case .array: return try strings(key)
    case let value?:
      guard let string = value.string else {
        throw Self.mismatch(Self.place(key), "a string or an array of strings")
      }
      return [string]
    }
  }

  func integer(ifPresent key: Key) throws(WireError) -> Int? {
    try optional(key).map { value throws(WireError) in try Self.integer(value, Self.place(key)) }
  }

  func number(ifPresent key: Key) throws(WireError) -> Double? {
    try optional(key).map { value throws(WireError) in
      guard case .number(let digits) = value else { throw Self.mismatch(Self.place(key), "a number") }
      guard let number = value.number else {
        throw .invalidParameters("\"\(Self.place(key))\" is \(digits), which is too large for a number")
      }
      return number
    }
  }

  func boolean(ifPresent key: Key) throws(WireError) -> Bool? {
    try optional(key).map { value throws(WireError) in
      guard let boolean = value.boolean else { throw Self.mismatch(Self.place(key), "true or false") }
      return boolean
    }
  }

  func name<Name: RawRepresentable<String> & CaseIterable>(
    ifPresent key: Key, of _: Name.Type = Name.self
  ) throws(WireError) -> Name? {
    try optional(key).map { value throws(WireError) in try Self.name(value, Self.place(key)) }
  }

  func names<Name: RawRepresentable<String> & CaseIterable>(
    ifPresent key: Key, of _: Name.Type = Name.self
  ) throws(WireError) -> [Name]? {
    try optional(key).map { value throws(WireError) in
      guard case .array(let elements) = value else {
        throw Self.mismatch(Self.place(key), "an array of strings")
      }
      var names: [Name] = []
      for (index, element) in elements.enumerated() {
        names.append(try Self.name(element, "\(Self.place(key)).\(index)"))
      }
      return names
    }
  }

  // MARK: Values

  private func required(_ key: Key) throws(WireError) -> JSONValue {
    guard let value = members[key.stringValue] else {
      throw .invalidParameters("\"\(key.stringValue)\" is missing")
    }
    return value
  }

  private func optional(_ key: Key) -> JSONValue? {
    let value = members[key.stringValue]
    return if case .null = value { nil } else { value }
  }

  private static func string(_ value: JSONValue, _ place: String) throws(WireError) -> String {
    guard let string = value.string else { throw mismatch(place, "a string") }
    return string
  }

  private static func integer(_ value: JSONValue, _ place: String) throws(WireError) -> Int {
    guard case .number(let digits) = value else { throw mismatch(place, "an integer") }
    guard let integer = value.integer else {
      throw .invalidParameters(
        "\"\(place)\" is \(digits), which has a fraction or is too large for an integer")
    }
    return integer
  }

  private static func name<Name: RawRepresentable<String> & CaseIterable>(
    _ value: JSONValue, _ place: String
  ) throws(WireError) -> Name {
    let text = try string(value, place)
    guard let name = Name(rawValue: text) else {
      let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidParameters("\"\(place)\" is \"\(text)\"; expected one of \(known)")
    }
    return name
  }

  private static func place(_ key: Key) -> String { "\(EnvelopeKey.parameters.rawValue).\(key.stringValue)" }

  private static func mismatch(_ place: String, _ noun: String) -> WireError {
    .invalidParameters("\"\(place)\" must be \(noun)")
  }
}
