/// How a daemon fares.
package struct StatusReply: Codable, Equatable, Sendable {
  /// Whether queries can be answered.
  package enum State: String, Codable, JSONWritable, Sendable {
    /// The index is being opened, or built for the first time.
    case opening
    case ready
    /// There is no index that can be read; `problem` says why.
    case failed
  }

  /// What is known of the index against its corpus.
  package enum Freshness: String, Codable, JSONWritable, Sendable {
    case fresh, stale
    /// Not looked at yet, or the corpus could not be read.
    case unknown
  }

  package struct Counts: Codable, Equatable, Sendable {
    package var documents: Int
    package var paragraphs: Int
    package var statements: Int
    package var tokens: Int

    package init(documents: Int, paragraphs: Int, statements: Int = 0, tokens: Int) {
      self.documents = documents
      self.paragraphs = paragraphs
      self.statements = statements
      self.tokens = tokens
    }
  }

  package var pid: Int
  package var version: String
  package var uptimeSeconds: Int
  package var state: State
  /// Why the state is `failed`.
  package var problem: String?
  @ExplicitNull package var generation: String?
  package var freshness: Freshness
  @ExplicitNull package var counts: Counts?
  package var corpusRoot: String
  package var indexDirectory: String
  /// Where it listens; null if it answers over its standard input and output.
  @ExplicitNull package var socket: String?
  /// Requests answered since the start, this one not counted.
  package var requestsServed: Int
  package var connections: Int
  /// What everybody who asks is told, such as what is wrong with the synonyms.
  package var warnings: [WarningMessage] = []

  package init(
    pid: Int, version: String, uptimeSeconds: Int, state: State, problem: String? = nil, generation: String?,
    freshness: Freshness, counts: Counts?, corpusRoot: String, indexDirectory: String, socket: String?,
    requestsServed: Int, connections: Int
  ) {
    self.pid = pid
    self.version = version
    self.uptimeSeconds = uptimeSeconds
    self.state = state
    self.problem = problem
    self.generation = generation
    self.freshness = freshness
    self.counts = counts
    self.corpusRoot = corpusRoot
    self.indexDirectory = indexDirectory
    self.socket = socket
    self.requestsServed = requestsServed
    self.connections = connections
  }
}

extension StatusReply.Counts: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("documents", documents)
      json.member("paragraphs", paragraphs)
      json.member("statements", statements)
      json.member("tokens", tokens)
    }
  }
}

extension StatusReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("connections", connections)
      json.member("corpusRoot", corpusRoot)
      json.member("counts", counts)
      json.member("freshness", freshness)
      json.member("generation", generation)
      json.member("indexDirectory", indexDirectory)
      json.member("pid", pid)
      json.member("problem", ifPresent: problem)
      json.member("requestsServed", requestsServed)
      json.member("socket", socket)
      json.member("state", state)
      json.member("uptimeSeconds", uptimeSeconds)
      json.member("version", version)
      json.member("warnings", warnings)
    }
  }
}
