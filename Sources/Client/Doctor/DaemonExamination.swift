import Wire

/// Who answers at the socket, and could anybody?
struct DaemonExamination {
  let place: Place
  let choice: AnswererChoice

  struct Answer {
    var hello: HelloReply?
    var status: StatusReply?
    var error: ClientError?

    var canAnswer: Bool { status != nil && status?.state != .failed }
  }

  /// Asks whoever listens; starts nobody.
  func ask() -> Answer {
    var answer = Answer()
    do throws(ClientError) {
      var client = DaemonClient(place, .daemon(try place.socket(), mayStart: false))
      do throws(ClientError) {
        answer.status = try client.ask(.status, NoParameters(), silence: 5_000)
      } catch {
        answer.error = error
      }
      answer.hello = client.hello
    } catch {
      answer.error = error
    }
    return answer
  }

  func examine(_ report: inout DoctorReport, _ answer: Answer) {
    guard let socket = try? place.socket() else { return }
    examineFolder(&report, socket)
    report.daemon = answer.hello
    if let hello = answer.hello { examine(&report, hello, answer.status) }
    if case .noDaemon = answer.error {
      examineAbsence(&report)
    } else if let error = answer.error {
      report.add("daemon", gravity, "\(error)")
    }
    let size = System.status(of: socket.logPath)?.byteCount
    report.add("log", .fine, "\(socket.logPath), " + (size.map { "\($0) bytes" } ?? "not written yet"))
  }

  /// With a child of our own nothing here matters to a search.
  private var gravity: DoctorReport.Finding.State { choice.isLocal.value ? .note : .trouble }

  private func examineFolder(_ report: inout DoctorReport, _ socket: SocketPath) {
    let folder = socket.directory
    do throws(SocketError) {
      try SocketDirectory.check(for: socket)
    } catch {
      report.add("socket", gravity, "\(error)")
      return
    }
    if let status = System.status(of: folder) {
      report.add(
        "socket", .fine,
        "in \(folder), mode \(status.octalMode), owner \(status.owner) (you), as it should be")
    } else if System.isWritable(FilePaths.directory(of: folder)) {
      report.add("socket", .fine, "the folder \(folder) is made when a daemon starts")
    } else {
      report.add(
        "socket", gravity,
        "there is no folder \(folder), and none can be made in \(FilePaths.directory(of: folder))",
        advice: "set XDG_RUNTIME_DIR to a folder of yours, or name a path with --socket or VERBATIM_SOCKET")
    }
  }

  private func examineAbsence(_ report: inout DoctorReport) {
    if choice.isLocal.value {
      report.add("daemon", .fine, "none listens, and none is asked (\(choice.isLocal.origin))")
    } else if choice.noSpawn.value {
      report.add(
        "daemon", .trouble, "none listens, and none may be started (\(choice.noSpawn.origin))",
        advice: "start one with: verbatimd serve, or ask with --local")
    } else {
      report.add("daemon", .fine, "none listens" + (report.isWell ? "; the next search starts one" : ""))
    }
  }

  private func examine(_ report: inout DoctorReport, _ hello: HelloReply, _ status: StatusReply?) {
    report.add(
      "daemon", .fine,
      "\(hello.server) \(hello.version), pid \(hello.pid), for the corpus \(hello.corpusRoot)")
    report.add("methods", .fine, hello.methods.joined(separator: " "))
    if hello.version != Version.current {
      report.add(
        "version", .note, "the daemon is version \(hello.version), this client \(Version.current)",
        advice: "renew it: verbatim stop")
    }
    for (what, asked, found) in [
      ("corpus", place.corpusRoot, hello.corpusRoot), ("index", place.indexDirectory, hello.indexDirectory),
    ] where asked != found {
      report.add(
        what, .note, "the daemon answers for the \(what) \(found), not \(asked)",
        advice: "to have it answer for yours, stop it, with the same options: verbatim stop")
    }
    guard let status else { return }
    switch status.state {
    case .opening: report.add("answers", .note, "not yet: it opens its index, or builds it")
    case .failed:
      report.add(
        "answers", gravity, "not at all: \(status.problem ?? "the reason is in its log")",
        advice: "build it again: verbatim index build")
    case .ready:
      report.add("answers", .fine, "from generation \(status.generation ?? "?") of \(hello.indexDirectory)")
      for warning in status.warnings { report.add("warning", .note, warning.message, advice: warning.hint) }
    }
  }
}
