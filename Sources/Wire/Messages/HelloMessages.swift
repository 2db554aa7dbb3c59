/// Who asks.
package struct HelloParameters: Parameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable { case client, version }

  /// The asking program's name.
  package var client: String?
  /// The asking program's version.
  package var version: String?

  package init(client: String? = nil, version: String? = nil) {
    self.client = client
    self.version = version
  }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    client = try parameters.string(ifPresent: .client)
    version = try parameters.string(ifPresent: .version)
  }
}

extension HelloParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("client", ifPresent: client)
      json.member("version", ifPresent: version)
    }
  }
}

/// Who answers, for which corpus, and what can be asked.
package struct HelloReply: Codable, Equatable, Sendable {
  package var server: String
  package var version: String
  package var pid: Int
  /// The corpus folder, absolute; every `source.path` is relative to it.
  package var corpusRoot: String
  /// The index folder, absolute.
  package var indexDirectory: String
  /// The methods this daemon knows, sorted: to be asked rather than compared by version.
  package var methods: [String]

  package init(
    server: String, version: String, pid: Int, corpusRoot: String, indexDirectory: String, methods: [String]
  ) {
    self.server = server
    self.version = version
    self.pid = pid
    self.corpusRoot = corpusRoot
    self.indexDirectory = indexDirectory
    self.methods = methods
  }
}

extension HelloReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("corpusRoot", corpusRoot)
      json.member("indexDirectory", indexDirectory)
      json.member("methods", methods)
      json.member("pid", pid)
      json.member("server", server)
      json.member("version", version)
    }
  }
}
