/// What the rules know of a word; a word may be in several classes.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(_ bit: UInt64) { rawValue = 1 << bit }

  static let determiner = WordClass(0)
  static let article = WordClass(1)
  static let possessor = WordClass(2)
  /// A word that makes a group of what follows: `several`, `one`.
  static let quantifier = WordClass(3)
  /// A quantifier that takes `of`: `a number of`.
  static let quantity = WordClass(4)
  /// A quantifier that may stand alone: `some`, `others`.
  static let pronounGroup = WordClass(5)
  static let groupModifier = WordClass(6)
  /// Those who speak without a name: `participants`, `delegations`.
  static let groupNoun = WordClass(7)
  static let singularGroupNoun = WordClass(8)
  /// `government`, `representative`: what stands for a state or organisation.
  static let roleHead = WordClass(9)
  static let roleQualifier = WordClass(10)
  static let title = WordClass(11)
  /// Words between a role and its country: `Minister for Foreign Affairs of …`.
  static let department = WordClass(12)
  /// What a speaker gives: `intervention`, `statement`.
  static let product = WordClass(13)
  static let preposition = WordClass(14)
  static let subordinator = WordClass(15)
  static let clauseLink = WordClass(16)
  static let contrast = WordClass(17)
  static let coordinator = WordClass(18)
  static let be = WordClass(19)
  static let pastBe = WordClass(20)
  static let have = WordClass(21)
  static let doing = WordClass(22)
  static let modal = WordClass(23)
  static let negation = WordClass(24)
  static let adverb = WordClass(25)
  static let personalPronoun = WordClass(26)
  static let animatePronoun = WordClass(27)
  /// `including`: names of a group follow.
  static let includer = WordClass(28)
  /// `took the opportunity to`, `went on to`: the verb that counts follows.
  static let periphrasis = WordClass(29)
  /// A small word inside a person's name.
  static let particle = WordClass(30)
  static let institution = WordClass(31)
  /// A capitalised word that is in no person's name.
  static let notAPerson = WordClass(32)
  static let accordance = WordClass(33)
  static let opinionNoun = WordClass(34)
  /// A word with which the object of a verb begins.
  static let objectOpener = WordClass(35)
  static let stanceAdjective = WordClass(36)
  static let stanceObject = WordClass(37)
  static let clearness = WordClass(38)
  /// A verb that says something also where it is denied: `did not support`.
  static let stanceVerb = WordClass(39)
  /// A form of a verb that reports speech.
  static let speechVerb = WordClass(40)
  /// A word with which some name of a speaker begins.
  static let beginsName = WordClass(41)
  /// A role that is a body, not somebody: `delegation`.
  static let body = WordClass(42)
  /// What is shared, echoed or raised: `concern`, `point`.
  static let viewNoun = WordClass(43)
  /// A word with which a main clause begins: `there`, `it`.
  static let mainOpener = WordClass(44)
  static let firstPerson = WordClass(45)
  /// A subordinator whose clause reports nothing: `if`, `which`.
  static let dependence = WordClass(46)
  /// `no`, `none`: nobody says it.
  static let nobody = WordClass(47)
  /// A title or role with which persons are introduced.
  static let introducer = WordClass(48)
}
