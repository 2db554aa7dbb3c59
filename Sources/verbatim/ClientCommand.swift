import ArgumentParser
import Client
import Wire

/// A command that asks somebody, and ends with an exit code.
protocol ClientCommand: ParsableCommand {
  var place: PlaceOptions { get }
  /// Asks, prints, and says how it ended.
  func answer() throws -> Client.ExitCode
}

extension ClientCommand {
  func run() throws { System.exit(try answer()) }

  /// A client of the daemon of the place that was named.
  func makeClient(mayStart: Bool) throws(ClientError) -> DaemonClient {
    let place = try place.place()
    return client(at: place, .daemon(try place.socket(), mayStart: mayStart))
  }

  fileprivate func client(at place: Place, _ answerer: Answerer) -> DaemonClient {
    let display = ProgressDisplay()
    return DaemonClient(place, answerer) { display.show($0) }
  }

  /// Asks, and says what is odd about who answers: on standard error, whether there is an answer or not.
  func ask<Asked, Reply>(
    _ client: inout DaemonClient, _ method: Method<Asked, Reply>, _ parameters: Asked, silence: Int = 60_000
  ) throws(ClientError) -> Reply {
    let isFirst = client.hello == nil
    do throws(ClientError) {
      let reply = try client.ask(method, parameters, silence: silence)
      if isFirst, let hello = client.hello { try noteOddities(of: hello, client.answerer) }
      return reply
    } catch {
      if isFirst, let hello = client.hello { try noteOddities(of: hello, client.answerer) }
      throw error
    }
  }

  private func noteOddities(of hello: HelloReply, _ answerer: Answerer) throws(ClientError) {
    let place = try place.place()
    if case .daemon(let socket, _) = answerer {
      for (what, asked, found) in [
        ("corpus", place.corpus, hello.corpusRoot), ("index", place.index, hello.indexDirectory),
      ] where asked.origin != .preset && asked.value != found {
        Output.note(
          "warning: the daemon answers for the \(what) \(found), not \(asked.value) (\(asked.origin)); to change that: "
            + "verbatim stop --socket \(socket)")
      }
    }
    guard hello.version != Version.current else { return }
    switch answerer {
    case .daemon:
      Output.note(
        "warning: the daemon is version \(hello.version), this client \(Version.current); to renew it: verbatim stop"
      )
    case .child:
      Output.note(
        "warning: \(DaemonProgram.expectedPath) is version \(hello.version), this client \(Version.current); "
          + "install them together")
    }
  }
}

extension ClientCommand {
  /// Has the index compared with the corpus.
  /// - Throws: `IndexStale` if a build would give another one.
  func requireFreshness(of client: inout DaemonClient) throws(ClientError) {
    let reply = try ask(&client, .check, NoParameters(), silence: 600_000)
    if reply.fresh { return }
    if reply.indexGeneration == reply.corpusGeneration {
      throw .refused(
        WireError(
          .indexStale, "the daemon answers from an older index than stands in its folder",
          hint: "run: verbatim reload"))
    }
    var reasons = reply.pipeline.isEmpty ? [] : ["this program reads documents otherwise"]
    for (name, paths, count) in [
      ("added", reply.added, reply.addedCount), ("changed", reply.changed, reply.changedCount),
      ("removed", reply.removed, reply.removedCount),
    ] {
      guard let first = paths.first else { continue }
      reasons.append("\(count) \(name) (\(first)\(count > 1 ? " …" : ""))")
    }
    throw .refused(
      WireError(
        .indexStale,
        "the corpus has changed since the index was built: \(reasons.joined(separator: ", "))",
        hint: "run: verbatim index build"))
  }
}

/// A command that gets its answer from an index: from a daemon, or from a child of its own.
protocol AnsweringCommand: ClientCommand {
  var answerer: AnswererOptions { get }
}

extension AnsweringCommand {
  /// A client of whoever is to answer.
  func makeClient() throws(ClientError) -> DaemonClient {
    let place = try place.place()
    return client(at: place, try answerer.choice(self.place, place).answerer(at: place))
  }
}

/// Says on standard error that nothing was found, and why.
func noteNoHits(for interpreted: String, _ diagnosis: DiagnosisMessage?) {
  Output.note("no hits for \(interpreted)")
  for note in diagnosis?.notes ?? [] { Output.note("  " + note) }
}

/// Says the warnings of an answer on standard error.
func note(_ warnings: [WarningMessage]) {
  for warning in warnings {
    let place = warning.start.map { " (at character \($0 + 1) of the query)" } ?? ""
    Output.note("warning: \(warning.message)\(place)" + (warning.hint.map { "; \($0)" } ?? ""))
  }
}
