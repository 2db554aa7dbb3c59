import Testing

@testable import Corpus

/// The document in `text`, read as the file `path`.
func document(_ text: String, path: String = "note.txt") throws -> Document {
  try document(bytes: Array(text.utf8), path: path)
}

func document(bytes: [UInt8], path: String = "note.txt") throws -> Document {
  try DocumentReader(bytes: bytes, source: source(path, bytes)).document()
}

/// The document in `bytes` with what became of each of them.
func account(bytes: [UInt8], path: String = "note.txt") throws -> (document: Document, account: SourceAccount)
{
  try DocumentReader(bytes: bytes, source: source(path, bytes)).documentAndAccount()
}

private func source(_ path: String, _ bytes: [UInt8]) -> SourceFile {
  SourceFile(path: path, id: String(path.prefix { $0 != "." }), byteCount: bytes.count)
}

/// The texts of the paragraphs of `text`, which keep the laws.
func paragraphs(_ text: String, path: String = "note.txt") throws -> [String] {
  try lawful(text, path: path).paragraphs.map(\.text)
}

/// The document in `text`, which keeps the laws.
func lawful(_ text: String, path: String = "note.txt") throws -> Document {
  let (document, account) = try account(bytes: Array(text.utf8), path: path)
  expectLaws(document, account, source: Array(text.utf8))
  return document
}

/// The receipt of the paragraph that holds `words`.
func receipt(of words: String, in text: String, path: String = "note.txt") throws -> Receipt {
  let (document, account) = try account(bytes: Array(text.utf8), path: path)
  let index = try #require(document.paragraphs.firstIndex { $0.text.contains(words) })
  return account.receipt(ofParagraph: index)
}

/// Prose of the length of a real paragraph, with `words` in its midst.
func prose(_ words: String) -> String {
  "Several of the speakers who took the floor on that day agreed that \(words) was a matter of common concern to "
    + "all who were present in the room, and that it deserved to be taken up again."
}
