import Client

extension SearchFormat {
  /// What prints the hits in this format.
  /// - Parameter text: What prints them for people.
  func printer(text: any SearchPrinter) -> any SearchPrinter {
    switch self {
    case .text: text
    case .json: JSONSearchPrinter()
    case .jsonl: LinesSearchPrinter()
    case .csv: SeparatedSearchPrinter()
    case .markdown: MarkdownSearchPrinter()
    case .vimgrep: VimgrepSearchPrinter()
    }
  }
}
