internal import Postings
internal import Segment

/// The ranking function, in the form Lucene computes it, with integer scores.
///
///     score = idf · tf / (tf + k1 · (1 − b + b · length / average length))        idf = ln(1 + (N − n + 0.5) / (n + 0.5))
///
/// The length of a unit is what its ``Segment/Norm`` byte stands for. Every clause's score is rounded to a multiple of 2⁻²⁰
/// and kept as an integer, so that a sum does not depend on the order of its parts. (Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework: BM25 and Beyond", 2009; the constant factor k1 + 1 is left out, it changes no order.)
package struct BM25: Sendable {
  /// k1 at least 0, b from 0 to 1.
  package struct Parameters: Sendable, Equatable {
    /// How soon more occurrences stop to matter.
    package var k1 = 1.2
    /// How much a unit's length counts.
    package var b = 0.75

    package init(k1: Double = 1.2, b: Double = 0.75) {
      self.k1 = k1
      self.b = b
    }
  }

  /// A score of 1.
  package static let one = 1 << 20

  /// What lengths come to, which all words of a query share: k1 · (1 − b + b · length / average length), by norm byte.
  struct LengthFactors: Sendable, Equatable {
    fileprivate let values: [Double]

    private static let lengths = (0...255).map { Double(Norm.decode(UInt8($0))) }

    subscript(norm: UInt8) -> Double { values[Int(norm)] }

    /// - Parameter averageLength: Words per unit in the whole collection.
    init(averageLength: Double, parameters: Parameters) {
      values = Self.lengths.map { length in
        // A collection without a word has no lengths to compare.
        let relative = averageLength > 0 ? length / averageLength : 0
        return parameters.k1 * (1 - parameters.b + parameters.b * relative)
      }
    }
  }

  /// Of the term; of a phrase, the sum over its terms.
  let idf: Double
  private let lengthFactors: [Double]

  /// - Parameter idf: Of the term; of a phrase, the sum over its terms.
  init(idf: Double, lengthFactors: LengthFactors) {
    self.idf = idf
    self.lengthFactors = lengthFactors.values
  }

  /// The weight of a term that stands in `unitsWithTerm` of `unitCount` units.
  static func idf(unitsWithTerm: Int, unitCount: Int) -> Double {
    let n = Double(unitsWithTerm)
    return naturalLogarithm(1 + (Double(unitCount) - n + 0.5) / (n + 0.5))
  }

  /// The score, in units of 2⁻²⁰, of a unit in which the term stands `frequency` times.
  func score(frequency: Int, norm: UInt8) -> Int {
    let tf = Double(frequency)
    let factor = lengthFactors[Int(norm)]
    // A quotient of equal parts may be rounded: with k1 of 0 all frequencies score the same.
    return Self.rounded(factor == 0 ? idf : idf * tf / (tf + factor))
  }

  // MARK: - Bounds

  /// No unit of that length or a greater one in which the term stands `frequency` times at most scores more.
  ///
  /// One more than its score: a quotient may be rounded to less than that of a greater frequency.
  func bound(frequency: Int, norm: UInt8 = 0) -> Int { score(frequency: frequency, norm: norm) + 1 }

  /// No unit scores more, whatever the frequency.
  var greatest: Int { Self.rounded(idf) + 1 }

  /// To the nearest multiple, halves upwards; no score is negative. What `rounded()` gives, without a call.
  private static func rounded(_ score: Double) -> Int {
    let value = score * Double(one)
    let whole = Int(value)
    return value - Double(whole) >= 0.5 ? whole + 1 : whole
  }
}
