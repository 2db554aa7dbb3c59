internal import Text

/// Reads the lines of ``SpeakerData``.
///
///     FRA FR: France; French Republic; Gaul {..0843} / French; Gallic
///       ; a line that begins with a space goes on with the one before
///     un-secretary-general: Secretary-General; UNSG
///     - 2007-01-01..2016-12-31 Ban Ki-moon; ~Ban
///
/// Before the colon stand the id and further codes, for an office also `> ID` of the organisation it speaks for, behind it names (`;` between, `{…}` when), behind ` / ` demonyms.
/// A line that begins with `- ` is a holder of the office above it: when, then the names of a person. `~` marks a surname
/// that is not the last word of the first name. A person who stands in several lines under the same first name is one.
///
/// Traps where a line means nothing: the data is ours, and a test reads all of it.
struct SpeakerNotation {
  private(set) var speakers: [Speaker] = []
  private var persons: [Speaker.ID: Int] = [:]

  mutating func read(_ lines: String, kind: Speaker.Kind) {
    for line in Self.unwrapped(lines) {
      if line.hasPrefix("- ") {
        readHolder(line.dropFirst(2))
      } else {
        readSpeaker(line, kind: kind)
      }
    }
  }

  /// Names that are no speaker's, `;` between them.
  static func names(_ lines: String) -> [String] {
    unwrapped(lines).flatMap { fields($0[...], separator: ";") }
  }

  private static func unwrapped(_ lines: String) -> [String] {
    var result: [String] = []
    for line in lines.split(separator: "\n") {
      if line.hasPrefix(" "), !result.isEmpty {
        result[result.count - 1] += " " + trimmed(line)
      } else {
        result.append(trimmed(line))
      }
    }
    return result
  }

  private mutating func readSpeaker(_ line: String, kind: Speaker.Kind) {
    let colon = line.firstIndex(of: ":")
    guard let colon else { preconditionFailure("`id: names` expected in the speaker table, found \(line)") }
    var codes = line[..<colon].split(separator: " ").map(String.init)
    var body: Speaker.ID?
    if let sign = codes.firstIndex(of: ">") {
      guard sign + 1 < codes.count else { preconditionFailure("an id expected behind `>` in \(line)") }
      body = codes[sign + 1]
      codes.removeSubrange(sign...)
    }
    let halves = Self.halves(line[line.index(after: colon)...])
    let isState = codes[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
    speakers.append(
      Speaker(
        id: codes[0], kind: kind, names: Self.fields(halves.names, separator: ";").map(Self.name),
        codes: isState ? codes : Array(codes.dropFirst()),
        demonyms: Self.fields(halves.demonyms, separator: ";"), body: body))
  }

  private mutating func readHolder(_ line: Substring) {
    let space = line.firstIndex(of: " ") ?? line.endIndex
    guard let period = Period.read(line[..<space]),
      let office = speakers.lastIndex(where: { $0.kind == .office })
    else { preconditionFailure("`- FROM..TO names` below an office expected, found \(line)") }
    let person = Self.person(Self.fields(line[space...], separator: ";").map(Self.name))
    if let known = persons[person.id] {
      for name in person.names where !speakers[known].names.contains(name) {
        speakers[known].names.append(name)
      }
    } else {
      persons[person.id] = speakers.count
      speakers.append(person)
    }
    speakers[office].tenures.append(Speaker.Tenure(holder: person.id, period: period))
  }

  /// A person under `names`, with a surname among them.
  static func person(_ names: [Speaker.Name]) -> Speaker {
    var names = names
    let words = SpeakerKey.words(of: names[0].text)
    if !names.contains(where: \.needsTitle), words.count > 1,
      let surname = names[0].text.split(separator: " ").last
    {
      names.append(Speaker.Name(String(surname), needsTitle: true))
    }
    return Speaker(id: words.joined(separator: "-"), kind: .person, names: names)
  }

  private static func name(_ field: String) -> Speaker.Name {
    var text = field[...]
    var period: DateInterval?
    if let brace = text.firstIndex(of: "{") {
      guard text.hasSuffix("}") else { preconditionFailure("`}` expected at the end of \(field)") }
      period = Period.read(text[text.index(after: brace)...].dropLast())
      guard period != nil else { preconditionFailure("`{FROM..TO}` expected, found \(field)") }
      text = text[..<brace]
    }
    let needsTitle = text.hasPrefix("~")
    return Speaker.Name(trimmed(needsTitle ? text.dropFirst() : text), period: period, needsTitle: needsTitle)
  }

  private static func halves(_ text: Substring) -> (names: Substring, demonyms: Substring) {
    var index = text.startIndex
    while let slash = text[index...].firstIndex(of: "/") {
      let next = text.index(after: slash)
      if slash > text.startIndex, text[text.index(before: slash)] == " ", next < text.endIndex,
        text[next] == " "
      {
        return (text[..<slash], text[next...])
      }
      index = next
    }
    return (text, "")
  }

  private static func fields(_ text: some StringProtocol, separator: Character) -> [String] {
    text.split(separator: separator).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
