/// What ``IndexDirectory/verify()`` checked and found.
package struct VerificationReport: Equatable, Sendable {
  /// What was checked of the segments that are good.
  package struct Counts: Equatable, Sendable {
    package var segmentCount = 0
    package var byteCount = 0
    /// Pages of 4,096 bytes whose checksum was compared.
    package var pageCount = 0
    package var documentCount = 0
    package var unitCount = 0
    package var wordCount = 0
    /// Terms and stems of all segments; one in two segments counts twice.
    package var termCount = 0
    package var stemCount = 0
    package var postingCount = 0
    package var positionCount = 0
  }

  /// What the index says it is; nil if its manifest is damaged.
  package var manifest: Manifest?
  package var checked = Counts()
  /// Steps of the history that are good.
  package var historyStepCount = 0
  /// The first thing that is wrong in each damaged file; empty for a good index.
  package var damages: [Damage] = []
  /// Files that are no part of the index, which is no damage.
  package var strayFiles: [IndexDirectory.StrayFile] = []

  package var isGood: Bool { damages.isEmpty }
}
