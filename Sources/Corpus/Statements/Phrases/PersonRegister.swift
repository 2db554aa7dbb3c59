internal import Text

/// The persons of one document, and for whom each of them speaks.
///
/// A report names somebody in full once (`Ms. Jane Doe, Minister of Integration of Italy`) and by surname from then on. The
/// register is filled on the way through a document; it belongs to one reading of one document and to one thread.
final class PersonRegister {
  private struct Entry {
    /// Folded words of the fullest name.
    var words: [String]
    var voice: Voice
    var hasPrincipal: Bool
  }

  private let table: SpeakerTable
  private let date: DateInterval?
  private var entries: [Entry] = []
  /// Places in `entries`, ascending, by surname; by surname where nothing else is known of the name; and by first word and surname.
  private var placesOfSurname: [String: [Int]] = [:]
  private var placesOfBareSurname: [String: [Int]] = [:]
  private var placesOfName: [[String]: [Int]] = [:]
  /// Speakers that the table does not have, by id.
  private(set) var found: [Speaker.ID: Speaker] = [:]

  /// Voices of offices and persons of the table, at the document's time.
  private var voices: [Int: Voice] = [:]

  init(table: SpeakerTable, date: DateInterval?) {
    self.table = table
    self.date = date
  }

  /// Whether anybody has been named yet.
  var isEmpty: Bool { entries.isEmpty }

  /// The voice of an office or a person at a place of the table.
  func voice(at place: Int) -> Voice {
    if let known = voices[place] { return known }
    let voice = Voices(table: table, date: date).voice(table.speakers[place])
    voices[place] = voice
    return voice
  }

  /// Keeps a speaker that only this document knows.
  func remember(_ speaker: Speaker) {
    if table[speaker.id] == nil { found[speaker.id] = speaker }
  }

  /// The voice of somebody named before, by surname or in full; nil for a name that is new.
  func voice(of words: [String]) -> Voice? { place(of: words).map { entries[$0].voice } }

  /// The voice of somebody by the name that the text gives, who speaks for `principal` if the text says so.
  ///
  /// - Parameter name: As it is written, without titles.
  func introduce(_ name: String, words: [String], principal: Voice?) -> Voice {
    if let place = place(of: words, for: principal) {
      if words.count > entries[place].words.count {
        let wasBare = entries[place].words.count == 1
        entries[place].words = words
        if wasBare {
          placesOfBareSurname[words[words.count - 1]]?.removeAll { $0 == place }
          index(place)
        }
      }
      guard let principal, !entries[place].hasPrincipal else { return entries[place].voice }
      entries[place].hasPrincipal = true
      entries[place].voice = voice(
        name, words, entries[place].words.count > words.count ? entries[place].voice : nil, principal)
      return entries[place].voice
    }
    let voice = voice(name, words, nil, principal)
    append(Entry(words: words, voice: voice, hasPrincipal: principal != nil))
    return voice
  }

  /// Remembers somebody whom the table knows, so that the surname is enough from then on.
  func remember(_ voice: Voice, words: [String]) {
    guard place(of: words) == nil, !words.isEmpty else { return }
    append(Entry(words: words, voice: voice, hasPrincipal: true))
  }

  private func append(_ entry: Entry) {
    if let surname = entry.words.last { placesOfSurname[surname, default: []].append(entries.count) }
    entries.append(entry)
    index(entries.count - 1)
  }

  /// Notes where the entry at `place` is to be found by all of its words.
  private func index(_ place: Int) {
    let words = entries[place].words
    guard let surname = words.last else { return }
    if words.count == 1 {
      placesOfBareSurname[surname, default: []].append(place)
    } else {
      let name = [words[0], surname]
      let end = placesOfName[name]?.firstIndex { $0 > place } ?? placesOfName[name]?.count ?? 0
      placesOfName[name, default: []].insert(place, at: end)
    }
  }

  private func voice(_ name: String, _ words: [String], _ known: Voice?, _ principal: Voice?) -> Voice {
    let prefix = principal.flatMap { table[$0.speakers[0]] == nil ? nil : $0.speakers[0] + "/" } ?? ""
    var person = Speaker(id: prefix + words.joined(separator: "-"), kind: .person, names: [.init(name)])
    if words.count > 1, let surname = name.split(separator: " ").last {
      person.names.append(.init(String(surname), needsTitle: true))
    }
    if let known, let earlier = found[known.speakers[0]], earlier.kind == .person {
      person.names = earlier.names
      person.id = prefix + SpeakerKey.words(of: earlier.name).joined(separator: "-")
    }
    remember(person)
    return Voices(table: table, date: date).voice(person, for: principal)
  }

  /// The last entry that the words may name. Entries of one name differ by their states, so few of them are looked at.
  private func place(of words: [String], for principal: Voice? = nil) -> Int? {
    guard let surname = words.last else { return nil }
    let state = state(of: principal)
    func last(_ places: [Int]?) -> Int? {
      places?.last { place in
        // `Mr. Khan (Pakistan)` is not the `Mr. Khan (Bangladesh)` who spoke before.
        guard let state, let other = self.state(of: entries[place].voice) else { return true }
        return state == other
      }
    }
    if words.count == 1 { return last(placesOfSurname[surname]) }
    return [last(placesOfBareSurname[surname]), last(placesOfName[[words[0], surname]])].compactMap(\.self)
      .max()
  }

  /// The state for which a voice speaks; nil if it is none.
  private func state(of voice: Voice?) -> Speaker.ID? {
    voice?.speakers.first.flatMap { table[$0]?.kind == .state ? $0 : nil }
  }
}
