#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A command as the argument parser describes it: what can be given to it, and what it says of itself.
///
/// Read from the parser's own dump, so that no list of options is kept beside the options.
package struct CommandDescription: Decodable, Sendable {
  package var commandName: String
  package var abstract: String?
  package var discussion: String?
  package var subcommands: [CommandDescription]?
  package var arguments: [Argument]?

  package struct Argument: Decodable, Sendable {
    package enum Kind: String, Decodable, Sendable { case positional, option, flag }
    package struct Name: Decodable, Sendable {
      var kind: String
      var name: String
    }
    package var kind: Kind
    package var shouldDisplay: Bool
    package var isOptional: Bool
    package var isRepeating: Bool
    package var names: [Name]?
    package var valueName: String?
    package var defaultValue: String?
    package var allValues: [String]?
    package var abstract: String?
  }

  /// - Parameter dump: What `--experimental-dump-help` prints.
  package init(dump: String) throws {
    struct Dump: Decodable { var command: CommandDescription }
    self = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  /// The command that `path` leads to, one name a step; nil if there is none.
  package func command(at path: [String]) -> CommandDescription? {
    guard let name = path.first else { return self }
    return subcommands?.first { $0.commandName == name }?.command(at: Array(path.dropFirst()))
  }
}

extension CommandDescription.Argument.Name {
  /// As it is typed.
  package var spelling: String { kind == "long" ? "--" + name : "-" + name }
}
