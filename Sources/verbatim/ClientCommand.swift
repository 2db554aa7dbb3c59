import ArgumentParser
import Client
import Wire

/// A command that asks a daemon.
protocol ClientCommand: ParsableCommand {
  var place: PlaceOptions { get }
  /// Asks, prints, and says how it ended.
  func answer() throws -> Client.ExitCode
}

extension ClientCommand {
  func run() throws { System.exit(try answer()) }

  /// A client for the place that was named.
  /// - Parameter mayStart: Whether a daemon may be started; nil as the options say.
  func makeClient(mayStart: Bool? = nil) throws(ClientError) -> DaemonClient {
    let display = ProgressDisplay()
    return DaemonClient(try place.place(), mayStart: mayStart ?? place.mayStart) { display.show($0) }
  }

  /// Asks, and says what is odd about who answers: on standard error, whether there is an answer or not.
  func ask<Asked, Reply>(
    _ client: inout DaemonClient, _ method: Method<Asked, Reply>, _ parameters: Asked, silence: Int = 60_000
  ) throws(ClientError) -> Reply {
    let isFirst = client.hello == nil
    do throws(ClientError) {
      let reply = try client.ask(method, parameters, silence: silence)
      if isFirst, let hello = client.hello { try noteOddities(of: hello) }
      return reply
    } catch {
      if isFirst, let hello = client.hello { try noteOddities(of: hello) }
      throw error
    }
  }

  private func noteOddities(of hello: HelloReply) throws(ClientError) {
    let place = try place.place()
    if place.corpusIsExplicit, hello.corpusRoot != place.corpusRoot {
      Output.note(
        "warning: the daemon answers for the corpus \(hello.corpusRoot), not \(place.corpusRoot); to change that: "
          + "verbatim stop --socket \(place.socket)")
    }
    if hello.version != Version.current {
      Output.note(
        "warning: the daemon is version \(hello.version), this client \(Version.current); to renew it: verbatim stop"
      )
    }
  }
}

/// Says the warnings of an answer on standard error.
func note(_ warnings: [WarningMessage]) {
  for warning in warnings {
    let place = warning.start.map { " (at character \($0 + 1) of the query)" } ?? ""
    Output.note("warning: \(warning.message)\(place)" + (warning.hint.map { "; \($0)" } ?? ""))
  }
}
