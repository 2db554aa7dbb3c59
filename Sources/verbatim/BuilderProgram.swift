import Client
import Wire

/// The `verbatimd` beside this program, as a child that works on a corpus and its index.
enum BuilderProgram {
  /// An option by its name, with its value if it was given.
  typealias Option = (name: String, value: String?)

  /// Hands on what was named (the child reads the same environment and has the same defaults), and waits.
  ///
  /// - Parameter operands: Handed on behind the options.
  static func run(
    _ command: [String], _ options: [Option], operands: [String] = []
  ) throws(ClientError) -> Client.ExitCode {
    let program = FilePaths.directory(of: System.executablePath) + "/verbatimd"
    guard System.isExecutable(program) else { throw .daemonMissing(path: program) }
    // In one word: a value may begin with a dash.
    let given = options.compactMap { option in option.value.map { "--\(option.name)=\($0)" } }
    // Its messages begin with the name that it is started under.
    let arguments = ["verbatim"] + command + given + (operands.isEmpty ? [] : ["--"] + operands)
    let child = try System.spawn(program, arguments)
    return Client.ExitCode(rawValue: try System.wait(for: child, running: program)) ?? .error
  }
}
