internal import Corpus
internal import Text

/// Plain text, or that of a PDF, as blocks: the corpus's own repair says what a paragraph is.
struct TextImport: Sendable {
  let blocks: [Block]
  let facts: DocumentFacts

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) throws(ImportError) {
    // Without a name, so that none is taken for a title.
    let source = SourceFile(path: ".txt", id: "", byteCount: bytes.count)
    let reader = DocumentReader(bytes: bytes, source: source, configuration: CorpusConfiguration())
    let document: Document
    do throws(CorpusError) {
      document = try reader.document()
    } catch {
      // Of UTF-8 without front matter, a document can only be too large.
      throw .tooLarge
    }
    blocks = document.paragraphs.compactMap { paragraph in
      var text = BlockText()
      text.append(paragraph.utf8)
      return Block(Self.kind(of: paragraph, in: document), text)
    }
    var facts = DocumentFacts()
    facts.title = DocumentFacts.line(document.title)
    facts.date = document.date
    self.facts = facts
  }

  private static func kind(of paragraph: Paragraph, in document: Document) -> Block.Kind {
    switch paragraph.kind {
    case .prose: .prose
    case .bullet, .names: .bullet
    // Level 1 is the title's.
    case .heading: .heading(level: min(6, max(2, document.sections[paragraph.section].headings.count + 1)))
    }
  }
}
