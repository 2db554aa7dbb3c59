package import Text

/// Every speaker that is known, found by any name, code or adjective.
///
/// A value without state: share it between threads as you like.
package struct SpeakerTable: Sendable {
  /// Version of the speakers that every corpus knows; changes with any of them.
  package static let fingerprint = "speakers-1"

  /// The speakers that every corpus knows.
  package static let standard: SpeakerTable = {
    var notation = SpeakerNotation()
    for block in SpeakerData.blocks { notation.read(block.lines, kind: block.kind) }
    return SpeakerTable(notation.speakers)
  }()

  /// In the order given.
  package let speakers: [Speaker]
  private let placeOfID: [Speaker.ID: Int]
  private let placesOfName: [String: [Int]]
  private let placesOfCode: [String: [Int]]
  private let placesOfDemonym: [String: [Int]]
  /// Names of states without their spaces.
  let placeOfSqueezedName: [String: Int]
  /// The offices of each person.
  private let officesOfHolder: [Speaker.ID: [Int]]

  /// A table of `speakers`, whose ids differ.
  package init(_ speakers: [Speaker]) {
    self.speakers = speakers
    var placeOfID: [Speaker.ID: Int] = [:]
    var names: [String: [Int]] = [:]
    var codes: [String: [Int]] = [:]
    var demonyms: [String: [Int]] = [:]
    var offices: [Speaker.ID: [Int]] = [:]
    var squeezed: [String: Int] = [:]
    for (place, speaker) in speakers.enumerated() {
      precondition(placeOfID.updateValue(place, forKey: speaker.id) == nil, "two speakers are \(speaker.id)")
      for name in speaker.names { Self.add(place, under: SpeakerKey.key(of: name.text), to: &names) }
      if speaker.kind == .state {
        for name in speaker.names { squeezed[SpeakerKey.words(of: name.text).joined()] = place }
      }
      for code in speaker.codes + [speaker.id] {
        Self.add(place, under: SpeakerKey.key(of: code), to: &codes)
      }
      for demonym in speaker.demonyms { Self.add(place, under: SpeakerKey.key(of: demonym), to: &demonyms) }
      for tenure in speaker.tenures where offices[tenure.holder]?.last != place {
        offices[tenure.holder, default: []].append(place)
      }
    }
    self.placeOfID = placeOfID
    placesOfName = names
    placesOfCode = codes
    placesOfDemonym = demonyms
    placeOfSqueezedName = squeezed
    officesOfHolder = offices
  }

  private static func add(_ place: Int, under key: String, to places: inout [String: [Int]]) {
    if places[key]?.last != place { places[key, default: []].append(place) }
  }

  package subscript(id: Speaker.ID) -> Speaker? { placeOfID[id].map { speakers[$0] } }

  /// The state or territory that an ISO 3166 code stands for, today's or a former one, in any case.
  package func state(code: String) -> Speaker? {
    placesOfCode[SpeakerKey.key(of: code)]?.map { speakers[$0] }.first {
      $0.kind == .state || $0.kind == .territory
    }
  }

  /// Those who held `office` on some day of `date`, in order of time; none without a date.
  package func holders(of office: Speaker, on date: DateInterval?) -> [Speaker] {
    guard let date else { return [] }
    return office.tenures.filter { $0.period.overlaps(date) }.compactMap { self[$0.holder] }
  }

  /// The offices that `person` held on some day of `date`; none without a date.
  package func offices(of person: Speaker, on date: DateInterval?) -> [Speaker] {
    guard let date else { return [] }
    return (officesOfHolder[person.id] ?? []).map { speakers[$0] }.filter { office in
      office.tenures.contains { $0.holder == person.id && $0.period.overlaps(date) }
    }
  }

  /// Those who bear just these words as a name, a code or an adjective: names go before codes of two letters, and both before
  /// adjectives.
  func lookUp(_ words: ArraySlice<String>) -> [Speaker] {
    let key = SpeakerKey.key(of: words)
    var places = placesOfName[key] ?? []
    if places.isEmpty || key.utf8.count == 3 {
      for place in placesOfCode[key] ?? [] where !places.contains(place) { places.append(place) }
    }
    if places.isEmpty { places = placesOfDemonym[key] ?? [] }
    return places.map { speakers[$0] }
  }
}
