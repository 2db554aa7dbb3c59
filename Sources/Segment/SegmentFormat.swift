/// The bytes of a segment file; `index/FORMAT.md` draws them all.
///
///     file   = header · section × 28 · page checksums · table of contents · footer
///     header = magic "VERBATIM" · formatVersion u32 · reserved u32
///
/// Sections are streamed in the order of their numbers, each from the next multiple of 8 on, the gaps zero. All integers are
/// little-endian.
package enum SegmentFormat {
  /// The version this program writes, and the only one it reads.
  ///
  /// - 1: blocks of 128, positions, plain dictionary, stored text.
  /// - 2: the hash of every document's source; terms without the number of their stem, which nobody read.
  /// - 3: statements and their speakers; frequencies and lengths at every level.
  /// - 4: with each name that a statement shows, the speaker to count it under.
  /// - 5: lists with leaders, impacts and three forms of ids; frequencies and positions found in constant time.
  /// - 6: lists of pairs of words; positions whose few great values stand apart.
  /// - 7: with each unit's pieces where its sentences begin.
  /// - 8: a signature a unit, by which near-identical ones are found.
  package static let version = 8

  static let magic: [UInt8] = Array("VERBATIM".utf8)
  static let headerByteCount = 16
  /// Bytes that share a checksum.
  static let pageByteCount = 4096
  static let sectionAlignment = 8
  /// Where a section starts whose predecessor ends at `end`.
  static func aligned(_ end: Int) -> Int {
    (end + sectionAlignment - 1) / sectionAlignment * sectionAlignment
  }
  /// One entry of the table of contents: section u32 · reserved u32 · offset u64 · byteCount u64.
  static let contentsEntryByteCount = 24

  /// A section and its number in the table of contents.
  package enum Section: UInt32, CaseIterable, Sendable {
    /// The units' texts, UTF-8, one behind the other.
    case text = 1
    /// Where each unit's text came from.
    case pieces = 2
    /// A record a unit, and one more that ends the last.
    case units = 3
    /// A byte a unit: ``Norm``.
    case norms = 4
    /// A record a document, and one more.
    case documents = 5
    /// The documents' strings.
    case metadata = 6
    /// An offset into `headingPaths` for each section of a document, and one more.
    case headings = 7
    /// The paths of headings.
    case headingPaths = 8
    /// A record a term in order of the terms' bytes, and one more.
    case terms = 9
    case termBytes = 10
    case postings = 11
    case positions = 12
    /// A record a stem in order of the stems' bytes, and one more.
    case stems = 13
    case stemBytes = 14
    /// The terms of each stem, u32 each.
    case forms = 15
    /// Posting lists, without positions, of stems with two terms or more.
    case stemPostings = 16
    /// The SHA-256 of each document's source.
    case digests = 17
    /// A record a statement, and one more.
    case statements = 18
    /// A byte a statement: ``Norm``.
    case statementNorms = 19
    /// A byte a document: ``Norm``.
    case documentNorms = 20
    /// A record a range of words that belong to a statement, in corpus order.
    case ranges = 21
    /// The speakers of each statement, u32 each.
    case statementSpeakers = 22
    /// For each statement the rule that found it, its evidence, and who speaks: names to show, and speakers to count.
    case evidence = 23
    /// A record a speaker, and one more.
    case speakers = 24
    /// For each speaker the id, the name, and all names it goes by.
    case speakerNames = 25
    /// A record a pair of terms, by the numbers of the first and then of the second, and one more.
    case pairs = 26
    /// Posting lists, without positions, of the units in which the one stands right before the other.
    case pairPostings = 27
    /// Eight bytes a unit: ``SignatureMaker``.
    case signatures = 28

    /// The name that FORMAT.md, messages and reports give it.
    package var name: String { "\(self)" }
  }

  // Where the fields of a record start, in bytes from its own start.

  /// `document u32 · heading u32 · textOffset u64 · piecesOffset u64 · kind u8 · 7 zero bytes`
  enum UnitRecord {
    static let document = 0
    static let heading = 4
    static let textOffset = 8
    static let piecesOffset = 16
    static let kind = 24
    static let byteCount = 32
  }

  /// `firstUnit u32 · firstDay u32 · lastDay u32 · wordsBefore u32 · metadataOffset u64`
  enum DocumentRecord {
    static let firstUnit = 0
    static let firstDay = 4
    static let lastDay = 8
    static let wordsBefore = 12
    static let metadataOffset = 16
    static let byteCount = 24
  }

  /// `offset u32`
  enum HeadingRecord {
    static let byteCount = 4
  }

  /// `bytesOffset u32 · documentFrequency u32 · totalFrequency u32 · statementFrequency u32 · sourceFrequency u32 ·
  /// postingsOffset u32 · positionsOffset u32`
  enum TermRecord {
    static let bytesOffset = 0
    static let documentFrequency = 4
    static let totalFrequency = 8
    static let statementFrequency = 12
    static let sourceFrequency = 16
    static let postingsOffset = 20
    static let positionsOffset = 24
    static let byteCount = 28
  }

  /// `bytesOffset u32 · formsOffset u32 · documentFrequency u32 · totalFrequency u32 · statementFrequency u32 ·
  /// sourceFrequency u32 · postingsOffset u32`
  enum StemRecord {
    static let bytesOffset = 0
    static let formsOffset = 4
    static let documentFrequency = 8
    static let totalFrequency = 12
    static let statementFrequency = 16
    static let sourceFrequency = 20
    static let postingsOffset = 24
    static let byteCount = 28
  }

  /// `firstRange u32 · document u32 · speakersOffset u32 · evidenceOffset u32 · mode u8 · 3 zero bytes`
  enum StatementRecord {
    static let firstRange = 0
    static let document = 4
    static let speakersOffset = 8
    static let evidenceOffset = 12
    static let mode = 16
    static let byteCount = 20
  }

  /// `unit u32 · firstPosition u32 · endPosition u32 · statement u32`
  enum RangeRecord {
    static let unit = 0
    static let firstPosition = 4
    static let endPosition = 8
    static let statement = 12
    static let byteCount = 16
  }

  /// `namesOffset u32`
  enum SpeakerRecord {
    static let byteCount = 4
  }

  /// `firstTerm u32 · secondTerm u32 · documentFrequency u32 · totalFrequency u32 · postingsOffset u32`
  enum PairRecord {
    static let firstTerm = 0
    static let secondTerm = 4
    static let documentFrequency = 8
    static let totalFrequency = 12
    static let postingsOffset = 16
    static let byteCount = 20
  }

  /// A unit's signature: u64.
  static let signatureByteCount = 8

  /// Kinds of paragraph, numbered from 0.
  static let kindCount = 4
  /// Modes of statement, numbered from 0: a speech, a turn, reported.
  package static let modeCount = 3
}
