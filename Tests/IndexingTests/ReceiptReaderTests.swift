import Corpus
import Segment
import TestSupport
import Testing

@testable import Indexing

/// Sources read again, and the reasons why one is not.
struct ReceiptReaderTests {
  private static let text = "One of the hard-\nwrapped [lines](#)\n\nAnother paragraph stands here."

  /// The path of the source, and the hash it was indexed with.
  private static func corpus() throws -> (TemporaryFolder, digest: [UInt8]) {
    let corpus = try TemporaryFolder()
    try corpus.write(text, to: "a/talk.txt")
    return (corpus, SHA256.hash(Array(text.utf8)))
  }

  private static func read(
    _ corpus: TemporaryFolder, _ path: String = "a/talk.txt", digest: [UInt8], byteCountLimit: Int = 1 << 20
  ) throws -> ReceiptReader.Source {
    try ReceiptReader(corpusRoot: corpus.path, byteCountLimit: byteCountLimit).read(
      sourceAt: path, digest: digest)
  }

  @Test func theReceiptIsThatOfTheAccount() throws {
    let (corpus, digest) = try Self.corpus()
    let reader = try CorpusReader(root: corpus.path)
    let (document, account) = try reader.account(from: Array(Self.text.utf8), of: reader.sources[0])
    let source = try Self.read(corpus, digest: digest)
    #expect(document.paragraphs.count == 2)
    for (index, paragraph) in document.paragraphs.enumerated() {
      let receipt = try source.receipt(ofParagraph: index + 1, text: paragraph.text)
      #expect(receipt == account.receipt(ofParagraph: index))
      #expect(!receipt.lines.isEmpty)
    }
  }

  @Test func aParagraphThatIsMadeOtherwiseHasNone() throws {
    let (corpus, digest) = try Self.corpus()
    let source = try Self.read(corpus, digest: digest)
    for (number, text) in [(1, "Another text."), (0, ""), (3, ""), (-1, ""), (Int.max, "")] {
      #expect(throws: ReceiptError.otherwiseRead(path: "a/talk.txt")) {
        try source.receipt(ofParagraph: number, text: text)
      }
    }
  }

  @Test func aSourceThatIsNotWhatItWasIsNotTold() throws {
    let (corpus, digest) = try Self.corpus()
    #expect(throws: ReceiptError.missing(path: "a/gone.txt")) {
      try Self.read(corpus, "a/gone.txt", digest: digest)
    }
    #expect(throws: ReceiptError.missing(path: "a/talk.txt/x.txt")) {
      try Self.read(corpus, "a/talk.txt/x.txt", digest: digest)
    }
    #expect(throws: ReceiptError.changed(path: "a/talk.txt")) { try Self.read(corpus, digest: []) }
    try corpus.write(Self.text + " ", to: "a/talk.txt")
    #expect(throws: ReceiptError.changed(path: "a/talk.txt")) { try Self.read(corpus, digest: digest) }
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let (corpus, digest) = try Self.corpus()
    #expect(throws: ReceiptError.corpus(.unreadable(path: "a", reason: "it is not a regular file"))) {
      try Self.read(corpus, "a", digest: digest)
    }
    let count = Self.text.utf8.count
    #expect(throws: ReceiptError.tooLarge(path: "a/talk.txt", byteCountLimit: count - 1)) {
      try Self.read(corpus, digest: digest, byteCountLimit: count - 1)
    }
    _ = try Self.read(corpus, digest: digest, byteCountLimit: count)
    #expect(throws: ReceiptError.corpus(.missingFolder(path: corpus.path + "/none"))) {
      try ReceiptReader(corpusRoot: corpus.path + "/none", byteCountLimit: 1)
    }
    try corpus.write("x: [", to: "corpus.yaml")
    #expect(throws: ReceiptError.self) { try Self.read(corpus, digest: digest) }
  }

  @Test func aTableHasNone() throws {
    let (corpus, digest) = try Self.corpus()
    for name in ["t.csv", "T.TSV", "a/rows.jsonl"] {
      #expect(throws: ReceiptError.table(path: name)) { try Self.read(corpus, name, digest: digest) }
    }
  }
}
