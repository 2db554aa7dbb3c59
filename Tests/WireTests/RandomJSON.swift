import TestSupport

/// Objects of JSON as text, drawn at random: values of all kinds, nested, with white space and escapes where they may stand.
struct RandomJSON {
  private var generator: SeededGenerator
  private static let depthLimit = 5

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func object() -> String { object(depth: 1) }

  private mutating func object(depth: Int) -> String {
    // Each name once, also as a string of other scalars.
    let members = (0..<below(5)).map { number in
      "\(string(prefix: "\(number)"))\(space()):\(space())\(value(depth: depth))"
    }
    return "{" + joined(members) + "}"
  }

  private mutating func array(depth: Int) -> String {
    "[" + joined((0..<below(4)).map { _ in value(depth: depth) }) + "]"
  }

  private mutating func joined(_ parts: [String]) -> String {
    space() + parts.joined(separator: space() + "," + space()) + space()
  }

  private mutating func value(depth: Int) -> String {
    switch below(depth < Self.depthLimit ? 9 : 7) {
    case 0: "true"
    case 1: "false"
    case 2: "null"
    case 3, 4: number()
    case 5, 6: string(prefix: "")
    case 7: object(depth: depth + 1)
    default: array(depth: depth + 1)
    }
  }

  private mutating func number() -> String {
    var text = below(2) == 0 ? "-" : ""
    // Foundation refuses 0E5.
    if below(3) == 0 { return text + "0" }
    text += "\(1 + below(1_000_000))"
    if below(2) == 0 { text += ".\(below(100_000))" }
    if below(3) == 0 { text += ["e", "E"][below(2)] + ["", "+", "-"][below(3)] + "\(below(30))" }
    return text
  }

  private static let parts: [String] = [
    "a", "veto", " ", "é", "e\u{301}", "\u{2028}", "\u{1F600}", "\u{FFFD}", "/", "\u{7F}", #"\""#, #"\\"#,
    #"\/"#, #"\b"#,
    #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u00e9"#, #"\u0041"#, #"\uD83D\uDE00"#, #"\u0000"#, #"\uFFFF"#, "{",
    "]", ",",
  ]

  private mutating func string(prefix: String) -> String {
    "\"" + prefix + (0..<below(6)).map { _ in Self.parts[below(Self.parts.count)] }.joined() + "\""
  }

  private mutating func space() -> String {
    below(3) > 0 ? "" : [" ", "\t", "\r", "\n", "  "][below(5)]
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
}
