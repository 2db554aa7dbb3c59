/// The named parameters of a method.
///
/// The names are listed, so that a daemon can refuse one it does not know: an option that is passed over in
/// silence would give a wrong answer that looks right.
package protocol Parameters: JSONWritable, Sendable {
  associatedtype CodingKeys: CodingKey & CaseIterable

  /// - Throws: What is missing, or of another type than expected.
  init(reading parameters: ParameterReader<CodingKeys>) throws(WireError)
}

extension Parameters {
  /// The parameters of a request: all of them named, and each name known.
  package init(of request: JSONObject) throws(WireError) {
    try self.init(reading: try ParameterReader(request))
  }
}

/// The parameters that every method takes that is answered from the index.
package protocol TimedParameters: Parameters {
  /// Milliseconds until the answer is given up; nil for the daemon's default.
  var timeout: Int? { get set }
}

/// The parameters that every method with a query takes.
package protocol QueryParameters: TimedParameters {
  /// The query, in the query language.
  var query: String { get }
  /// Whether a query that cannot be read whole is an error; nil for no.
  var strict: Bool? { get set }
  /// What neighbouring words mean; nil for all.
  var match: MatchMode? { get set }
  /// The first day, month or year that a document's date may overlap (`2013-09-11`, `2013-09`, `2013`); nil for any.
  var from: String? { get set }
  /// The last, itself included.
  var to: String? { get set }
  /// What is ranked and counted; nil for paragraphs.
  var level: UnitLevel? { get set }
  /// Names of the speakers in whose statements all must stand, one of them or the other; none for anybody. As JSON `speaker`: one name, or
  /// an array of them.
  var speakers: [String] { get set }
  /// The generation, or its first six hex digits or more, that must have lacked what is found; nil for whatever it had.
  var since: String? { get set }

  init(query: String)
}

extension QueryParameters where CodingKeys: QueryKeys {
  /// Reads what all methods with a query take.
  init(readingQueryOf parameters: ParameterReader<CodingKeys>) throws(WireError) {
    self.init(query: try parameters.string(.query))
    timeout = try parameters.integer(ifPresent: .timeout)
    strict = try parameters.boolean(ifPresent: .strict)
    match = try parameters.name(ifPresent: .match)
    from = try parameters.string(ifPresent: .from)
    to = try parameters.string(ifPresent: .to)
    level = try parameters.name(ifPresent: .level)
    speakers = try parameters.stringOrStrings(ifPresent: .speaker)
    since = try parameters.string(ifPresent: .since)
  }
}

/// The names that all methods with a query have.
package protocol QueryKeys {
  static var query: Self { get }
  static var timeout: Self { get }
  static var strict: Self { get }
  static var match: Self { get }
  static var from: Self { get }
  static var to: Self { get }
  static var level: Self { get }
  static var speaker: Self { get }
  static var since: Self { get }
}

/// What is ranked and counted.
package enum UnitLevel: String, Codable, JSONWritable, CaseIterable, Sendable {
  case paragraph, statement, document
}

/// What words beside each other mean, where no operator stands between them.
package enum MatchMode: String, Codable, JSONWritable, CaseIterable, Sendable {
  case all, any
}

/// The parameters of a method that takes none.
package struct NoParameters: Parameters {
  package enum CodingKeys: CodingKey, CaseIterable {}
  package init() {}
  package init(reading parameters: ParameterReader<CodingKeys>) {}
  package func write(to json: inout JSONWriter) { json.object { _ in } }
}
