import Wire

/// Which list a cursor goes on with: the generation it is of, and 16 hex digits of a hash of all that decides what is in it and
/// in what order.
struct ListName: Equatable {
  let generation: String
  let digits: String

  /// - Parameters:
  ///   - asked: What was asked for, without what decides only how long a page is and what is said of its elements.
  ///   - interpreted: How the query was read, which the corpus's synonyms have part in.
  init(_ asked: some Parameters, read interpreted: String = "", in generation: String) {
    let digits = String(FNV1a.hash(JSONWriter.line(asked) + interpreted.utf8), radix: 16)
    self.generation = generation
    self.digits = String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ListName {
  /// The hits of a search.
  init(of parameters: SearchParameters, read interpreted: String, in generation: String) {
    var asked = parameters
    (asked.cursor, asked.limit, asked.timeout, asked.strict, asked.explain) = (nil, nil, nil, nil, nil)
    // What is not said is asked for as if it were.
    asked.sort = asked.sort ?? .relevance
    asked.rank = asked.rank ?? .plain
    asked.match = asked.match ?? .all
    asked.collapse = asked.collapse ?? false
    self.init(asked, read: interpreted, in: generation)
  }

  /// The rows of a concordance.
  init(of parameters: KwicParameters, read interpreted: String, in generation: String) {
    var asked = parameters
    (asked.cursor, asked.limit, asked.timeout, asked.strict, asked.width) = (nil, nil, nil, nil, nil)
    asked.sort = asked.sort ?? .date
    asked.match = asked.match ?? .all
    self.init(asked, read: interpreted, in: generation)
  }

  /// The paragraphs of units by name.
  init(of parameters: GetParameters, in generation: String) {
    self.init(GetParameters(ids: parameters.ids), in: generation)
  }
}
