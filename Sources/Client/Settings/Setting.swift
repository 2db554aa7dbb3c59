package import Wire

/// A value of this run, and who chose it: a flag, else the environment, else nobody.
package struct Setting<Value: Sendable>: Sendable {
  package var value: Value
  package var origin: Origin

  package init(_ value: Value, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Setting<Other> {
    Setting<Other>(transform(value), origin)
  }
}

/// Who chose a value.
package enum Origin: Equatable, Sendable, CustomStringConvertible {
  case flag(String)
  case environment(String)
  case preset

  package var description: String {
    switch self {
    case .flag(let name), .environment(let name): name
    case .preset: "default"
    }
  }
}

extension Setting<String?> {
  /// Flag, then environment; nil if neither says anything.
  package init(flag: String, _ given: String?, variable: String, in environment: Environment) {
    if let given {
      self.init(given, .flag(flag))
    } else if let found = environment[variable] {
      self.init(found, .environment(variable))
    } else {
      self.init(nil, .preset)
    }
  }
}

extension Environment {
  /// Whether a variable is set to anything but `0` or `false`; an empty one counts as unset.
  package func isOn(_ name: String) -> Bool {
    guard let value = self[name] else { return false }
    return value != "0" && value.lowercased() != "false"
  }
}

/// Why a value is refused: what was found, what was expected.
package enum SettingError: Error, Equatable, CustomStringConvertible {
  case empty(flag: String, expected: String)
  /// A file is named, and none stands there.
  case noFile(flag: String, path: String)
  case badEnvironment(name: String, found: String, expected: String)
  /// A child of one's own and the socket of somebody else's daemon exclude each other.
  case localWithSocket(socket: String)

  package var description: String {
    switch self {
    case .empty(let flag, let expected):
      "\(flag) is empty; expected \(expected)"
    case .noFile(let flag, let path):
      "\(flag) is \(path), which is no file that can be read; expected the path of one"
    case .badEnvironment(let name, let found, let expected):
      "the environment's \(name) is \"\(found)\"; expected \(expected)"
    case .localWithSocket(let socket):
      "found --local and --socket \(socket), and they exclude each other: --local asks a verbatimd of its own, which "
        + "listens at no socket; leave out one of them"
    }
  }
}
