package import Text

extension SpeakerTable {
  /// Those whom `name` means: `FRA`, `France`, `French`, `the French delegation`, `Representative of France`,
  /// `Mr. Gasana (Rwanda)`, `Ivory Coast`, `Secretary-General`, `Ban Ki-moon`; none if it means nobody who is known.
  ///
  /// With a date, an office brings with it those who held it then. Where a name has meant several, those go whose time it was
  /// not, unless it was nobody's.
  ///
  /// - Complexity: Linear in the name, whatever the size of the table.
  package func resolve(_ name: String, on date: DateInterval? = nil) -> [Speaker] {
    let words = SpeakerKey.words(of: name)
    guard !words.isEmpty, words.count <= 64 else { return [] }
    var found = namesakes(words[...])
    if found.isEmpty, let inner = Self.parenthesized(name) {
      found = namesakes(SpeakerKey.words(of: inner)[...])
    }
    let inTime = found.filter { Self.bears(words, $0, on: date) }
    if found.count > 1, !inTime.isEmpty { found = inTime }
    for office in found where office.kind == .office {
      for holder in holders(of: office, on: date) where !found.contains(holder) { found.append(holder) }
    }
    return found
  }

  /// The first whom `name` means, also if spaces were lost in it (`Republic ofKorea`), as they often are in scanned records.
  func loosely(_ name: String) -> Speaker? {
    if let found = resolve(name).first { return found }
    let squeezed = SpeakerKey.words(of: name).joined()
    return placeOfSqueezedName[squeezed].map { speakers[$0] }
  }

  /// Those who are called by the words, or by what is left without a role before or behind it.
  private func namesakes(_ words: ArraySlice<String>) -> [Speaker] {
    let found = lookUp(words)
    guard found.isEmpty else { return found }
    var rest = words
    while let word = rest.first, rest.count > 1,
      word == "the" || SpeakerRoles.titles.contains(word) || isRole(word)
    {
      rest = rest.dropFirst()
      let found = lookUp(rest)
      if !found.isEmpty { return found }
    }
    if let found = behindLink(words) { return found }
    rest = words
    while let word = rest.last, rest.count > 1, isRole(word) {
      rest = rest.dropLast()
      let found = lookUp(rest)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// `Minister for Foreign Affairs of France to the United Nations`: what stands behind a link and before a later one, if a
  /// role stands before the first.
  private func behindLink(_ words: ArraySlice<String>) -> [Speaker]? {
    let links = words.indices.filter { SpeakerRoles.links.contains(words[$0]) }
    guard let first = links.first, words[..<first].contains(where: { isRole($0) }) else { return nil }
    for link in links where words[link] != "to" {
      for end in [words.endIndex] + links.reversed() where end > link + 1 {
        let found = lookUp(words[(link + 1)..<end])
        if !found.isEmpty { return found }
      }
    }
    return nil
  }

  private func isRole(_ word: String) -> Bool {
    SpeakerRoles.heads.contains(word) || SpeakerRoles.qualifiers.contains(word)
      || SpeakerRoles.words.contains(word)
  }

  private static func parenthesized(_ name: String) -> Substring? {
    guard let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") else {
      return nil
    }
    return name[name.index(after: open)..<close]
  }

  private static func bears(_ words: [String], _ speaker: Speaker, on date: DateInterval?) -> Bool {
    guard let date else { return true }
    let key = SpeakerKey.key(of: words)
    guard let name = speaker.names.first(where: { SpeakerKey.key(of: $0.text) == key }) else { return true }
    return name.period?.overlaps(date) ?? true
  }
}
