import Testing

/// Full stops next to figures; `|` parts the sentences that are expected.
@Suite("Sentences: numbers of paragraphs, footnotes, figures")
struct SentenceFigureRuleTests {
  @Test(
    "The number of a paragraph or an item stays with its text",
    arguments: [
      "12. The Council met. |13. It left.", "12.\tThe Council met.", "1.2.3. The scope is wide.",
      "3.1 The scope is wide.",
      "IV. The way ahead", "A. Background", "B. The way ahead. |C. Costs", "iv. The way",
      "(12. The Council met.)",
      "We left. |146. We came.", "As follows: 1. The first. |2. The second.",
      "It decides: “1. To call; 2. To ask.”",
      "“2. The States agree.”", "[12. The text", "As follows; a. Promoting peace.",
    ])
  func itemNumbers(sample: String) { expectSentences(sample) }

  @Test(
    "Other numbers end sentences",
    arguments: [
      "It met in 1990. |The Council left.", "See paragraph 12. |The Council met.",
      "Of 20 States, 12. |The others left.",
      "1990. |The war ended.", "Resolution 242 (1967). |The text is short.",
      "We act under Chapter VII. |Members agree.",
    ])
  func numbersAtTheEnd(sample: String) { expectSentences(sample) }

  @Test(
    "Decimals, sections and symbols hold no end",
    arguments: [
      "It rose by 3.5 per cent, as 1.2.3 says.", "See A/67/929 and S/RES/1973 (2011). |They hold.",
      "See S/PV.4644 and A/C.1/L.2 Rev.1 and Add.12 The text.",
      "It costs $1.5 billion, or .5 more.", "See www.un.org/en. |It is new.",
      "See A/34/PV. 31 and E/BUR. 12 of 1946. |They hold.",
    ])
  func decimals(sample: String) { expectSentences(sample) }

  @Test(
    "A footnote's number belongs to the sentence before it",
    arguments: [
      "They ended the atrocities.12 |The Council met.", "They ended it all.3 |“No more”, they said.",
      "They said “No more.”12 |It ended.",
      "They said \"No more.\"12 |It ended.", "They ended it (2011).12 |The Council met.",
      "They ended it.¹² |The Council met.", "They ended it.⁴ |The end.",
      "They ended the atrocities.[12] |The Council met.", "They ended “it”.[3] |The Council met.",
      "They ended it.(12) |The Council met.",
      "The nations.31 was proud.", "They ended the atrocities.12", "They said “No more.”12",
    ])
  func footnotes(sample: String) { expectSentences(sample) }

  @Test(
    "Figures that are no footnote's number",
    arguments: [
      "See A/34/PV.31 The text.", "It is v1.2 The best.", "See No.12 The text.",
      "They met at the U.N.12 States came.", "They ended the atrocities.2011 was bad.",
    ])
  func noFootnotes(sample: String) { expectSentences(sample) }

  @Test(
    "A sentence may start with a figure",
    arguments: [
      "They speak in my country. |48 languages are spoken.", "It ended in 2020. |315 people fell.",
      "It ended. |“100 years are long”, he said.",
      "They spoke ... 12 of them left.", "They came. |2.6 million stayed.",
    ])
  func figuresFirst(sample: String) { expectSentences(sample) }
}
