package import Wire

/// Asks a daemon, starting it first where none answers; or a child of our own.
///
/// The first request travels with `hello` in one write. A daemon that leaves or dies while it owes an answer closes the connection;
/// then the user is told, and the request is sent once more, to the next daemon. So it is when a daemon has found no index
/// and could build none, but was started for another corpus than ours: it is of use to nobody, and is replaced. A child that is
/// killed is replaced likewise.
package struct DaemonClient: ~Copyable {
  private let place: Place
  /// Who answers, or is to.
  package let answerer: Answerer
  private let showProgress: (ProgressParameters?) -> Void
  private var link: DaemonLink?
  private var lastID = 0
  /// What the answerer says of itself; known after the first answer.
  package private(set) var hello: HelloReply?

  /// - Parameter showProgress: Called while a first index is built, and with nil once the answer is there.
  package init(
    _ place: Place, _ answerer: Answerer, showProgress: @escaping (ProgressParameters?) -> Void = { _ in }
  ) {
    self.place = place
    self.answerer = answerer
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
      case .childKilled(let signal, _):
        Output.note("verbatimd was ended by signal \(signal); asking another")
      case .refused(let refusal) where refusal.kind == .indexMissing && mayReplace:
        let _: StopReply = try askOnce(.stop, NoParameters(), silence: silence)
        try waitForEnd()
      default: throw error
      }
      return try askOnce(method, parameters, silence: silence)
    }
  }

  /// Whether the daemon answers for another corpus than ours, and we may start one for ours.
  private var mayReplace: Bool {
    guard case .daemon(_, mayStart: true) = answerer, let hello else { return false }
    return hello.corpusRoot != place.corpusRoot
  }

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
      link = try connect()
      let hello = HelloParameters(client: "verbatim", version: Version.current)
      bytes = JSONWriter.line(Request(id: .integer(0), method: Method.hello.name, parameters: hello))
    }
    lastID += 1
    bytes += JSONWriter.line(Request(id: .integer(lastID), method: method.name, parameters: parameters))
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
      guard let line = try link!.nextLine(silence: silence) else { throw link!.endedEarly() }
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

  private func connect() throws(ClientError) -> DaemonLink {
    guard case .daemon(let socket, let mayStart) = answerer else {
      noteNewIndex()
      return try LocalChild.start(place)
    }
    do throws(SocketError) {
      return try connect(to: socket)
    } catch {
      guard case .nobodyListens = error else { throw .socket(error) }
      guard mayStart else { throw .noDaemon(socket: socket.path) }
    }
    noteNewIndex()
    return DaemonLink(try DaemonLauncher.start(place, at: socket), to: socket)
  }

  /// Says that there is no index yet where one was named, since whoever we start will build one there: the name may be a slip.
  /// Where a file stands, none is built.
  private func noteNewIndex() {
    guard place.index.origin != .preset, !place.hasIndex,
      [nil, .folder].contains(System.status(of: place.indexDirectory)?.kind)
    else { return }
    Output.note(
      "note: there is no index in \(place.indexDirectory) (\(place.index.origin)), so one is built there, of the corpus "
        + "\(place.corpusRoot)")
  }

  private func connect(to socket: SocketPath) throws(SocketError) -> DaemonLink {
    try SocketDirectory.check(for: socket)
    let connection = try UnixConnection(connectingTo: socket)
    try SocketDirectory.checkMode(of: socket)
    return DaemonLink(connection, to: socket)
  }
}
