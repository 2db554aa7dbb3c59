/// The names of JSON-RPC's members.
enum EnvelopeKey: String, CodingKey {
  case jsonrpc, id, method
  case parameters = "params"
  case result, error
}

/// What a JSON-RPC request is known by; sent back with its reply.
package enum RequestID: Hashable, Sendable, Codable {
  case integer(Int)
  case string(String)
  /// The request could not be read far enough to know.
  case null

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else {
      throw WireError.invalidRequest("\"id\" is neither an integer nor a string; expected one of them")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let integer): try container.encode(integer)
    case .string(let string): try container.encode(string)
    case .null: try container.encodeNil()
    }
  }
}

/// A request before its parameters are read: all that dispatch needs.
package struct RequestHead: Decodable, Sendable {
  /// nil for a notification, which is never answered.
  package var id: RequestID?
  private var version: String?
  private var method: String?

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EnvelopeKey.self)
    self.id = container.contains(.id) ? try container.decode(RequestID.self, forKey: .id) : nil
    // One of another type is as good as none: the complaint can then carry the id.
    self.version = try? container.decodeIfPresent(String.self, forKey: .jsonrpc)
    self.method = try? container.decodeIfPresent(String.self, forKey: .method)
  }

  /// The method asked.
  /// - Throws: If the request is not one of JSON-RPC 2.0; apart from decoding, so that the error can carry the id.
  package func requireMethod() throws(WireError) -> String {
    guard version == "2.0" else {
      let found = version.map { "\"jsonrpc\": \"\($0)\"" } ?? "no \"jsonrpc\""
      throw .invalidRequest("the request has \(found); expected \"jsonrpc\": \"2.0\"")
    }
    guard let method else {
      throw .invalidRequest("the request names no \"method\" as a string; \"hello\" lists the methods")
    }
    return method
  }
}

/// A request as a client sends it.
package struct Request<Asked: Parameters>: Encodable {
  package var id: RequestID
  package var method: String
  package var parameters: Asked

  package init(id: RequestID, method: String, parameters: Asked) {
    self.id = id
    self.method = method
    self.parameters = parameters
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EnvelopeKey.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(method, forKey: .method)
    try container.encode(parameters, forKey: .parameters)
  }
}

/// Something a daemon says without being asked at that moment.
package struct Notification<Said: Parameters>: Codable {
  package var method: String
  package var parameters: Said

  package init(method: String, parameters: Said) {
    self.method = method
    self.parameters = parameters
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EnvelopeKey.self)
    self.method = try container.decode(String.self, forKey: .method)
    self.parameters = try container.decode(Said.self, forKey: .parameters)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EnvelopeKey.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(method, forKey: .method)
    try container.encode(parameters, forKey: .parameters)
  }
}

/// A reply as a daemon sends it: a result or an error.
package struct Response<Reply: Encodable>: Encodable {
  package var id: RequestID
  package var outcome: Result<Reply, WireError>

  package init(id: RequestID, outcome: Result<Reply, WireError>) {
    self.id = id
    self.outcome = outcome
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EnvelopeKey.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    switch outcome {
    case .success(let reply): try container.encode(reply, forKey: .result)
    case .failure(let error): try container.encode(error, forKey: .error)
    }
  }
}

/// A line from a daemon before its result is read.
package struct ReplyHead: Decodable, Sendable {
  /// nil for a notification.
  package var id: RequestID?
  package var method: String?
  package var error: WireError?

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EnvelopeKey.self)
    self.id = container.contains(.id) ? try container.decode(RequestID.self, forKey: .id) : nil
    self.method = try container.decodeIfPresent(String.self, forKey: .method)
    self.error = try container.decodeIfPresent(WireError.self, forKey: .error)
  }
}
