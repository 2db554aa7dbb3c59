import Testing
import Wire

struct WrappedTextTests {
  @Test(arguments: [
    ("a warning of some words", 23, "a warning of some words"),
    ("a warning of some words", 22, "a warning of some\nwords"),
    ("one line\n  another one that is longer\n", 20, "one line\n  another one that\n  is longer\n"),
    ("see /a/path/that/is/longer/than/a/line", 20, "see\n/a/path/that/is/longer/than/a/line"),
    ("two  spaces\n\nstay", 20, "two  spaces\n\nstay"),
    // Two columns each.
    ("日本語の文書 日本語の文書", 24, "日本語の文書\n日本語の文書"), ("日本語の文書 日本語の文書", 25, "日本語の文書 日本語の文書"),
    ("no room at all for this", 1, "no room at all for\nthis"), ("", 20, ""),
  ])
  func linesAreBrokenBetweenWords(text: String, width: Int, expected: String) {
    #expect(WrappedText.of(text, width: width) == expected)
  }
}
