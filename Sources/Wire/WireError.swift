/// What went wrong, for programs to tell apart: `data.kind` of an error, or `kind` of a warning.
package enum ErrorKind: String, Codable, JSONWritable, CaseIterable, Sendable {
  case querySyntax = "QuerySyntax"
  case indexMissing = "IndexMissing"
  case indexStale = "IndexStale"
  case indexFormat = "IndexFormat"
  case indexCorrupt = "IndexCorrupt"
  case busy = "Busy"
  case tooLarge = "TooLarge"
  case deadline = "Deadline"
  /// An earlier generation of the index that cannot be compared with this one.
  case generationUnknown = "GenerationUnknown"
  /// An id names nothing in the index.
  case unknownUnit = "UnknownUnit"
  /// A cursor of another query.
  case cursorMismatch = "CursorMismatch"

  /// The JSON-RPC error code: one each, in the range that JSON-RPC leaves to servers and LSP does not use.
  package var code: Int {
    switch self {
    case .querySyntax: -32010
    case .indexMissing: -32011
    case .indexStale: -32012
    case .indexFormat: -32013
    case .indexCorrupt: -32014
    case .busy: -32015
    case .tooLarge: -32016
    case .deadline: -32017
    case .generationUnknown: -32018
    case .unknownUnit: -32019
    case .cursorMismatch: -32020
    }
  }
}

/// The `error` member of a JSON-RPC reply.
package struct WireError: Error, Codable, Equatable, Sendable {
  /// JSON-RPC's own codes and the two that this protocol adds.
  package enum Code {
    package static let parse = -32700
    package static let invalidRequest = -32600
    package static let unknownMethod = -32601
    package static let invalidParameters = -32602
    package static let `internal` = -32603
    package static let cancelled = -32800
    package static let indexChanged = -32801
  }

  package struct Details: Codable, Equatable, Sendable {
    package var kind: ErrorKind
    /// The range in the query, in Unicode scalars, half-open.
    package var start: Int?
    package var end: Int?
    /// What to do.
    package var hint: String?
  }

  package var code: Int
  /// What was found and what was expected.
  package var message: String
  package var data: Details?

  package init(code: Int, message: String) {
    self.code = code
    self.message = message
  }

  package init(
    _ kind: ErrorKind, _ message: String, start: Int? = nil, end: Int? = nil, hint: String? = nil
  ) {
    self.code = kind.code
    self.message = message
    self.data = Details(kind: kind, start: start, end: end, hint: hint)
  }

  package static func parse(_ message: String) -> WireError { WireError(code: Code.parse, message: message) }

  package static func invalidRequest(_ message: String) -> WireError {
    WireError(code: Code.invalidRequest, message: message)
  }

  package static func invalidParameters(_ message: String) -> WireError {
    WireError(code: Code.invalidParameters, message: message)
  }

  package var kind: ErrorKind? { data?.kind }
}

extension WireError.Details: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("end", ifPresent: end)
      json.member("hint", ifPresent: hint)
      json.member("kind", kind)
      json.member("start", ifPresent: start)
    }
  }
}

extension WireError: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("data", ifPresent: data)
      json.member("message", message)
    }
  }
}
