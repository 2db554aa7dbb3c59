/// The names of JSON-RPC's members.
enum EnvelopeKey: String, CodingKey {
  case jsonrpc, id, method
  case parameters = "params"
  case result, error
}

/// What a JSON-RPC request is known by; sent back with its reply.
package enum RequestID: Hashable, Sendable, Decodable {
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
}

extension RequestID: JSONWritable {
  package func write(to json: inout JSONWriter) {
    switch self {
    case .integer(let integer): json.integer(integer)
    case .string(let string): json.string(string)
    case .null: json.null()
    }
  }
}

extension RequestID {
  /// - Throws: If it is neither an integer nor a string nor null.
  init(_ value: JSONValue) throws(WireError) {
    if case .null = value {
      self = .null
    } else if let integer = value.integer {
      self = .integer(integer)
    } else if let string = value.string {
      self = .string(string)
    } else {
      throw .invalidRequest("\"id\" is neither an integer nor a string; expected one of them")
    }
  }
}

/// A request before its parameters are read: all that dispatch needs.
package struct RequestHead: Sendable {
  /// nil for a notification, which is never answered.
  package var id: RequestID?
  private var version: String?
  private var method: String?

  package init(_ request: JSONObject) throws(WireError) {
    self.id = try request[EnvelopeKey.id.rawValue].map { value throws(WireError) in try RequestID(value) }
    // One of another type is as good as none: the complaint can then carry the id.
    self.version = request[EnvelopeKey.jsonrpc.rawValue]?.string
    self.method = request[EnvelopeKey.method.rawValue]?.string
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
package struct Request<Asked: Parameters> {
  package var id: RequestID
  package var method: String
  package var parameters: Asked

  package init(id: RequestID, method: String, parameters: Asked) {
    self.id = id
    self.method = method
    self.parameters = parameters
  }
}

extension Request: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("jsonrpc", "2.0")
      json.member("method", method)
      json.member("params", parameters)
    }
  }
}

/// Something a daemon says without being asked at that moment.
package struct Notification<Said: Parameters> {
  package var method: String
  package var parameters: Said

  package init(method: String, parameters: Said) {
    self.method = method
    self.parameters = parameters
  }
}

extension Notification: Decodable where Said: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EnvelopeKey.self)
    self.method = try container.decode(String.self, forKey: .method)
    self.parameters = try container.decode(Said.self, forKey: .parameters)
  }
}

extension Notification: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("method", method)
      json.member("params", parameters)
    }
  }
}

/// A reply as a daemon sends it: a result or an error.
package struct Response<Reply: JSONWritable> {
  package var id: RequestID
  package var outcome: Result<Reply, WireError>

  package init(id: RequestID, outcome: Result<Reply, WireError>) {
    self.id = id
    self.outcome = outcome
  }
}

extension Response: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      if case .failure(let error) = outcome { json.member("error", error) }
      json.member("id", id)
      json.member("jsonrpc", "2.0")
      if case .success(let reply) = outcome { json.member("result", reply) }
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
