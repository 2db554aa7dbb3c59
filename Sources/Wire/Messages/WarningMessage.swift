/// Something the asker should know about an answer that was given all the same.
package struct WarningMessage: Codable, Equatable, Sendable {
  package var message: String
  /// What to do about it.
  package var hint: String?
  /// The range in the query it is about, in Unicode scalars, half-open.
  package var start: Int?
  package var end: Int?
  /// What kind of warning, where a program may want to act on it.
  package var kind: ErrorKind?

  package init(
    message: String, hint: String? = nil, start: Int? = nil, end: Int? = nil, kind: ErrorKind? = nil
  ) {
    self.message = message
    self.hint = hint
    self.start = start
    self.end = end
    self.kind = kind
  }
}

extension WarningMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("end", ifPresent: end)
      json.member("hint", ifPresent: hint)
      json.member("kind", ifPresent: kind)
      json.member("message", message)
      json.member("start", ifPresent: start)
    }
  }
}
