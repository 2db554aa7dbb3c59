/// Step 16: gives every unit its section, the path of the headings it stands under.
///
/// Section 0 is the text before any heading. The title and what stands beside it open no section. A run-in heading
/// holds until the next heading of either kind.
struct Sectioning {
  private(set) var sections = [Section(headings: [])]
  /// The section of each unit.
  private(set) var sectionOfUnit: [Int] = []
  private var path: [(level: Int, text: String)] = []
  private var seesRoman = false
  private var seesLetter = false

  /// - Parameter heading: The text of a unit that is a heading.
  init(units: [Unit], rows: [Row], text: CleanText, isMarkdown: Bool, heading: (Int) -> String) {
    let runIn = RunInHeading(rows: rows, text: text)
    sectionOfUnit.reserveCapacity(units.count)
    var current = 0
    var index = 0
    while index < units.count {
      let end = Self.sectionEnd(from: index, in: units)
      if units[index].kind == .heading, !units[index].isHead {
        current = open(heading(index), level: level(of: units[index], rows: rows))
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

  private mutating func level(of unit: Unit, rows: [Row]) -> Int {
    let first = rows[unit.rows.lowerBound]
    guard first.level == 0 else { return unit.level }
    switch first.marker {
    case .roman:
      seesRoman = true
      return 1
    case .letter:
      seesLetter = true
      return seesRoman ? 2 : 1
    case .number(let depth, _): return depth + (seesRoman ? 1 : 0) + (seesLetter ? 1 : 0)
    case .none, .enumerator, .bullet:
      let isBelow = first.flags.contains(.isStrong) && !path.isEmpty
      return unit.level == 1 && isBelow ? 8 : unit.level
    }
  }

  private mutating func open(_ text: String, level: Int) -> Int {
    while let last = path.last, last.level >= level { path.removeLast() }
    path.append((level, text))
    return add(path.map(\.text))
  }

  private mutating func add(_ headings: [String]) -> Int {
    if sections[sections.count - 1].headings != headings { sections.append(Section(headings: headings)) }
    return sections.count - 1
  }
}
