/// The speakers that every corpus knows, as readable lines; ``SpeakerNotation`` says what they mean.
///
/// Written from public facts: the lists of members and observers of the United Nations, ISO 3166 with its formerly used
/// codes, and the lists of office holders that the organisations publish. A date range stands only where it is known.
enum SpeakerData {
  /// Every block of the table with the kind of speaker it lists.
  static let blocks: [(kind: Speaker.Kind, lines: String)] = [
    (.state, africa), (.state, americas), (.state, asia), (.state, europe), (.state, oceania),
    (.state, formerStates), (.territory, territories),
    (.organisation, organisations), (.unitedNations, unitedNations), (.civilSociety, civilSociety),
    (.group, groups),
    (.office, unitedNationsOffices), (.office, generalAssembly), (.office, otherOffices),
  ]
}
