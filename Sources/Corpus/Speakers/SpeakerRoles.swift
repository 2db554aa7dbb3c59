/// The words for those who speak on somebody's behalf: what they say, the state or organisation says.
enum SpeakerRoles {
  /// Heads of `government of France`, `French delegation`, `France's Permanent Representative`.
  static let heads: Set<String> = [
    "government", "governments", "delegation", "delegations", "representative", "representatives", "rep",
    "mission",
    "missions", "ambassador", "ambassadors", "minister", "ministers", "president", "presidents", "premier",
    "chancellor",
    "king", "queen", "emir", "sultan", "secretary", "envoy", "envoys", "delegate", "delegates",
    "spokesperson",
    "spokesman", "spokeswoman", "observer", "director", "chairperson", "chairman", "chairwoman", "chair",
    "commissioner", "coordinator", "ombudsman", "official", "officials", "attache", "charge", "consul",
    "authorities",
    "administration", "cabinet", "leadership", "leader", "diplomat", "diplomats", "head", "senator",
    "adviser",
    "advisor", "parliamentarian", "prosecutor", "holder", "ceo", "founder", "member", "rapporteur",
    "undersecretary",
    "negotiator", "negotiators", "counsellor", "counselor", "expert", "liaison", "co", "vice",
  ]

  /// Words that stand before or behind a head and belong to it.
  static let qualifiers: Set<String> = [
    "permanent", "deputy", "acting", "vice", "foreign", "prime", "federal", "first", "under", "assistant",
    "honourable",
    "honorable", "his", "her", "their", "excellency", "alternate", "resident", "senior", "high", "former",
    "then",
    "new", "newly", "recently", "appointed", "royal", "crown", "state", "executive", "general", "special",
    "chief",
    "d", "affaires", "defence", "defense", "interior", "external", "national", "focal", "point", "r2p",
    "rtop",
    "interim", "co", "associate", "policy", "advocacy", "outgoing", "incoming", "elected", "legal",
    "political",
    "head", "country", "regional", "un",
  ]

  /// Forms of address.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "baroness", "h", "e",
    "he",
    "hon", "rev", "archbishop", "cardinal", "monsignor", "msgr", "sheikh", "sheikha", "prince", "princess",
    "madam",
    "madame", "m", "sr", "sra", "general", "gen", "colonel", "judge", "justice", "excellency", "his", "her",
  ]

  /// What a speaker gives or writes: `France's intervention`, `statement by France`.
  static let words: Set<String> = [
    "statement", "statements", "speech", "speeches", "intervention", "interventions", "remarks", "address",
    "turn",
  ]

  static let links: Set<String> = ["of", "from", "for", "by", "to"]
}
