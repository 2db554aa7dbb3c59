package import Wire

/// Asks a daemon, starting it first where none answers.
///
/// The first request travels with `hello` in one write. A daemon that leaves or dies while it owes an answer closes the connection;
/// then the user is told, and the request is sent once more, to the next daemon. So it is when a daemon has found no index
/// and could build none, but was started for another corpus than ours: it is of use to nobody, and is replaced.
package struct DaemonClient: ~Copyable {
  private let place: Place
  private let mayStart: Bool
  private let showProgress: (ProgressParameters?) -> Void
  private var link: DaemonLink?
  private var lastID = 0
  /// Who answers; known after the first answer.
  package private(set) var hello: HelloReply?

  /// - Parameters:
  ///   - mayStart: Whether a daemon may be started.
  ///   - showProgress: Called while a first index is built, and with nil once the answer is there.
  package init(
    _ place: Place, mayStart: Bool, showProgress: @escaping (ProgressParameters?) -> Void = { _ in }
  ) {
    self.place = place
    self.mayStart = mayStart
    self.showProgress = showProgress
  }

  /// Sends a request and waits for its reply.
  /// - Parameter silence: The longest time, in milliseconds, to hear nothing at all.
  package mutating func ask<Asked, Reply>(
    _ method: Method<Asked, Reply>, _ parameters: Asked, silence: Int = 15_000
  ) throws(ClientError) -> Reply {
    do throws(ClientError) {
      return try askOnce(method, parameters, silence: silence)
    } catch {
      switch error {
      case .connectionEnded where method.name != Method.stop.name:
        Output.note("the daemon ended the connection without an answer; asking again")
      case .refused(let refusal) where refusal.kind == .indexMissing && mayStart && answersForOtherCorpus:
        let _: StopReply = try askOnce(.stop, NoParameters(), silence: silence)
        try waitForEnd()
      default: throw error
      }
      return try askOnce(method, parameters, silence: silence)
    }
  }

  private var answersForOtherCorpus: Bool { hello.map { $0.corpusRoot != place.corpusRoot } ?? false }

  /// Waits until the daemon, which was told to leave, closes the connection: it has left its place by then.
  package mutating func waitForEnd() throws(ClientError) {
    guard link != nil else { return }
    while try link!.nextLine(silence: 10_000) != nil {}
    link = nil
  }

  private mutating func askOnce<Asked, Reply>(
    _ method: Method<Asked, Reply>, _ parameters: Asked, silence: Int
  ) throws(ClientError) -> Reply {
    var bytes: [UInt8] = []
    if link == nil {
      link = DaemonLink(try connect(), socket: place.socket)
      let hello = HelloParameters(client: "verbatim", version: Version.current)
      bytes = try line(Request(id: .integer(0), method: Method.hello.name, parameters: hello))
    }
    lastID += 1
    bytes += try line(Request(id: .integer(lastID), method: method.name, parameters: parameters))
    do throws(ClientError) {
      try link!.send(bytes)
      return try waitForReply(Reply.self, silence: silence)
    } catch {
      // After an answer to this very request the connection is as good as before.
      if case .refused = error {
      } else {
        link = nil
        hello = nil
      }
      throw error
    }
  }

  private mutating func waitForReply<Reply: Decodable>(_: Reply.Type, silence: Int) throws(ClientError)
    -> Reply
  {
    while true {
      guard let line = try link!.nextLine(silence: silence) else {
        throw .connectionEnded(socket: place.socket.path)
      }
      do throws(WireError) {
        let head = try WireJSON.replyHead(line)
        switch head.id {
        case nil where head.method == ProgressParameters.method:
          showProgress(try WireJSON.notification(ProgressParameters.self, line).parameters)
        case nil: break
        case .integer(0):
          if let error = head.error { throw error }
          hello = try WireJSON.result(HelloReply.self, of: line)
        case .integer(lastID), .null:
          showProgress(nil)
          if let error = head.error { throw error }
          return try WireJSON.result(Reply.self, of: line)
        default: break
        }
      } catch {
        throw .refused(error)
      }
    }
  }

  private func connect() throws(ClientError) -> UnixConnection {
    do throws(SocketError) {
      try SocketDirectory.check(for: place.socket)
      let connection = try UnixConnection(connectingTo: place.socket)
      try SocketDirectory.checkMode(of: place.socket)
      return connection
    } catch {
      guard case .nobodyListens = error else { throw .socket(error) }
      guard mayStart else { throw .noDaemon(socket: place.socket.path) }
    }
    return try DaemonLauncher.start(place)
  }

  private func line(_ message: some Encodable) throws(ClientError) -> [UInt8] {
    do throws(WireError) {
      return try WireJSON.line(message) + [0x0A]
    } catch {
      throw .refused(error)
    }
  }
}
