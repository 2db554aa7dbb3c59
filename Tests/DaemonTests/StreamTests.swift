import Daemon
import Foundation
import TestSupport
import Testing
import Wire

/// The same sessions over two files that are open already, as over standard input and output.
@Suite(.serialized, .timeLimit(.minutes(3))) struct StreamTests {
  @Test func answersPipesAndLeavesWhenTheInputEnds() async throws {
    let (input, output) = (Pipe(), Pipe())
    try write([request(1, "count", veto), request(2, "status")], to: input)
    try input.fileHandleForWriting.close()
    try await run(input.fileHandleForReading, output.fileHandleForWriting)
    let lines = try lines(of: output)
    #expect(lines.count == 2)
    let status = try #require(try lines.first { try id($0) == .integer(2) })
    #expect(try result(StatusReply.self, status).socket == nil)
    #expect(try result(StatusReply.self, status).connections == 1)
  }

  /// A file on disk is no pipe; and it has more requests than may be in flight, which wait rather than being refused.
  @Test func answersAFileWithManyRequests() async throws {
    let folder = try TemporaryFolder()
    let requests = (1...100).map { request($0, "count", veto) + "\n" }.joined()
    let input = try #require(FileHandle(forReadingAtPath: folder.write(requests, to: "requests")))
    let output = try #require(FileHandle(forWritingAtPath: folder.write("", to: "replies")))
    try await run(input, output)
    let lines = String(decoding: try folder.read("replies"), as: UTF8.self).split(separator: "\n")
    for line in lines { #expect(try result(CountReply.self, String(line)).total == 3) }
    #expect(try Set(lines.map { try id(String($0)) }) == Set((1...100).map { .integer($0) }))
  }

  /// One socket for both directions, as a program gives it that starts the daemon for itself.
  @Test func answersOverOneSocketWhileItIsOpen() async throws {
    var pair: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    // SAFETY: the call fills in two descriptors, and the array has room for two.
    #expect(unsafe socketpair(AF_UNIX, type, 0, &pair) == 0)
    let ours = FileHandle(fileDescriptor: pair[0], closeOnDealloc: true)
    let theirs = FileHandle(fileDescriptor: pair[1], closeOnDealloc: true)
    let running = Task(executorPreference: ThreadExecutor.shared) { try await run(theirs, theirs) }
    try await withTaskExecutorPreference(ThreadExecutor.shared) {
      for number in 1...3 {
        try ours.write(contentsOf: Data((request(number, "count", veto) + "\n").utf8))
        #expect(try id(String(decoding: ours.availableData, as: UTF8.self)) == .integer(number))
      }
      try ours.write(contentsOf: Data((request(4, "stop") + "\n").utf8))
      #expect(String(decoding: ours.availableData, as: UTF8.self).contains("stopping"))
    }
    // It leaves though its input is still open.
    try await running.value
  }

  @Test func waitsForAFirstIndexAfterTheEndOfItsInput() async throws {
    let gate = Gate()
    let source = CannedSource(
      CannedSource.Script(
        index: .failure(WireError(.indexMissing, "none")),
        build: { progress throws(WireError) in
          progress(ProgressParameters(documentsDone: 1, documents: 3, bytesDone: 10, bytes: 30))
          gate.pass()
          return CannedIndex(generation: "built")
        }))
    let (input, output) = (Pipe(), Pipe())
    try write([request(1, "count", veto)], to: input)
    try input.fileHandleForWriting.close()
    let running = Task(executorPreference: ThreadExecutor.shared) {
      try await run(input.fileHandleForReading, output.fileHandleForWriting, source)
    }
    let progress = await withTaskExecutorPreference(ThreadExecutor.shared) {
      String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    #expect(progress.contains(#""documents":3,"#))
    gate.open()
    try await running.value
    let last = try #require(try lines(of: output).last)
    #expect(try result(CountReply.self, last).generation == "built")
  }

  /// Nobody else waits behind it, so that the reader of a pipe may take its time.
  @Test func waitsForASlowReader() async throws {
    let index = CannedIndex(hitCount: 200, text: String(repeating: "the veto ", count: 300))
    var limits = Limits()
    limits.unreadByteCount = 100_000
    limits.unreadTimeout = .milliseconds(10)
    limits.closingTimeout = .milliseconds(10)
    limits.timeout = .seconds(600)
    let (input, output) = (Pipe(), Pipe())
    try write((1...8).map { request($0, "search", #"{"query":"veto","limit":0}"#) }, to: input)
    try input.fileHandleForWriting.close()
    let running = Task(executorPreference: ThreadExecutor.shared) { [limits] in
      try await run(input.fileHandleForReading, output.fileHandleForWriting, CannedSource(index), limits)
    }
    try await withTaskExecutorPreference(ThreadExecutor.shared) {
      try await Task.sleep(for: .milliseconds(200))
      let lines = try lines(of: output)
      #expect(lines.count == 8)
      for line in lines { #expect(try result(SearchReply.self, line).hits.count == 200) }
    }
    try await running.value
  }

  @Test func aReaderThatHasSeenEnoughIsNoError() async throws {
    let (input, output) = (Pipe(), Pipe())
    try write([request(1, "count", veto)], to: input)
    try output.fileHandleForReading.close()
    try await run(input.fileHandleForReading, output.fileHandleForWriting)
  }

  @Test func repliesThatCannotBeWrittenAreAnError() async throws {
    guard let full = FileHandle(forWritingAtPath: "/dev/full") else { return }
    let input = Pipe()
    try write([request(1, "count", veto)], to: input)
    try input.fileHandleForWriting.close()
    await #expect(throws: DaemonError.output(reason: "No space left on device")) {
      try await run(input.fileHandleForReading, full)
    }
  }

  @Test func anInputThatCannotBeReadIsAnError() async throws {
    let folder = try #require(FileHandle(forReadingAtPath: "/"))
    await #expect(throws: DaemonError.input(reason: "Is a directory")) {
      try await run(folder, Pipe().fileHandleForWriting)
    }
  }

  // MARK: Streams

  /// Runs a daemon over two files to its end, and closes the output.
  private func run(
    _ input: FileHandle, _ output: FileHandle, _ source: CannedSource = CannedSource(),
    _ limits: Limits = Limits()
  ) async throws {
    var configuration = DaemonConfiguration(
      input: input.fileDescriptor, output: output.fileDescriptor)
    configuration.limits = limits
    defer { try? output.close() }
    try await makeService(configuration, source).run()
  }

  private func write(_ lines: [String], to pipe: Pipe) throws {
    try pipe.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// What was written to a pipe, up to its end.
  private func lines(of pipe: Pipe) throws -> [String] {
    String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      .split(separator: "\n").map(String.init).filter { !$0.contains(ProgressParameters.method) }
  }
}
