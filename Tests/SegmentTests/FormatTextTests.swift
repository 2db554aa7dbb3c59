import Foundation
import Segment
import TestSupport
import Testing

/// What `index/FORMAT.md` says and the code says too.
struct FormatTextTests {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/index/FORMAT.md", encoding: .utf8)
  }

  /// The cells of the table rows whose first cell is a number.
  private var numberedRows: [[String]] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.count > 1 && Int(cells[0]) != nil ? cells : nil
    }
  }

  @Test func sectionsAreThoseOfTheTable() {
    let rows = numberedRows.filter { $0.count == 3 }
    #expect(rows.map { $0[0] } == SegmentFormat.Section.allCases.map { String($0.rawValue) })
    #expect(rows.map { $0[1] } == SegmentFormat.Section.allCases.map(\.name))
  }

  @Test func theVersionHasItsLineOfHistory() {
    #expect(
      numberedRows.filter { $0.count == 2 }.map { $0[0] } == (1...SegmentFormat.version).map(String.init))
    #expect(text.contains("Format version \(SegmentFormat.version)."))
  }
}
