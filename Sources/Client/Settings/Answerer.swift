package import Wire

/// Who answers.
package enum Answerer: Sendable {
  /// The daemon that listens at a socket; it may be started if none does.
  case daemon(SocketPath, mayStart: Bool)
  /// A `verbatimd` of our own, for as long as we live.
  case child
}

/// What the options and the environment say of who is to answer.
package struct AnswererChoice: Sendable {
  package let isLocal: Setting<Bool>
  package let noSpawn: Setting<Bool>

  /// `--local`, else a socket that was chosen, else `CI`, else a daemon.
  ///
  /// A build server takes a process that outlives its job for a leak, or kills it; so there a child answers, unless a
  /// daemon was named.
  /// - Throws: If both a child and a socket were asked for on the command line.
  package init(
    local: Bool, noSpawn: Bool, place: Place, environment: Environment = .process
  ) throws(SettingError) {
    if local, case .flag = place.chosenSocket.origin {
      throw .localWithSocket(socket: place.chosenSocket.value ?? "")
    }
    self.isLocal =
      if local {
        Setting(true, .flag("--local"))
      } else if place.chosenSocket.value != nil {
        Setting(false, place.chosenSocket.origin)
      } else if environment.isOn("CI") {
        Setting(true, .environment("CI"))
      } else {
        Setting(false, .preset)
      }
    self.noSpawn =
      if noSpawn {
        Setting(true, .flag("--no-spawn"))
      } else if environment["VERBATIM_NO_SPAWN"] != nil {
        Setting(environment.isOn("VERBATIM_NO_SPAWN"), .environment("VERBATIM_NO_SPAWN"))
      } else {
        Setting(false, .preset)
      }
  }

  /// - Throws: If a daemon is to answer and its socket cannot have the path it would have.
  package func answerer(at place: Place) throws(ClientError) -> Answerer {
    isLocal.value ? .child : .daemon(try place.socket(), mayStart: !noSpawn.value)
  }
}
