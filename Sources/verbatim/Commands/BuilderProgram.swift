import Client
import Wire

/// The `verbatimd` beside this program, as a child that does what needs the engine.
enum BuilderProgram {
  /// Hands on the options that were named, then `operands`, and waits.
  static func run(
    _ command: [String], options: [(name: String, value: String?)], operands: [String] = []
  ) throws(ClientError) -> Client.ExitCode {
    let program = FilePaths.directory(of: System.executablePath) + "/verbatimd"
    guard System.isExecutable(program) else { throw .daemonMissing(path: program) }
    var arguments = [program] + command
    for (name, value) in options {
      // In one word: a value may begin with a dash.
      if let value { arguments.append("--\(name)=\(value)") }
    }
    if !operands.isEmpty { arguments += ["--"] + operands }
    return Client.ExitCode(rawValue: System.wait(for: try System.spawn(program, arguments))) ?? .error
  }
}
