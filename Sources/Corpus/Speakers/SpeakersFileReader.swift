internal import Text

/// Turns the nodes of `speakers.yaml` into speakers, and checks each of them.
struct SpeakersFileReader {
  private(set) var speakers: [Speaker]
  private var places: [Speaker.ID: Int] = [:]
  private var idsHere: Set<Speaker.ID> = []

  static let kinds: [String: Speaker.Kind] = [
    "state": .state, "territory": .territory, "organisation": .organisation, "organization": .organisation,
    "united-nations": .unitedNations, "civil-society": .civilSociety, "group": .group, "office": .office,
    "person": .person,
  ]
  private static var kindNames: String { kinds.keys.sorted().joined(separator: ", ") }

  init(table: SpeakerTable) {
    speakers = table.speakers
    for (place, speaker) in speakers.enumerated() { places[speaker.id] = place }
  }

  /// Reads one speaker.
  mutating func read(_ node: YAMLNode) throws(CorpusError) {
    let fields = try Self.fields(
      of: node, ["id", "kind", "names", "codes", "demonyms", "holders"],
      expecting: "a speaker, `id: …` with `names: […]` below it,")
    guard let idNode = fields["id"] else {
      throw node.fail("`id` is missing; a word of letters, digits and hyphens is expected")
    }
    let id = try readID(idNode)
    let kind = try fields["kind"].map(Self.kind)
    let names = try Self.texts(fields["names"]).map { Speaker.Name($0) }
    let place: Int
    if let known = places[id] {
      if let kind, kind != speakers[known].kind {
        throw node.fail("`kind`: \(id) is a \(speakers[known].kind) already; leave `kind` out to add to it")
      }
      speakers[known].names += names
      place = known
    } else {
      guard let kind else { throw node.fail("`kind` is missing; one of \(Self.kindNames) is expected") }
      guard !names.isEmpty else {
        throw node.fail("`names` is missing; a new speaker needs a name: `names: […]`")
      }
      place = add(
        Speaker(id: id, kind: kind, names: kind == .person ? SpeakerNotation.person(names).names : names))
    }
    speakers[place].codes += try Self.texts(fields["codes"])
    speakers[place].demonyms += try Self.texts(fields["demonyms"])
    if let holders = fields["holders"] { try readHolders(holders, of: place) }
  }

  private mutating func add(_ speaker: Speaker) -> Int {
    places[speaker.id] = speakers.count
    speakers.append(speaker)
    return speakers.count - 1
  }

  /// The entries of a map whose keys are known.
  private static func fields(
    of node: YAMLNode, _ keys: [String], expecting expected: String
  ) throws(CorpusError) -> [String: YAMLNode] {
    var fields: [String: YAMLNode] = [:]
    for (name, value) in try node.entries(expecting: expected) {
      guard keys.contains(name) else {
        throw value.fail("no such key; \(keys.joined(separator: ", ")) are known")
      }
      fields[name] = value
    }
    return fields
  }

  private mutating func readID(_ node: YAMLNode) throws(CorpusError) -> Speaker.ID {
    let text = try node.requiredText()
    guard text.utf8.allSatisfy({ ASCIIKind.isWord($0) || $0 == UInt8(ascii: "-") }), text.utf8.count <= 80
    else {
      throw node.fail("`\(text.excerpt)` found; at most 80 letters, digits and hyphens are expected")
    }
    guard idsHere.insert(text).inserted else {
      throw node.fail("`\(text)` stands here twice; put both into one")
    }
    return text
  }

  private static func kind(_ node: YAMLNode) throws(CorpusError) -> Speaker.Kind {
    let text = try node.requiredText()
    guard let kind = kinds[text] else {
      throw node.fail("`\(text.excerpt)` found; one of \(kindNames) is expected")
    }
    return kind
  }

  /// A list of texts, or one text alone.
  private static func texts(_ node: YAMLNode?) throws(CorpusError) -> [String] {
    var texts: [String] = []
    for item in node?.items() ?? [] {
      guard let text = try item.text(), !SpeakerKey.words(of: text).isEmpty else {
        throw item.fail("a name is expected, or a list such as `[One, Another]`")
      }
      texts.append(text)
    }
    return texts
  }

  private mutating func readHolders(_ node: YAMLNode, of place: Int) throws(CorpusError) {
    guard speakers[place].kind == .office else {
      throw node.fail("\(speakers[place].id) is a \(speakers[place].kind); only an office has holders")
    }
    for item in node.items() {
      let fields = try Self.fields(
        of: item, ["holder", "from", "to"],
        expecting: "a map such as `{holder: Jane Doe, from: 2011, to: 2014}`")
      guard let holder = fields["holder"] else {
        throw item.fail("`holder` is missing; a person's name is expected")
      }
      let id = try readPerson(holder)
      speakers[place].tenures.append(Speaker.Tenure(holder: id, period: try Self.period(fields)))
    }
    speakers[place].tenures.sort { ($0.period.first, $0.period.last) < ($1.period.first, $1.period.last) }
  }

  /// Adds a holder, or his names to those he is known under.
  private mutating func readPerson(_ node: YAMLNode) throws(CorpusError) -> Speaker.ID {
    let names = try Self.texts(node)
    guard !names.isEmpty else { throw node.fail("a person's name is expected") }
    let person = SpeakerNotation.person(names.map { Speaker.Name($0) })
    guard let known = places[person.id] else {
      _ = add(person)
      return person.id
    }
    guard speakers[known].kind == .person else {
      throw node.fail("\(person.id) is a \(speakers[known].kind); a person's name is expected")
    }
    for name in person.names where !speakers[known].names.contains(name) {
      speakers[known].names.append(name)
    }
    return person.id
  }

  private static func period(_ fields: [String: YAMLNode]) throws(CorpusError) -> DateInterval {
    let first = try fields["from"].map(date)?.first ?? Period.firstDay
    let last = try fields["to"].map(date)?.last ?? Period.lastDay
    guard first <= last else {
      throw (fields["to"] ?? fields["from"])!.fail("`to` is before `from`; the later date is expected there")
    }
    return DateInterval(first: first, last: last)
  }

  private static func date(_ node: YAMLNode) throws(CorpusError) -> DateInterval {
    let text = try node.requiredText()
    guard let date = DateInterval(text) else {
      throw node.fail("`\(text.excerpt)` is no date; YYYY, YYYY-MM or YYYY-MM-DD is expected")
    }
    return date
  }
}
