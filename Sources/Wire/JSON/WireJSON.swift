#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Between message types and bytes of JSON by Foundation's coders, for a client; the one place that knows them.
package enum WireJSON {
  /// Encodes `message` for people: indented, members in order of their names. What goes over the socket is written by
  /// ``JSONWriter``.
  package static func pretty(_ message: some Encodable) throws(WireError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return escapingControls([UInt8](try encoder.encode(message)))
    } catch {
      throw WireError(
        code: WireError.Code.internal, message: "a reply could not be written as JSON: \(error)")
    }
  }

  /// Reads the head of a line from a daemon.
  package static func replyHead(_ bytes: [UInt8]) throws(WireError) -> ReplyHead {
    try decode(ReplyHead.self, bytes)
  }

  /// Reads the result of a reply that has one.
  package static func result<Reply: Decodable>(
    _: Reply.Type, of reply: [UInt8]
  ) throws(WireError) -> Reply {
    try decode(ResultOnly<Reply>.self, reply).result
  }

  /// Reads a notification from a daemon.
  package static func notification<Said: Parameters & Decodable>(
    _: Said.Type, _ bytes: [UInt8]
  ) throws(WireError) -> Notification<Said> {
    try decode(Notification<Said>.self, bytes)
  }

  /// The same JSON with DEL, C1 controls and marks of direction, which JSON allows in strings, as escapes: a terminal that
  /// shows an answer must not obey it.
  private static func escapingControls(_ json: [UInt8]) -> [UInt8] {
    // Their UTF-8 starts with C2 or E2; DEL is one byte.
    guard json.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        result += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: result += Array(String(scalar).utf8)
      }
    }
    return result
  }

  private static func decode<Message: Decodable>(
    _: Message.Type, _ bytes: [UInt8]
  ) throws(WireError) -> Message {
    do {
      return try JSONDecoder().decode(Message.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .parse(error.asComplaint(about: "the reply"))
    } catch {
      throw .parse("the reply could not be read: \(error)")
    }
  }
}

private struct ResultOnly<Reply: Decodable>: Decodable {
  var result: Reply
}

extension DecodingError {
  /// What was found and what was expected, naming the member at fault.
  fileprivate func asComplaint(about whole: String) -> String {
    switch self {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      "\(Self.place(context.codingPath, in: whole)) must be \(Self.noun(for: type))"
    case .keyNotFound(let key, _):
      "\"\(key.stringValue)\" is missing"
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      // The grammar was checked before, so this is a number that its type cannot hold.
      "a number in \(whole) is too large, or has a fraction where an integer is expected"
    case .dataCorrupted(let context):
      "\(Self.place(context.codingPath, in: whole)) cannot be read: \(context.debugDescription)"
    @unknown default:
      "\(whole) cannot be read"
    }
  }

  private static func place(_ path: [any CodingKey], in whole: String) -> String {
    path.isEmpty ? whole : "\"\(path.map(\.stringValue).joined(separator: "."))\""
  }

  private static func noun(for type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "an integer"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is String.Type: "a string"
    default: "an object with named members"
    }
  }
}
