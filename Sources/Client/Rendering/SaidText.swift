import Wire

extension SaidMessage {
  /// `said in 9 documents, 2009–2018`, `said twice in one document, 2013`.
  var inWords: String {
    let times = paragraphs == 2 ? "twice" : "\(paragraphs) times"
    let place = documents == 1 ? "in one document" : "in \(documents) documents"
    return "said " + (paragraphs == documents ? "" : times + " ") + "\(place), \(years)"
  }

  private var years: String {
    guard let first = from?.prefix(4), let last = to?.prefix(4) else { return "undated" }
    let years = first == last ? String(first) : "\(first)–\(last)"
    return undated.map { "\(years); \($0) of them undated" } ?? years
  }
}
