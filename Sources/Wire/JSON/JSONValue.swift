/// A value of JSON as ``JSONReader`` has read it.
package enum JSONValue: Sendable {
  case object(JSONObject)
  case array([JSONValue])
  case string(String)
  /// As it is written: which type can hold it, who asks decides.
  case number(String)
  case boolean(Bool)
  case null
}

/// The members of an object, each name once.
package struct JSONObject: Sendable {
  /// In the order in which they stand.
  package fileprivate(set) var members: [(name: String, value: JSONValue)] = []
  /// The names as bytes, once there are too many to look through: strings are equal that are written with other scalars.
  private var names: Set<[UInt8]> = []
  private static let fewMembers = 16

  package init() {}

  /// The value of the member `name`; nil if there is none.
  package subscript(name: String) -> JSONValue? {
    for member in members where Self.areSame(member.name, name) { return member.value }
    return nil
  }

  /// Adds a member behind the others; false if there is one of this name.
  mutating func add(_ name: String, _ value: JSONValue) -> Bool {
    if members.count < Self.fewMembers {
      guard self[name] == nil else { return false }
    } else {
      if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
      guard names.insert(Array(name.utf8)).inserted else { return false }
    }
    members.append((name, value))
    return true
  }

  private static func areSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}

extension JSONValue {
  /// The number, if it is whole and an `Int` holds it: `3`, and `3.0` or `3e2` as well.
  package var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    if let integer = Int(digits) { return integer }
    // Beyond 2⁵³ two integers may be the same number.
    guard let number, number.magnitude < 9_007_199_254_740_992 else { return nil }
    return Int(exactly: number)
  }

  /// The number, if it is not too large.
  package var number: Double? {
    guard case .number(let digits) = self, let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  package var string: String? { if case .string(let string) = self { string } else { nil } }

  package var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
}
