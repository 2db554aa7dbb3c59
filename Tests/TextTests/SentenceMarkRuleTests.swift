import Testing

/// Quotation marks, brackets, ellipses, dashes; `|` parts the sentences that are expected.
@Suite("Sentences: quotations, ellipses, brackets, glue")
struct SentenceMarkRuleTests {
  @Test(
    "Closing marks stay with their sentence, opening ones with theirs",
    arguments: [
      "He said: “Never again.” |They left.", "He said: \"Never again.\" |They left.",
      "He said: ‘Never again.’ |They left.",
      "(They left.) |We stayed.", "They left (in 2011). |We stayed.", "It is “law”. |“We stay”, he said.",
      "It is law.”) |He left.",
      "It is law.|“We stay”, he said.", "It is law. ” |We stay.", "It is law. \" |We stay.",
      "“It is law.“ |We stay.", "It is law. |\"We stay.\"",
      "12. \"We stay\", he said.", "He said « Never again. » |They left.",
    ])
  func closingMarks(sample: String) {
    // A guillemet that white space parts from its full stop opens in other languages: left to UAX #29.
    expectSentences(sample.contains("«") ? "He said « Never again. |» They left." : sample)
  }

  @Test(
    "Questions and exclamations go on in lower case",
    arguments: [
      "“Why?” he asked. |“No!” they cried.", "“Why?”, he asked.", "Where to? and how? |We know.",
      "Is it so? |(We think so.)", "Why? |Because we can.",
      "A real (?) Union. |A (!) State.", "What?! |No one came.", "Is it so? — it is.",
      "“Am I?” |The answer is no.",
    ])
  func questions(sample: String) { expectSentences(sample) }

  @Test(
    "Ellipses",
    arguments: [
      "We came ... and left.", "We came … and left. |We stayed.", "We came... |The rest stayed.",
      "We came… |The rest stayed.", "We came. … |The rest stayed.",
      "We came .... |The rest stayed.", "We came . . . |The rest stayed.", "He said: “... The rest stayed.”",
      "He said “… The rest stayed.”",
      "He said: \"... The rest stayed.\"", "... The rest stayed.", "It is due to the ... Member States.",
      "We, ... Reaffirming that, left.",
      "We came. [...] |The rest stayed.", "We came. (…) |The rest stayed.", "We, [...] The Peoples, came.",
    ])
  func ellipses(sample: String) { expectSentences(sample) }

  @Test(
    "Hyphens and dashes behind full stops",
    arguments: [
      "It is so. |- The next item.", "It is so. |-The next item.", "It is so.- |The next item.",
      "It is so.-|The next item.", "It is so. |– The next item.",
      "Mr. - The Chair", "U.S.-China talks", "We say no. - and mean it.", "Guess what? — India knows.",
    ])
  func dashes(sample: String) { expectSentences(sample) }

  @Test(
    "Sentences without white space between them",
    arguments: [
      "We need security.|To this end, we act.", "We need it all…|We act.", "We act.|A new era starts.",
      "See example.org and Node.JS for it.", "The St.Lucia team",
    ])
  func glued(sample: String) { expectSentences(sample) }

  @Test(
    "References in brackets belong to the sentence before",
    arguments: [
      "They said “Never again.” (A/47/1, para. 3) |It was late.",
      "They said \"No.\" [Ibid., p. 4.] |He left.", "They said “No.” [868th meeting, para. 2], and left.",
      "It holds. [see A/9601/Add.1, sect. X.] |We agree.", "It holds. [He left the room.] |We agree.",
      "It holds. (Ibid.) |We agree.",
      "They said “No.” (The Holy Koran, XVI:90) |It was late.",
      "They said “No.” [ibid., p. 4] despite all.", "They said “No.” (A/47/1, para. 3).",
      "They said “No.” (A/47/1) |“Yes”, he said.", "It holds. [A/9001, p. 3.J |We agree.",
      "They said \"No.\" [A/36/1, sect. IV", "It holds. (A/51/4, para. 182 (f)) |Like all law, it binds.",
      "It holds.” [A/1]”, he said.", "It holds. (GATT) round next year; we wait.",
    ])
  func references(sample: String) { expectSentences(sample) }

  @Test(
    "Other brackets",
    arguments: [
      "It holds. |(We have said so before.) |We agree.", "It holds. |(b) The next item; (iv) more.",
      "It holds. |(12) The next item.", "It holds. |[The Court] is right.",
      "It holds ... [and] binds.", "It holds. |(spoke in French) We agree.", "It holds. |(We have said so",
      "As follows: (a) The first; (b) The second.",
    ])
  func otherBrackets(sample: String) { expectSentences(sample) }

  @Test(
    "White space, paragraphs and what says nothing",
    arguments: [
      "It holds. \u{A0} |We agree.", "It holds\n|We agree", "It holds. \r\n\r\n \t|We agree.\n",
      " \n It holds. |We agree.", "It holds. |We agree. * * *",
      "** It holds. |We agree.**", "... !! It holds.", "It holds.\n|* * *\n|We agree.",
      "It holds; It binds: We agree.", "   ", "Mr.\n|Okello came.", "A.D.",
    ])
  func whiteSpace(sample: String) { expectSentences(sample) }
}
