import Logging
import NIOCore
import NIOPosix
import Synchronization
import Wire

/// One connection, over two files that are open already: what stands in for a socket on standard input and output.
///
/// The files may be of any kind: pipes, terminals, sockets, files on disk. NIO could drive some of them itself, but would make
/// them non-blocking for all who share them, among them the shell that started us and our own standard error. So the session
/// has one end of a pair of sockets, and two threads carry its bytes between the other end and the files.
final class StreamEntrance: Entrance {
  private let input: Int32
  private let output: Int32
  private let threads = NIOThreadPool(numberOfThreads: 2)
  private let state = Mutex(State())

  private struct State {
    var isOutputDone = true
    var failure: DaemonError?
  }

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  func open(_ state: DaemonState, on group: any EventLoopGroup) async throws {
    let (ours, theirs) = try SocketEnd.makePair()
    _ = try await ClientBootstrap(group: group)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        _ = state.connections.add(channel, limit: .max)
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Session(state, on: channel.eventLoop, isSole: true))
        }
      }
      .withConnectedSocket(theirs).get()
    self.state.withLock { $0.isOutputDone = false }
    threads.start()
    threads.submit { _ in self.carryInput(to: ours) }
    threads.submit { _ in
      self.carryOutput(from: ours)
      state.leave(because: .inputEnded)
    }
    state.logger.info("answering over standard input and output", metadata: ["pid": "\(state.pid)"])
  }

  func close() {}

  func drain(until deadline: ContinuousClock.Instant) async throws {
    await wait(until: deadline) { state.withLock { $0.isOutputDone } }
    // The thread that reads may go on to wait for input, which the end of the process ends.
    threads.shutDownLater()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  // MARK: On the threads

  private func carryInput(to end: SocketEnd) {
    do throws(SystemError) {
      try BlockingFile.copy(from: input) { bytes in end.send(bytes) }
    } catch {
      fail(.input(reason: error.reason))
    }
    end.finishSending()
  }

  private func carryOutput(from end: SocketEnd) {
    do throws(SystemError) {
      try BlockingFile.copy(from: end.descriptor) { bytes throws(SystemError) in
        try BlockingFile.write(bytes, to: output)
        return true
      }
    } catch {
      // A reader that has seen enough is no failure.
      if !error.isBrokenPipe { fail(.output(reason: error.reason)) }
    }
    end.shutDown()
    state.withLock { $0.isOutputDone = true }
  }

  private func fail(_ failure: DaemonError) {
    state.withLock { state in
      if state.failure == nil { state.failure = failure }
    }
  }
}
