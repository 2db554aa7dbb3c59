import Foundation
import TestSupport
import Testing

/// A private folder with a corpus, an index and a socket of its own, and the programs to run there.
///
/// Whatever daemon was started at its socket is stopped at the end.
struct Bench: Sendable {
  let folder: String
  var programs: String
  var environment: [String: String]

  struct Ending {
    var status: Int32
    var output: String
    /// What was said on standard error, but how far a build was: that depends on the machine's speed.
    var errors: String

    init(status: Int32, output: String, errors: String) {
      self.status = status
      self.output = output
      self.errors = errors.replacing(
        /(?m)^(?:building the index|indexing|counting): \d+ of \d+ documents(?: …)?\n/, with: "")
    }
  }

  /// Lends a bench to `body`, which may block: it has a thread of its own.
  static func with(_ body: @escaping @Sendable (Bench) throws -> Void) async throws {
    try await withTaskExecutorPreference(ThreadExecutor.shared) { try withBench(body) }
  }

  private static func withBench(_ body: (Bench) throws -> Void) throws {
    let folder = "/tmp/verbatim-\(UUID().uuidString.prefix(8))"
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: folder + "/run", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    defer { try? manager.removeItem(atPath: folder) }
    let bench = Bench(
      folder: folder, programs: try builtPrograms(),
      environment: [
        "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": folder + "/run", "VERBATIM_IDLE_TIMEOUT": "60",
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      ])
    try bench.writeCorpus()
    defer { _ = try? bench.run("stop") }
    try body(bench)
  }

  /// Runs `verbatim` to its end.
  func run(_ arguments: String..., environment more: [String: String] = [:]) throws -> Ending {
    try start(arguments, environment: more).end()
  }

  /// Starts a program that is waited for later.
  func start(
    _ arguments: [String], program: String = "verbatim", environment more: [String: String] = [:]
  ) throws -> Started {
    try Started(
      program: programs + "/" + program, arguments: arguments, folder: folder,
      environment: environment.merging(more) { $1 })
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + path))
  }

  private func writeCorpus() throws {
    try FileManager.default.createDirectory(atPath: folder + "/corpus", withIntermediateDirectories: false)
    try write(
      """
      ---
      title: First dialogue
      date: 2009-07-23
      ---

      # Opening

      The delegation asked that the veto be held back in such cases.

      Each state was invited to name a focal point for prevention.

      """, to: "corpus/2009-07-23-first.md")
    try write(
      """
      ---
      title: Second dialogue
      date: 2013-09-11
      ---

      # Use of the veto

      Several speakers hoped that vetoes would not be cast again. The veto was named twice.

      The point was focal to the debate, said one speaker.

      """, to: "corpus/2013-09-11-second.md")
    try write(
      """
      ---
      title: Third dialogue
      date: 2013-10-02
      ---

      # Closing

      The chair thanked the interpreters.

      """, to: "corpus/2013-10-02-third.md")
  }

  /// The folder the build put the programs in: that of the test bundle.
  private static func builtPrograms() throws -> String {
    #if os(Linux)
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      let tests = try #require(Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }).bundlePath
    #endif
    return (tests as NSString).deletingLastPathComponent
  }
}

/// A program that was started.
final class Started {
  private let process = Process()
  private let output: FileHandle
  private let errors: FileHandle
  private let files: [String]
  var pid: Int32 { process.processIdentifier }

  init(program: String, arguments: [String], folder: String, environment: [String: String]) throws {
    // Files rather than pipes: a daemon that wrongly kept one open must not hold up the test.
    files = ["out", "err"].map { "\(folder)/\($0)-\(UUID().uuidString)" }
    for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
    output = try #require(FileHandle(forWritingAtPath: files[0]))
    errors = try #require(FileHandle(forWritingAtPath: files[1]))
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  func terminate() { process.terminate() }

  /// What it has said on standard error until now.
  func errorsSoFar() throws -> String { try String(contentsOfFile: files[1], encoding: .utf8) }

  func end() throws -> Bench.Ending {
    process.waitUntilExit()
    return Bench.Ending(
      status: process.terminationStatus, output: try String(contentsOfFile: files[0], encoding: .utf8),
      errors: try String(contentsOfFile: files[1], encoding: .utf8))
  }
}
