internal import Text

/// Makes voices: puts together the identities under which one speaker is found.
struct Voices {
  let table: SpeakerTable
  let date: DateInterval?

  /// - An office brings with it those who held it then and the organisation it speaks for, a person the offices held then.
  func voice(_ speaker: Speaker) -> Voice {
    switch speaker.kind {
    case .office:
      let holders = table.holders(of: speaker, on: date)
      let name = holders.count == 1 ? "\(holders[0].name) (\(speaker.name))" : speaker.name
      return Voice(name: name, speakers: [speaker.id] + holders.map(\.id) + bodies([speaker]))
    case .person:
      let offices = table.offices(of: speaker, on: date)
      let name = offices.count == 1 ? "\(speaker.name) (\(offices[0].name))" : speaker.name
      return Voice(name: name, speakers: offices.map(\.id) + [speaker.id] + bodies(offices))
    default:
      return Voice(name: speaker.name, speakers: [speaker.id])
    }
  }

  private func bodies(_ offices: [Speaker]) -> [Speaker.ID] { offices.compactMap(\.body) }

  /// A person, who says it, and the voice of the state, organisation or office for whom it is said.
  func voice(_ person: Speaker, for principal: Voice?) -> Voice {
    guard let principal else { return voice(person) }
    guard !principal.speakers.contains(person.id) else { return principal }
    var speakers = principal.speakers
    // An office is held by the person whom the text names, not by the one whom the table names for the time.
    if table[principal.speakers[0]]?.kind == .office {
      speakers.removeAll { table[$0]?.kind == .person }
    }
    speakers.append(person.id)
    let base = table[principal.speakers[0]]?.name ?? principal.name
    return Voice(name: "\(person.name) (\(base))", speakers: speakers)
  }
}
