package import Text

/// One who says things: a state, an organisation, an office, a person, a group, under every name that means it.
package struct Speaker: Sendable, Hashable, Identifiable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// A member or observer state of the United Nations, of today or of the past.
    case state = 0
    /// A place that speaks for itself and is neither.
    case territory = 1
    /// An organisation of states.
    case organisation = 2
    /// A part of the United Nations, an agency or a court beside it.
    case unitedNations = 3
    /// An organisation that no state is a member of.
    case civilSociety = 4
    /// States that speak together.
    case group = 5
    /// An office, whoever holds it.
    case office = 6
    case person = 7
  }

  /// What the speaker is called; `period` is when, nil for ever.
  package struct Name: Sendable, Hashable {
    package var text: String
    package var period: DateInterval?
    /// Whether the name is a surname, which text must put behind a title or a role (`Mr. Ban`).
    package var needsTitle: Bool

    package init(_ text: String, period: DateInterval? = nil, needsTitle: Bool = false) {
      self.text = text
      self.period = period
      self.needsTitle = needsTitle
    }
  }

  /// Who held an office, and when: the id of a person.
  package struct Tenure: Sendable, Hashable {
    package var holder: Speaker.ID
    package var period: DateInterval

    package init(holder: Speaker.ID, period: DateInterval) {
      self.holder = holder
      self.period = period
    }
  }

  /// Stands for the speaker for ever: ISO 3166's alpha-3 code of a state (`FRA`), else words with hyphens
  /// (`un-secretary-general`, `jan-eliasson`); a person that only one document knows is `ITA/cecile-kyenge`.
  package var id: String
  package var kind: Kind
  /// The first is the one to show.
  package var names: [Name]
  /// Codes that stand for the speaker in file names and queries, never in running text.
  package var codes: [String]
  /// Adjectives and the names of people: `French`.
  package var demonyms: [String]
  /// Of an office: its holders in order of time.
  package var tenures: [Tenure]
  /// Of an office: the organisation it speaks for, under which its holders are found too.
  package var body: Speaker.ID?

  package init(
    id: String, kind: Kind, names: [Name], codes: [String] = [], demonyms: [String] = [],
    tenures: [Tenure] = [], body: Speaker.ID? = nil
  ) {
    precondition(!names.isEmpty, "a speaker has a name")
    self.id = id
    self.kind = kind
    self.names = names
    self.codes = codes
    self.demonyms = demonyms
    self.tenures = tenures
    self.body = body
  }

  /// The name to show.
  package var name: String { names[0].text }
}
