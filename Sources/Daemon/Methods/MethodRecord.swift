import Query
import Search
import Wire

/// Something the daemon can be asked: its name, how its parameters are read, and where its answer is worked out.
///
/// A new method is one record in ``MethodTable`` and one handler, a function from typed parameters to a typed result.
struct MethodRecord: Sendable {
  let name: String
  /// Reads the parameters of a request.
  let read: @Sendable (_ request: JSONObject) throws(WireError) -> Call
}

/// A request with its parameters read: what is left is to answer.
enum Call: Sendable {
  /// Answered where it was read, without an index.
  case immediate(@Sendable (DaemonState, RequestID) -> [UInt8])
  /// Answered on a worker thread from one generation of the index.
  case query(timeout: Duration, @Sendable (QueryContext, RequestID) -> [UInt8])
  /// Opens the index again.
  case reload
  /// Compares the index with the corpus.
  case check
}

/// What a handler may see of the world: one generation, and until when to answer.
struct QueryContext: Sendable {
  let index: any SearchableIndex
  let freshness: StatusReply.Freshness
  let deadline: ContinuousClock.Instant
  let limits: Limits
}

extension MethodRecord {
  /// A method that is answered at once.
  static func immediate<Asked, Reply>(
    _ method: Method<Asked, Reply>,
    _ handler: @escaping @Sendable (Asked, DaemonState) throws(WireError) -> Reply
  ) -> MethodRecord {
    MethodRecord(name: method.name) { request throws(WireError) in
      let parameters = try Asked(of: request)
      return .immediate { state, id in
        Reply.encoded(for: id) { () throws(WireError) in try handler(parameters, state) }
      }
    }
  }

  /// A method that is answered from the index.
  static func query<Asked: TimedParameters, Reply>(
    _ method: Method<Asked, Reply>, limits: Limits,
    _ handler: @escaping @Sendable (Asked, QueryContext) throws(WireError) -> Reply
  ) -> MethodRecord {
    MethodRecord(name: method.name) { request throws(WireError) in
      let parameters = try Asked(of: request)
      let timeout = try limits.timeout(asked: parameters.timeout)
      return .query(timeout: timeout) { context, id in
        Reply.encoded(for: id) { () throws(WireError) in try handler(parameters, context) }
      }
    }
  }
}

extension JSONWritable {
  /// The bytes of the reply to request `id` that `work` gives, be it a result or an error, with a line's end.
  static func encoded(for id: RequestID, _ work: () throws(WireError) -> Self) -> [UInt8] {
    do throws(WireError) {
      return JSONWriter.line(Response(id: id, outcome: .success(try work())))
    } catch {
      return error.encoded(for: id)
    }
  }
}

extension WireError {
  /// The bytes of the reply to request `id` that says this error, with a line's end.
  func encoded(for id: RequestID) -> [UInt8] {
    JSONWriter.line(Response<NoParameters>(id: id, outcome: .failure(self)))
  }
}

extension Limits {
  /// The time for a request that asks for `milliseconds`, or does not say.
  fileprivate func timeout(asked milliseconds: Int?) throws(WireError) -> Duration {
    guard let milliseconds else { return timeout }
    let longest = Int(longestTimeout.components.seconds) * 1000
    guard (1...longest).contains(milliseconds) else {
      throw .invalidParameters("\"timeout\" is \(milliseconds); expected 1 through \(longest) milliseconds")
    }
    return .milliseconds(milliseconds)
  }
}
