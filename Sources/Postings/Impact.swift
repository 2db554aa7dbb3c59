/// What no posting of a block exceeds: how often its term stands in a unit, and how short these units are.
package struct Impact: Equatable, Sendable {
  /// The least norm of the units in which the term stands once; 255 if there is none.
  package var leastNormOfOne: UInt8 = 255
  /// The same of those in which it stands more often.
  package var leastNormOfMore: UInt8 = 255
  /// The greatest frequency; 255 stands for itself and all above.
  package var greatestFrequency: UInt8 = 0

  /// A frequency of 255 or more.
  package static let many: UInt8 = 255

  mutating func add(frequency: UInt32, norm: UInt8) {
    if frequency == 1 {
      leastNormOfOne = min(leastNormOfOne, norm)
    } else {
      leastNormOfMore = min(leastNormOfMore, norm)
    }
    greatestFrequency = max(greatestFrequency, UInt8(min(frequency, UInt32(Self.many))))
  }
}
