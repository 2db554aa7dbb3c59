import Testing
import Wire

struct SanitizerTests {
  @Test func everyScalarOfATextIsCleanedAsByItself() {
    for value in (0...0xFFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let clean = "a" + String(Character(Sanitizer.clean(scalar))) + "é"
      #expect(Sanitizer.clean("a\(scalar)é").unicodeScalars.elementsEqual(clean.unicodeScalars))
    }
  }

  @Test func linesAreKeptOnRequest() {
    #expect(Sanitizer.clean("a\nb\tc", keepingLines: true) == "a\nb c")
    #expect(Sanitizer.clean("a\nb\tc") == "a b c")
  }
}
