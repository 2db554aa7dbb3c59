import TestSupport
import Testing
import Text
import Wire

@testable import Client

/// Flag, then environment, then default.
@Suite struct SettingsTests {
  private func place(
    corpus: String? = nil, index: String? = nil, socket: String? = nil, _ environment: [String: String] = [:]
  ) throws -> Place {
    try Place(corpus: corpus, index: index, socket: socket, environment: Environment(environment))
  }

  private let variables = ["VERBATIM_CORPUS": "/c", "VERBATIM_INDEX": "/i", "VERBATIM_SOCKET": "/s"]

  @Test func places() throws {
    let chosen = try place(corpus: "/fc", index: "/fi", socket: "/fs", variables)
    #expect(chosen.corpusRoot == "/fc" && chosen.corpus.origin == .flag("--corpus"))
    #expect(chosen.indexDirectory == "/fi" && chosen.index.origin == .flag("--index"))
    #expect(try chosen.socket().path == "/fs" && chosen.chosenSocket.origin == .flag("--socket"))
    let set = try place(variables)
    #expect(set.corpusRoot == "/c" && set.corpus.origin == .environment("VERBATIM_CORPUS"))
    #expect(set.indexDirectory == "/i" && set.index.origin == .environment("VERBATIM_INDEX"))
    #expect(try set.socket().path == "/s" && set.chosenSocket.origin == .environment("VERBATIM_SOCKET"))
    let preset = try place(["XDG_RUNTIME_DIR": "/run/me", "VERBATIM_CORPUS": ""])
    #expect(preset.corpus.origin == .preset && preset.index.origin == .preset)
    #expect(preset.corpusRoot == FilePaths.real("corpus"))
    #expect(try preset.socket().path.hasPrefix("/run/me/verbatim/"))
  }

  @Test func emptyOptionsAreRefused() {
    #expect(throws: SettingError.empty(flag: "--corpus", expected: "a folder")) { try place(corpus: "") }
    #expect(throws: SettingError.empty(flag: "--index", expected: "a folder")) { try place(index: "") }
    #expect(throws: SettingError.empty(flag: "--socket", expected: "a path")) { try place(socket: "") }
  }

  @Test(arguments: [
    // flag, socket flag, environment: who answers, and why
    (false, nil, [:], false, Origin.preset),
    (true, nil, [:], true, .flag("--local")),
    (true, nil, ["VERBATIM_SOCKET": "/s"], true, .flag("--local")),
    (false, nil, ["CI": "true"], true, .environment("CI")),
    (false, nil, ["CI": "woodpecker"], true, .environment("CI")),
    (false, nil, ["CI": ""], false, .preset), (false, nil, ["CI": "0"], false, .preset),
    (false, nil, ["CI": "False"], false, .preset),
    (false, "/s", ["CI": "1"], false, .flag("--socket")),
    (false, nil, ["CI": "1", "VERBATIM_SOCKET": "/s"], false, .environment("VERBATIM_SOCKET")),
  ])
  func whoAnswers(
    local: Bool, socket: String?, environment: [String: String], isLocal: Bool, origin: Origin
  ) throws {
    let place = try place(socket: socket, environment)
    let choice = try AnswererChoice(
      local: local, noSpawn: false, place: place, environment: Environment(environment))
    #expect(choice.isLocal.value == isLocal && choice.isLocal.origin == origin)
    switch try choice.answerer(at: place) {
    case .child: #expect(isLocal)
    case .daemon(_, let mayStart): #expect(!isLocal && mayStart)
    }
  }

  @Test func localAndASocketExcludeEachOther() throws {
    let place = try place(socket: "/s")
    let error = #expect(throws: SettingError.self) {
      try AnswererChoice(local: true, noSpawn: false, place: place, environment: Environment([:]))
    }
    #expect(error?.description.contains("exclude each other") == true)
  }

  /// A child needs no socket, so one that cannot be is no reason to refuse.
  @Test func aChildAsksForNoSocket() throws {
    let place = try place(["XDG_RUNTIME_DIR": "/" + String(repeating: "x", count: 200)])
    let local = try AnswererChoice(local: true, noSpawn: false, place: place, environment: Environment([:]))
    guard case .child = try local.answerer(at: place) else {
      Issue.record("a daemon is asked")
      return
    }
    let other = try AnswererChoice(local: false, noSpawn: false, place: place, environment: Environment([:]))
    #expect(throws: ClientError.self) { try other.answerer(at: place) }
  }

  @Test(arguments: [
    (true, [:], true, Origin.flag("--no-spawn")), (false, [:], false, .preset),
    (false, ["VERBATIM_NO_SPAWN": "1"], true, .environment("VERBATIM_NO_SPAWN")),
    (false, ["VERBATIM_NO_SPAWN": "0"], false, .environment("VERBATIM_NO_SPAWN")),
    (false, ["VERBATIM_NO_SPAWN": "false"], false, .environment("VERBATIM_NO_SPAWN")),
    (true, ["VERBATIM_NO_SPAWN": "0"], true, .flag("--no-spawn")),
  ])
  func whetherADaemonIsStarted(
    flag: Bool, environment: [String: String], isOn: Bool, origin: Origin
  ) throws {
    let choice = try AnswererChoice(
      local: false, noSpawn: flag, place: place(environment), environment: Environment(environment))
    #expect(choice.noSpawn.value == isOn && choice.noSpawn.origin == origin)
  }

  @Test func colors() {
    func setting(_ flag: ColorChoice?, _ environment: [String: String]) -> (ColorChoice, Origin) {
      let setting = ColorChoice.setting(flag: flag, environment: Environment(environment))
      return (setting.value, setting.origin)
    }
    #expect(setting(nil, [:]) == (.auto, .preset))
    #expect(setting(nil, ["NO_COLOR": ""]) == (.auto, .preset))
    #expect(setting(nil, ["NO_COLOR": "1"]) == (.never, .environment("NO_COLOR")))
    #expect(setting(nil, ["TERM": "dumb"]) == (.never, .environment("TERM")))
    #expect(setting(.always, ["NO_COLOR": "1"]) == (.always, .flag("--color")))
  }

  /// The variable is for all commands: what one of them does not have gives text there.
  @Test func formats() throws {
    func plain(_ flag: PlainFormat?, _ value: String?) throws -> PlainFormat {
      try PlainFormat.setting(
        flag: flag, environment: Environment(value.map { ["VERBATIM_FORMAT": $0] } ?? [:])
      ).value
    }
    #expect(try plain(nil, nil) == .text && plain(nil, "") == .text)
    #expect(try plain(nil, "json") == .json && plain(.text, "json") == .text)
    #expect(try plain(nil, "vimgrep") == .text && plain(nil, "jsonl") == .text)
    #expect(try plain(nil, "csv") == .text && plain(nil, "markdown") == .text)
    #expect(throws: SettingError.self) { try plain(nil, "xml") }
    // So that a name known anywhere is known to all.
    let known = Set(SearchFormat.allCases.map(\.rawValue))
    #expect(known.isSuperset(of: PlainFormat.allCases.map(\.rawValue)))
    #expect(known.isSuperset(of: TableFormat.allCases.map(\.rawValue)))
    #expect(known.isSuperset(of: KwicFormat.allCases.map(\.rawValue)))
    #expect(known.isSuperset(of: ParagraphFormat.allCases.map(\.rawValue)))
  }
}

@Suite struct DateTextTests {
  /// The daemon's dates are the client's.
  @Test func readsWhatTheEngineReads() throws {
    var generator = SeededGenerator(seed: 11)
    var dates = 0
    for _ in 0..<20_000 {
      let parts = [
        ["2013", "2012", "1900", "2000", "0000", "0001", "9999", "13", "2O13", "٢٠١٣", ""],
        ["01", "02", "09", "12", "13", "00", "2", "", "+1"],
        ["01", "28", "29", "30", "31", "32", "00", "3", "", "-1"],
      ].map { $0.randomElement(using: &generator)! }
      let text = parts.prefix(Int.random(in: 1...3, using: &generator)).joined(separator: "-")
      let (date, expected) = (DateText(text), DateInterval(text))
      #expect((date == nil) == (expected == nil), "\(text)")
      guard let date, let expected else { continue }
      dates += 1
      #expect(Int32(date.first.filter { $0 != "-" }) == expected.first, "\(text)")
      #expect(Int32(date.last.filter { $0 != "-" }) == expected.last, "\(text)")
    }
    #expect(dates > 1_000)
  }
}
