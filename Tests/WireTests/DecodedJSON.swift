import Foundation
import Wire

/// JSON as Foundation's decoder reads it, to hold our reader to.
enum DecodedJSON: Decodable, Equatable {
  case object([String: DecodedJSON])
  case array([DecodedJSON])
  case string(String)
  case number(Double)
  case boolean(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let elements = try? container.decode([DecodedJSON].self) {
      self = .array(elements)
    } else {
      self = .object(try container.decode([String: DecodedJSON].self))
    }
  }

  /// What our reader has read.
  init(_ value: JSONValue) {
    switch value {
    case .object(let object):
      self = .object(
        Dictionary(uniqueKeysWithValues: object.members.map { ($0.name, DecodedJSON($0.value)) }))
    case .array(let elements): self = .array(elements.map(DecodedJSON.init))
    case .string(let string): self = .string(string)
    case .number: self = .number(value.number ?? .nan)
    case .boolean(let boolean): self = .boolean(boolean)
    case .null: self = .null
    }
  }

  static func == (one: DecodedJSON, other: DecodedJSON) -> Bool {
    switch (one, other) {
    case (.object(let one), .object(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    // Scalar by scalar: strings are equal that are written with other scalars.
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.number(let one), .number(let other)): one == other
    case (.boolean(let one), .boolean(let other)): one == other
    case (.null, .null): true
    default: false
    }
  }
}
