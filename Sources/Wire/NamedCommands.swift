/// The commands that a message tells people to run, made to be about the corpus and index that the message is about: with the options
/// that named these. Without them, who copies the command would have another index built.
package struct NamedCommands: Sendable {
  private static let names = [
    "verbatim index build", "verbatim index check", "verbatim index verify", "verbatim reload",
    "verbatim stop", "verbatimd serve",
  ]
  private static let options = ["--corpus", "--config", "--index", "--socket"]

  /// The options that were given, with a space before each.
  private let given: String

  /// - Parameter arguments: Those of this process, behind its name.
  package init(arguments: [String]) {
    var given = ""
    var rest = arguments.prefix { $0 != "--" }
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard let option = parts.first, Self.options.contains(option) else { continue }
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else { continue }
      given += " \(option) \(value.wordOfShell)"
    }
    self.given = given
  }

  /// `message`, with the options behind each command that has none there.
  package func completed(in message: String) -> String {
    if given.isEmpty { return message }
    var message = message
    for name in Self.names {
      let parts = message.split(separator: name, omittingEmptySubsequences: false)
      guard let first = parts.first, parts.count > 1 else { continue }
      message = parts.dropFirst().reduce(String(first)) { text, rest in
        text + name + (rest.hasPrefix(" --") ? "" : given) + rest
      }
    }
    return message
  }
}

extension String {
  /// As one word of a shell's command, in quotation marks where it needs them.
  package var wordOfShell: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-_./:@%+,".utf8.contains(byte)
        }
      }
    if isPlain { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
