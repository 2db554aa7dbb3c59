/// The generation that answers from now on.
package struct ReloadReply: Codable, Equatable, Sendable {
  package var generation: String
  /// The generation that answered before; null if none did.
  @ExplicitNull package var previous: String?
  /// What everybody who asks will be told, such as what is wrong with the synonyms.
  package var warnings: [WarningMessage]

  package init(generation: String, previous: String?, warnings: [WarningMessage] = []) {
    self.generation = generation
    self.previous = previous
    self.warnings = warnings
  }
}

extension ReloadReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("generation", generation)
      json.member("previous", previous)
      json.member("warnings", warnings)
    }
  }
}

/// The daemon is about to leave: requests already taken are answered first.
package struct StopReply: Codable, Equatable, Sendable {
  package var stopping: Bool
  package var pid: Int

  package init(stopping: Bool, pid: Int) {
    self.stopping = stopping
    self.pid = pid
  }
}

extension StopReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("pid", pid)
      json.member("stopping", stopping)
    }
  }
}

/// `$/progress`: how far the index is that a waiting request waits for.
package struct ProgressParameters: Parameters, Decodable, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable { case documentsDone, documents, bytesDone, bytes }
  /// The notification's method.
  package static let method = "$/progress"

  package var documentsDone: Int
  /// 0 while the corpus is still being listed.
  package var documents: Int
  package var bytesDone: Int
  package var bytes: Int

  package init(documentsDone: Int = 0, documents: Int = 0, bytesDone: Int = 0, bytes: Int = 0) {
    self.documentsDone = documentsDone
    self.documents = documents
    self.bytesDone = bytesDone
    self.bytes = bytes
  }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    documentsDone = try parameters.integer(.documentsDone)
    documents = try parameters.integer(.documents)
    bytesDone = try parameters.integer(.bytesDone)
    bytes = try parameters.integer(.bytes)
  }
}

extension ProgressParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("bytes", bytes)
      json.member("bytesDone", bytesDone)
      json.member("documents", documents)
      json.member("documentsDone", documentsDone)
    }
  }
}
