import Testing

@testable import Corpus

struct HyphenTests {
  @Test(arguments: [
    ("We want to stimulate inter-\n\n\n\ngroup talks.", "We want to stimulate inter-group talks."),
    (
      "Good government matters. It was the gov-\nernment that asked.",
      "Good government matters. It was the government that asked."
    ),
    // Evidence is a word of one line, wherever in it, not what two lines make together.
    (
      "Intergovernmental work goes on. They asked the inter-\ngovernmental offices.",
      "Intergovernmental work goes on. They asked the intergovernmental offices."
    ),
    (
      "They asked the inter-\ngovernmental offices to do what is\nintergovernmental, and no more than that.",
      "They asked the intergovernmental offices to do what is intergovernmental, and no more than that."
    ),
    (
      "They asked for the well-\nbeing of all, and the offices did well\nbeing there for all of them.",
      "They asked for the well-being of all, and the offices did well being there for all of them."
    ),
    (
      "What is inter\u{AD}\ngovernmental is so, and they asked the inter-\ngovernmental offices.",
      "What is intergovernmental is so, and they asked the intergovernmental offices."
    ),
    ("The Secretary-\nGeneral spoke.", "The Secretary-General spoke."),
    ("Both pre-\nand post-war times.", "Both pre- and post-war times."),
    ("From 2005-\n2015 and on.", "From 2005-2015 and on."),
    ("A state-of-the-\nart answer.", "A state-of-the-art answer."),
    ("A soft hyphen in coop\u{AD}\neration.", "A soft hyphen in cooperation."),
    ("The word intergroup. On inter\u{2010}\n\n\ngroup talks.", "The word intergroup. On intergroup talks."),
  ])
  func `a word cut at its hyphen`(source: String, text: String) throws {
    #expect(try paragraphs(source) == [text])
  }
}
