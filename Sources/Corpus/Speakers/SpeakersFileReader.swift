internal import Text
internal import Yams

/// Turns the nodes of `speakers.yaml` into speakers, and checks each of them.
struct SpeakersFileReader {
  private(set) var speakers: [Speaker]
  private var places: [Speaker.ID: Int] = [:]
  private var idsHere: Set<Speaker.ID> = []
  private let path: String

  /// Enough for every speaker of a large corpus; bounds what aliases can multiply.
  private static let mostNames = 100_000
  private var nameCount = 0

  static let kinds: [String: Speaker.Kind] = [
    "state": .state, "territory": .territory, "organisation": .organisation, "organization": .organisation,
    "united-nations": .unitedNations, "civil-society": .civilSociety, "group": .group, "office": .office,
    "person": .person,
  ]

  init(table: SpeakerTable, path: String) {
    self.path = path
    speakers = table.speakers
    for (place, speaker) in speakers.enumerated() { places[speaker.id] = place }
  }

  /// - Parameter line: From 0.
  func error(_ line: Int, _ key: String?, _ reason: String) -> SpeakersFileError {
    SpeakersFileError(path: path, line: max(0, line) + 1, key: key, reason: reason)
  }

  mutating func read(_ root: Node) throws(SpeakersFileError) {
    guard let list = root.sequence else {
      throw error(Self.line(root), nil, "a list of speakers is expected, each beginning with `- id: …`")
    }
    for node in list { try readSpeaker(node) }
  }

  private static func line(_ node: Node) -> Int { (node.mark?.line ?? 1) - 1 }

  private mutating func readSpeaker(_ node: Node) throws(SpeakersFileError) {
    guard let mapping = node.mapping else {
      throw error(Self.line(node), nil, "a speaker is expected, `id: …` with `names: […]` below it")
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard ["id", "kind", "names", "codes", "demonyms", "holders"].contains(name) else {
        throw error(
          Self.line(key), name, "no such key; id, kind, names, codes, demonyms and holders are known")
      }
      fields[name] = value
    }
    let id = try readID(fields["id"], of: node)
    let kind = try fields["kind"].map { (node) throws(SpeakersFileError) in try readKind(node) }
    let names = try texts(fields["names"], key: "names").map { Speaker.Name($0) }
    if let place = places[id] {
      if let kind, kind != speakers[place].kind {
        throw error(
          Self.line(node), "kind", "\(id) is a \(speakers[place].kind) already; leave `kind` out to add to it"
        )
      }
      speakers[place].names += names
    } else {
      guard let kind else {
        throw error(
          Self.line(node), "kind", "missing; one of \(Self.kinds.keys.sorted().joined(separator: ", "))")
      }
      guard !names.isEmpty else {
        throw error(Self.line(node), "names", "missing; a new speaker needs a name: `names: […]`")
      }
      places[id] = speakers.count
      speakers.append(
        kind == .person
          ? Speaker(id: id, kind: kind, names: SpeakerNotation.person(names).names)
          : Speaker(id: id, kind: kind, names: names))
    }
    let place = places[id]!
    speakers[place].codes += try texts(fields["codes"], key: "codes")
    speakers[place].demonyms += try texts(fields["demonyms"], key: "demonyms")
    if let holders = fields["holders"] { try readHolders(holders, of: place) }
  }

  private mutating func readID(_ id: Node?, of node: Node) throws(SpeakersFileError) -> Speaker.ID {
    guard let id, let text = id.scalar?.string, !text.isEmpty else {
      throw error(Self.line(node), "id", "missing; a word of letters, digits and hyphens is expected")
    }
    guard text.utf8.allSatisfy({ ASCIIKind.isWord($0) || $0 == UInt8(ascii: "-") }), text.utf8.count <= 80
    else {
      throw error(Self.line(id), "id", "`\(text.excerpt)` found; letters, digits and hyphens are expected")
    }
    guard idsHere.insert(text).inserted else {
      throw error(Self.line(id), "id", "`\(text)` stands here twice; put both into one")
    }
    return text
  }

  private func readKind(_ node: Node) throws(SpeakersFileError) -> Speaker.Kind {
    guard let kind = Self.kinds[node.scalar?.string ?? ""] else {
      let known = Self.kinds.keys.sorted().joined(separator: ", ")
      throw error(
        Self.line(node), "kind",
        "`\((node.scalar?.string ?? "…").excerpt)` found; one of \(known) is expected")
    }
    return kind
  }

  /// A list of texts, or one text alone.
  private mutating func texts(_ node: Node?, key: String) throws(SpeakersFileError) -> [String] {
    guard let node else { return [] }
    let nodes = node.sequence.map(Array.init) ?? [node]
    var texts: [String] = []
    for item in nodes {
      guard let text = item.scalar?.string, !SpeakerKey.words(of: text).isEmpty else {
        throw error(Self.line(item), key, "a list of names is expected, such as `\(key): [One, Another]`")
      }
      texts.append(text)
    }
    nameCount += texts.count
    guard nameCount <= Self.mostNames else {
      throw error(Self.line(node), key, "more than \(Self.mostNames) names in this file")
    }
    return texts
  }

  private mutating func readHolders(_ node: Node, of place: Int) throws(SpeakersFileError) {
    guard speakers[place].kind == .office else {
      throw error(
        Self.line(node), "holders",
        "\(speakers[place].id) is a \(speakers[place].kind); only an office has holders")
    }
    guard let list = node.sequence else {
      throw error(
        Self.line(node), "holders", "a list is expected, such as `- {holder: Jane Doe, from: 2011, to: 2014}`"
      )
    }
    for item in list {
      var fields: [String: Node] = [:]
      for (key, value) in item.mapping ?? [:] { fields[key.scalar?.string ?? ""] = value }
      for key in fields.keys.sorted() where !["holder", "from", "to"].contains(key) {
        throw error(Self.line(item), key, "no such key of a holder; holder, from and to are known")
      }
      guard let holder = fields["holder"] else {
        throw error(Self.line(item), "holder", "missing; a person's name is expected")
      }
      let names = try texts(holder, key: "holder")
      guard !names.isEmpty else { throw error(Self.line(holder), "holder", "a person's name is expected") }
      let period = try readPeriod(fields, of: item)
      let person = SpeakerNotation.person(names.map { Speaker.Name($0) })
      if places[person.id] == nil {
        places[person.id] = speakers.count
        speakers.append(person)
      }
      speakers[place].tenures.append(Speaker.Tenure(holder: person.id, period: period))
    }
    speakers[place].tenures.sort { ($0.period.first, $0.period.last) < ($1.period.first, $1.period.last) }
  }

  private func readPeriod(_ fields: [String: Node], of item: Node) throws(SpeakersFileError) -> DateInterval {
    var days = (first: Period.firstDay, last: Period.lastDay)
    for key in ["from", "to"] {
      guard let node = fields[key] else { continue }
      let text = node.scalar?.string ?? "…"
      guard let date = DateInterval(text) else {
        throw error(Self.line(node), key, "`\(text)` is no date; YYYY, YYYY-MM or YYYY-MM-DD is expected")
      }
      if key == "from" { days.first = date.first } else { days.last = date.last }
    }
    guard days.first <= days.last else {
      throw error(Self.line(item), "to", "is before `from`; the later date is expected here")
    }
    return DateInterval(first: days.first, last: days.last)
  }
}
