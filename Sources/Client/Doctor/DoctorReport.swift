package import Wire

/// What `verbatim doctor` has seen: what is set, what is there, and what is to be done.
package struct DoctorReport: Encodable, Sendable {
  /// A value of this run, and who chose it.
  package struct Value: Encodable, Equatable, Sendable {
    var name: String
    var value: String
    /// A flag, a variable of the environment, or `default`.
    var from: String
  }

  /// Something that was looked at.
  package struct Finding: Encodable, Equatable, Sendable {
    enum State: String, Encodable, Sendable {
      case fine
      /// Of no harm to a search, or of none now.
      case note
      /// Keeps a search from working.
      case trouble
    }

    var about: String
    var state: State
    var found: String
    /// What to do.
    var advice: String?
  }

  package var settings: [Value] = []
  package var findings: [Finding] = []
  /// What the daemon says of itself, if one answers.
  package var daemon: HelloReply?

  /// Whether nothing was found that keeps a search from working.
  package var isWell: Bool { !findings.contains { $0.state == .trouble } }

  private enum CodingKeys: CodingKey { case well, settings, findings, daemon }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isWell, forKey: .well)
    try container.encode(settings, forKey: .settings)
    try container.encode(findings, forKey: .findings)
    try container.encode(daemon, forKey: .daemon)
  }
}

extension DoctorReport {
  mutating func add(_ name: String, _ setting: Setting<some CustomStringConvertible>) {
    settings.append(Value(name: name, value: "\(setting.value)", from: "\(setting.origin)"))
  }

  mutating func add(
    _ about: String, _ state: Finding.State, _ found: String, advice: String? = nil
  ) {
    findings.append(
      Finding(
        about: about, state: state, found: found, advice: advice.map(Output.namedCommands.completed)))
  }
}
