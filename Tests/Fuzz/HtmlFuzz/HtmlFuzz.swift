internal import Corpus
internal import Foundation
internal import Importing

/// Any HTML or text file becomes a document or a typed error, and the corpus reads the Markdown back with the paragraphs that went in.
///
/// The first byte says whether it is HTML.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let path = input[0] & 1 == 0 ? "a.html" : "a.txt"
  guard let imported = try? ImportedDocument(Array(input.dropFirst()), path: path) else { return 0 }
  let markdown = imported.markdown
  let source = SourceFile(path: "a.md", id: "a", byteCount: markdown.count)
  // Whatever fails here ends the run, as it must.
  // swift-format-ignore: NeverUseForceTry
  let document = try! DocumentReader(bytes: markdown, source: source, configuration: CorpusConfiguration())
    .document()
  precondition(document.paragraphs.count == imported.blocks.count)
  for (paragraph, block) in zip(document.paragraphs, imported.blocks) {
    precondition(simple(paragraph.utf8) == simple(block.text), paragraph.text)
    precondition((paragraph.kind == .heading) == block.isHeading, paragraph.text)
  }
  precondition(imported.facts.title == nil || document.title == imported.facts.title)
  precondition(imported.facts.date == nil || document.date == imported.facts.date)
  return 0
}

/// A text without what the corpus writes otherwise: ligatures, and `¬`, which within a word stands for a soft hyphen.
private func simple(_ text: [UInt8]) -> String {
  var result = String.UnicodeScalarView()
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar != "\u{AC}" {
    if (0xFB00...0xFB06).contains(scalar.value) {
      let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value - 0xFB00)]
      result.append(contentsOf: letters.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
