import Testing

@testable import Corpus

/// The document in `text`, read as the file `path`.
func document(_ text: String, path: String = "note.txt") throws -> Document {
  try document(bytes: Array(text.utf8), path: path)
}

func document(bytes: [UInt8], path: String = "note.txt") throws -> Document {
  let source = SourceFile(path: path, id: String(path.prefix { $0 != "." }), byteCount: bytes.count)
  var documents: [Document] = []
  try DocumentReader(bytes: bytes, source: source, configuration: CorpusConfiguration()).forEachDocument {
    documents.append($0)
  }
  return documents[0]
}

/// The texts of the paragraphs of `text`.
func paragraphs(_ text: String, path: String = "note.txt") throws -> [String] {
  let document = try document(text, path: path)
  expectVerbatim(document, source: Array(text.utf8))
  return document.paragraphs.map(\.text)
}

/// Prose of the length of a real paragraph, with `words` in its midst.
func prose(_ words: String) -> String {
  "Several of the speakers who took the floor on that day agreed that \(words) was a matter of common concern to "
    + "all who were present in the room, and that it deserved to be taken up again."
}
