/// A citation as an item of CSL's JSON (csl-data of the Citation Style Language 1.0).
package struct CSLItem: Codable, Equatable, Sendable {
  package enum CodingKeys: String, CodingKey {
    case author, id, issued, language, locator, note, number, publisher, title, type
  }

  package var id: String
  /// `speech` or `report`.
  package var type: String
  package var title: String
  package var author: [CSLName]?
  package var publisher: String?
  package var issued: CSLDate?
  /// The document's symbol.
  package var number: String?
  /// Numbers of paragraphs.
  package var locator: String?
  package var language: String?
  package var note: String?

  package init(id: String, type: String, title: String) {
    self.id = id
    self.type = type
    self.title = title
  }
}

extension CSLItem: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("author", ifPresent: author)
      json.member("id", id)
      json.member("issued", ifPresent: issued)
      json.member("language", ifPresent: language)
      json.member("locator", ifPresent: locator)
      json.member("note", ifPresent: note)
      json.member("number", ifPresent: number)
      json.member("publisher", ifPresent: publisher)
      json.member("title", title)
      json.member("type", type)
    }
  }
}

/// A name that is not parted into given and family names.
package struct CSLName: Codable, Equatable, Sendable {
  package var literal: String

  package init(literal: String) { self.literal = literal }
}

extension CSLName: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { $0.member("literal", literal) }
  }
}

/// A day, a month or a year, or the first and the last of some days.
package struct CSLDate: Codable, Equatable, Sendable {
  package enum CodingKeys: String, CodingKey { case parts = "date-parts" }

  /// One date or two, each its year, and its month and day as far as they are known.
  package var parts: [[Int]]

  package init(parts: [[Int]]) { self.parts = parts }
}

extension CSLDate: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { $0.member("date-parts", parts) }
  }
}
