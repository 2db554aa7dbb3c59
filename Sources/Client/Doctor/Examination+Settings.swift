import Wire

extension Examination {
  /// Every value that a flag or the environment can set, and who has.
  /// - Parameter gravity: What it is if a daemon or a child could not be started.
  func listSettings(_ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State) {
    report.add("corpus", place.corpus)
    report.add("index", place.index)
    do throws(ClientError) {
      report.add("socket", Setting(try place.socket(), place.chosenSocket.origin))
    } catch {
      report.add("socket", place.chosenSocket.map { $0 ?? "none" })
      report.add("socket", choice.isLocal.value ? .note : .trouble, "\(error)")
    }
    report.add("local", choice.isLocal.map(Self.word))
    report.add("no-spawn", choice.noSpawn.map(Self.word))
    listFormat(&report)
    report.add("color", ColorChoice.setting(flag: colorFlag, environment: environment).map(\.rawValue))
    listIdleTimeout(&report, choice.isLocal.value ? .note : gravity)
  }

  /// What other commands would print: `doctor` itself has not all of their formats.
  private func listFormat(_ report: inout DoctorReport) {
    do throws(SettingError) {
      let flag = formatFlag.flatMap { SearchFormat(rawValue: $0.rawValue) }
      report.add("format", try SearchFormat.setting(flag: flag, environment: environment).map(\.rawValue))
    } catch {
      report.add("format", Setting(environment["VERBATIM_FORMAT"] ?? "", .environment("VERBATIM_FORMAT")))
      report.add("format", .trouble, "\(error)", advice: "unset VERBATIM_FORMAT, or set it to one of these")
    }
  }

  private func listIdleTimeout(_ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State) {
    let variable = "VERBATIM_IDLE_TIMEOUT"
    guard let text = environment[variable] else {
      report.add("idle-timeout", Setting("\(IdleTimeout.presetSeconds) s", .preset))
      return
    }
    let seconds = IdleTimeout.seconds(text)
    let value = seconds.map { $0 == 0 ? "never" : "\($0) s" } ?? text
    report.add("idle-timeout", Setting(value, .environment(variable)))
    if seconds == nil {
      report.add(
        "idle-timeout", gravity,
        "\(variable) is \"\(text)\", and a daemon with it does not start; expected \(IdleTimeout.expected)",
        advice: "set \(variable) to a number of seconds, or unset it")
    }
  }

  private static func word(_ isOn: Bool) -> String { isOn ? "yes" : "no" }
}
