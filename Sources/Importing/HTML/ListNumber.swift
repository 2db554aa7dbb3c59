/// The number of an item of a list, as a reader sees it.
enum ListNumber {
  /// - Parameter style: The `type` of the list: `a`, `A`, `i`, `I`, or anything else for figures.
  static func text(_ number: Int, style: UInt8) -> String {
    switch style {
    case UInt8(ascii: "a") where (1...26).contains(number): letter(number, first: 0x61) + "."
    case UInt8(ascii: "A") where (1...26).contains(number): letter(number, first: 0x41) + "."
    case UInt8(ascii: "i") where (1...mostRoman).contains(number): roman(number).lowercased() + "."
    case UInt8(ascii: "I") where (1...mostRoman).contains(number): roman(number) + "."
    default: "\(number)."
    }
  }

  private static let mostRoman = 3_999

  private static func letter(_ number: Int, first: UInt8) -> String {
    String(Unicode.Scalar(first + UInt8(number - 1)))
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
