import Wire

/// `hello`: who answers, and what can be asked.
@Sendable func hello(_ parameters: HelloParameters, _ state: DaemonState) throws(WireError) -> HelloReply {
  HelloReply(
    server: "verbatimd", version: Version.current, pid: state.pid,
    corpusRoot: state.index.source.corpusRoot, indexDirectory: state.index.source.indexDirectory,
    methods: state.methods.names)
}

/// `stop`: answers, then lets the daemon leave.
@Sendable func stop(_ parameters: NoParameters, _ state: DaemonState) throws(WireError) -> StopReply {
  state.leave(because: .asked)
  return StopReply(stopping: true, pid: state.pid)
}

/// `status`: how the daemon fares.
@Sendable func status(_ parameters: NoParameters, _ state: DaemonState) throws(WireError) -> StatusReply {
  var reply = StatusReply(
    pid: state.pid, version: Version.current,
    uptimeSeconds: Int(state.startTime.duration(to: .now).components.seconds), state: .opening,
    generation: nil,
    freshness: .unknown, counts: nil, corpusRoot: state.index.source.corpusRoot,
    indexDirectory: state.index.source.indexDirectory, socket: state.socket?.path,
    requestsServed: state.requestsServed, connections: state.connections.count)
  switch state.index.phase {
  case .opening: break
  case .ready(let index, let freshness):
    reply.state = .ready
    reply.generation = index.generation
    reply.freshness = freshness
    reply.counts = index.counts
    reply.warnings = index.notices
  case .failed(let error, _):
    reply.state = .failed
    reply.problem = error.message
  }
  return reply
}
