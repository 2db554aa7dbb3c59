/// The environment's variables, or a stand-in for them.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// The process's own.
  package static let process = Environment { SystemCalls.environmentVariable($0) }

  package init(_ lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

  package init(_ values: [String: String]) {
    self.init { values[$0] }
  }

  /// The value of a variable; nil if it is unset or empty.
  package subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }
}
