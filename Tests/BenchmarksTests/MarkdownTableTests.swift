import Testing

@testable import Benchmarks

struct MarkdownTableTests {
  @Test func columnsAreAsWideAsTheirCells() {
    var table = MarkdownTable(header: ["class", "p50"])
    table.add(["or2", "1,234"])
    table.add(["phrase", "5"])
    #expect(
      table.text == """
        | class  |   p50 |
        | ------ | ----: |
        | or2    | 1,234 |
        | phrase |     5 |

        """)
  }

  @Test func numbersAreRounded() {
    #expect(1_234_567.grouped == "1,234,567" && 999.grouped == "999" && 0.grouped == "0")
    #expect(1.006.rounded(to: 2) == "1.01" && 12.0.rounded(to: 1) == "12.0" && 0.04.rounded(to: 1) == "0.0")
  }
}
