/// How often, where and when what a hit says is said in nearly the same words, among all that matches.
package struct SaidMessage: Codable, Equatable, Sendable {
  /// Two or more, the hit among them.
  package var paragraphs: Int
  package var documents: Int
  /// The date of the earliest of the documents, as that of ``DocumentMessage``; null if none is dated.
  @ExplicitNull package var from: String?
  /// That of the latest.
  @ExplicitNull package var to: String?
  /// The documents that have no date; nil if all have one.
  package var undated: Int?
  /// The ids of the other paragraphs, ten at most, in corpus order.
  package var others: [String]

  package init(
    paragraphs: Int, documents: Int, from: String? = nil, to: String? = nil, undated: Int? = nil,
    others: [String]
  ) {
    self.paragraphs = paragraphs
    self.documents = documents
    self.from = from
    self.to = to
    self.undated = undated
    self.others = others
  }
}

extension SaidMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("documents", documents)
      json.member("from", from)
      json.member("others", others)
      json.member("paragraphs", paragraphs)
      json.member("to", to)
      json.member("undated", ifPresent: undated)
    }
  }
}
