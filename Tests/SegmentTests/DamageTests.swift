import Foundation
import TestSupport
import Testing

@testable import Segment

/// Bad luck and bad intent at the level of files: whatever bytes stand in an index, a reader gives a typed error or the right answer.
///
/// What is covered, and where:
///
/// | structure | damage | test |
/// |---|---|---|
/// | a whole segment | every byte changed, every length cut | here |
/// | a whole segment under right checksums | every byte changed | here |
/// | every section under right checksums | every length cut, bytes added, taken from elsewhere | here |
/// | every integer under right checksums | replaced by extremes of its width | here |
/// | a segment of many pages under right checksums | bytes overwritten at random | here |
/// | the meaning of a segment | one wrong value of every kind | `SegmentVerifierTests` |
/// | a posting list | every bit flipped, every length cut, wrong frequencies | `PostingListDamageTests` (PostingsTests) |
/// | the manifest | every bit flipped, every length cut, under right checksums too | `ManifestTests` |
/// | the folder of an index | each file missing, empty, cut, of another index, no file | `IndexFolderDamageTests` |
///
/// "Under right checksums" means that all checksums are computed again after the damage, as by somebody who intends it. Then a
/// reader may answer from other bytes, but only safely; and whatever passes the verifier answers queries as the undamaged
/// segment does, but for the words and texts themselves, which only the corpus knows.
///
/// With `VERBATIM_EXHAUSTIVE=1` in the environment every bit is flipped, not only some of each byte, and there is more at random.
struct DamageTests {
  private static let isExhaustive = ProcessInfo.processInfo.environment["VERBATIM_EXHAUSTIVE"] == "1"

  /// A segment, and what it says while it is whole.
  struct Subject {
    let file: [UInt8]
    let contents: SegmentContents
    private let folder: TemporaryFolder

    init(_ sample: SampleSegment) throws {
      folder = try TemporaryFolder()
      _ = try sample.write(to: folder.path + "/whole.seg")
      file = try folder.read("whole.seg")
      contents = try SegmentContents(reading: SegmentReader(opening: folder.path + "/whole.seg"))
    }

    /// Reads damaged bytes through every door, and verifies them.
    ///
    /// - Returns: Whether the reader and the verifier were content.
    func examine(_ damaged: [UInt8], _ what: @autoclosure () -> String) throws -> (
      isRead: Bool, isVerified: Bool
    ) {
      let path = try folder.write(damaged, to: "damaged.seg")
      guard let reader = try? SegmentReader(opening: path) else { return (false, false) }
      let found = try? SegmentContents(reading: reader)
      // Another reader: this one's pages are checked already.
      guard (try? SegmentVerifier.verify(SegmentReader(opening: path))) != nil else {
        return (found != nil, false)
      }
      #expect(found?.answers == contents.answers, "verified and wrong: \(what())")
      return (found != nil, true)
    }
  }

  /// Of the large sample, which has many pages, only some bytes.
  @Test(arguments: [(SampleSegment.small, 1), (SampleSegment.large, isExhaustive ? 61 : 307)])
  func everyFlippedByteIsCaught(sample: SampleSegment, step: Int) throws {
    let subject = try Subject(sample)
    for index in stride(from: 0, to: subject.file.count, by: step) {
      for bit in Self.isExhaustive ? Array(0..<8) : [index % 8] {
        var damaged = subject.file
        damaged[index] ^= 1 << UInt8(bit)
        // Every page is read, and a page's checksum covers its padding too.
        #expect(try subject.examine(damaged, "") == (false, false), "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func everyCutLengthIsCaught() throws {
    let subject = try Subject(.small)
    for count in subject.file.indices {
      #expect(try subject.examine(Array(subject.file[..<count]), "") == (false, false), "cut to \(count)")
    }
    #expect(try subject.examine(subject.file + [0], "") == (false, false))
  }

  @Test(arguments: isExhaustive ? (0..<8).map { 1 << $0 } + [0xFF] : [0x01, 0x80, 0xFF])
  func flippedBytesUnderRightChecksumsAreHarmless(mask: UInt8) throws {
    let subject = try Subject(.small)
    let file = subject.file
    let footer = file.count - 64
    let checksums = SegmentBytes.integer(file, at: footer, byteCount: 8)
    let contents = SegmentBytes.integer(file, at: footer + 8, byteCount: 8)
    // The page checksums and those of the footer are what is repaired.
    for index in Array(0..<checksums) + Array(contents..<footer + 48) {
      var damaged = file
      damaged[index] ^= mask
      if index < footer || index >= footer + 20 {
        SegmentBytes.repairChecksums(of: &damaged)
      } else {
        // Where the parts of the file lie: the footer's own checksum alone can be computed.
        SegmentBytes.repairFooterChecksum(of: &damaged)
      }
      _ = try subject.examine(damaged, "bits \(mask) of byte \(index)")
    }
  }

  @Test(arguments: SegmentFormat.Section.allCases)
  func everyCutSectionIsCaughtUnderRightChecksums(section: SegmentFormat.Section) throws {
    let subject = try Subject(.small)
    let whole = SegmentBytes(subject.file)
    #expect(whole.file == subject.file)
    for count in whole[section].indices {
      for damage in [whole[section].prefix(count), whole[section].suffix(count)] {
        var damaged = whole
        damaged[section] = Array(damage)
        #expect(try !subject.examine(damaged.file, "").isVerified, "\(section.name) cut to \(count)")
      }
    }
    for more in [1, 4, 8, 32] {
      var damaged = whole
      damaged[section] += Array(repeating: 0, count: more)
      #expect(try !subject.examine(damaged.file, "").isVerified, "\(more) bytes more of \(section.name)")
    }
    // The digests of a segment are held to its name, which is not in it.
    for other in SegmentFormat.Section.allCases where whole[other] != whole[section] && section != .digests {
      var damaged = whole
      damaged[section] = whole[other]
      #expect(try !subject.examine(damaged.file, "").isVerified, "\(other.name) in place of \(section.name)")
    }
  }

  @Test(arguments: [4, 8])
  func extremesUnderRightChecksumsAreHarmless(byteCount: Int) throws {
    let subject = try Subject(.small)
    let whole = SegmentBytes(subject.file)
    // 2ⁿ − 1, 2ⁿ − 2, the greatest and the least signed number, 0 and 1.
    let extremes = [.max, .max - 1, .max >> 1, 1 << 63, 0, 1].map { (value: UInt64) in
      let shift = value == 1 << 63 || value == .max >> 1 ? UInt64(64 - 8 * byteCount) : 0
      return SegmentBytes.bytes(Int(bitPattern: UInt(value >> shift)), byteCount)
    }
    for section in SegmentFormat.Section.allCases {
      for start in stride(from: 0, through: whole[section].count - byteCount, by: 4) {
        for extreme in extremes {
          var damaged = whole
          damaged[section].replaceSubrange(start..<start + byteCount, with: extreme)
          _ = try subject.examine(damaged.file, "\(extreme) at \(start) of \(section.name)")
        }
      }
    }
    for start in stride(from: 0, through: whole.counts.count - byteCount, by: 4) {
      for extreme in extremes {
        var damaged = whole
        damaged.counts.replaceSubrange(start..<start + byteCount, with: extreme)
        let isWhole = damaged.counts == whole.counts
        #expect(
          try subject.examine(damaged.file, "").isVerified == isWhole, "\(extreme) at \(start) of the counts")
      }
    }
  }

  @Test(arguments: 0..<4)
  func randomBytesUnderRightChecksumsAreHarmless(seed: UInt64) throws {
    let subject = try Subject(.large)
    let whole = SegmentBytes(subject.file)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<(Self.isExhaustive ? 200 : 20) {
      var damaged = whole
      // A section each, the small ones as often as the large ones.
      let section = SegmentFormat.Section.allCases.randomElement(using: &generator)!
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = damaged[section].indices.randomElement(using: &generator)!
        damaged[section][index] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try subject.examine(damaged.file, "seed \(seed), round \(round)")
    }
  }
}
