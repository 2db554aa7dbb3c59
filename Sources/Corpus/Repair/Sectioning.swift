/// A step of repair: gives every unit its section, the path of the headings it stands under.
///
/// Section 0 is the text before any heading. The title and what stands beside it open no section. A run-in heading
/// holds until the next heading of either kind.
struct Sectioning {
  private(set) var sections = [Section(headings: [])]
  /// The section of each unit.
  private(set) var sectionOfUnit: [Int] = []
  private var path: [Heading] = []
  private var seesRoman = false
  private var seesLetter = false

  private struct Heading {
    var rank: Int
    /// Marked by `#` or a line under it.
    var isMarked: Bool
    /// Marked by bold letters alone.
    var isStrong: Bool
    var text: String
  }

  /// - Parameter heading: The text of a unit that is a heading.
  init(units: [Unit], rows: [Row], text: CleanText, heading: (Int) -> String) {
    let runIn = RunInHeading(rows: rows, text: text)
    sectionOfUnit.reserveCapacity(units.count)
    var current = 0
    var index = 0
    while index < units.count {
      let end = Self.sectionEnd(from: index, in: units)
      if units[index].kind == .heading, !units[index].isHead {
        current = open(units[index], rows[units[index].rows.lowerBound], text: heading(index))
      }
      append(units, index..<end, under: current, runIn)
      index = end
    }
  }

  /// Where the next heading stands; heads open nothing and end nothing.
  private static func sectionEnd(from start: Int, in units: [Unit]) -> Int {
    var end = start + 1
    while end < units.count, units[end].kind != .heading || units[end].isHead { end += 1 }
    return end
  }

  private mutating func append(
    _ units: [Unit], _ range: Range<Int>, under section: Int, _ runIn: RunInHeading
  ) {
    let isUnderHeading = !path.isEmpty
    let stops = isUnderHeading ? range.filter { runIn.beforeStop(units[$0]) != nil }.count : 0
    let prose = isUnderHeading ? range.filter { units[$0].kind == .prose }.count : 0
    var current = section
    for index in range {
      let unit = units[index]
      var name = runIn.marked(unit)
      if name == nil, isUnderHeading {
        name = runIn.beforeColon(unit) ?? (stops >= 2 && stops * 2 >= prose ? runIn.beforeStop(unit) : nil)
      }
      if let name { current = add(path.map(\.text) + [name]) }
      sectionOfUnit.append(current)
    }
  }

  private mutating func open(_ unit: Unit, _ first: Row, text: String) -> Int {
    let isStrong = first.flags.contains(.isStrong)
    let rank = rank(of: unit, first, isStrong: isStrong)
    while let last = path.last, last.rank >= rank { path.removeLast() }
    let isOnlyStrong = isStrong && unit.level == 0 && first.marker == .none
    path.append(Heading(rank: rank, isMarked: unit.level > 0, isStrong: isOnlyStrong, text: text))
    return add(path.map(\.text))
  }

  /// The rank of a heading under all that are marked, and of one in bold letters under any other.
  private static let rankUnderMarked = 6
  private static let rankOfStrong = 20

  /// How deep a heading stands: `##` by its level, and above those without; a number by its depth, under a letter,
  /// under a Roman number; bold letters under all these.
  private mutating func rank(of unit: Unit, _ first: Row, isStrong: Bool) -> Int {
    if unit.level > 0 { return unit.level }
    let base = path.contains(where: \.isMarked) ? Self.rankUnderMarked : 0
    switch first.marker {
    case .roman:
      seesRoman = true
      return base + 1
    case .letter:
      seesLetter = true
      return base + (seesRoman ? 2 : 1)
    case .number(let depth, _): return base + Int(depth) + (seesRoman ? 1 : 0) + (seesLetter ? 1 : 0)
    case .none, .enumerator, .bullet:
      let isBelow = isStrong && path.contains { !$0.isStrong }
      return isBelow ? Self.rankOfStrong : base + 1
    }
  }

  private mutating func add(_ headings: [String]) -> Int {
    if sections[sections.count - 1].headings != headings { sections.append(Section(headings: headings)) }
    return sections.count - 1
  }
}
