/// How the messages of a connection are told apart: known from its first byte that is no white space.
package enum Framing: Equatable, Sendable {
  /// `{`: one JSON object a line.
  case lines

  /// The framing that `firstByte` announces.
  /// - Throws: What was found and what is understood; the connection ends with it.
  package init(firstByte: UInt8) throws(WireError) {
    switch firstByte {
    case UInt8(ascii: "{"): self = .lines
    case UInt8(ascii: "C"):
      throw Self.refusal("Content-Length headers (a first byte \"C\")")
    case UInt8(ascii: "["):
      throw Self.refusal("a JSON channel (a first byte \"[\")")
    case 0x21...0x7E:
      throw Self.refusal("a first byte \"\(Unicode.Scalar(firstByte))\"")
    default:
      throw Self.refusal("a first byte \(firstByte)")
    }
  }

  /// White space, of which blank lines are made.
  package static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D, 0x0A].contains(byte) }

  private static func refusal(_ found: String) -> WireError {
    .invalidRequest("found \(found); this version understands one JSON object a line, so a first byte \"{\"")
  }
}
