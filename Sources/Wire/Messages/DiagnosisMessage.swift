/// Why a query finds nothing: of each clause how many units match it, and how many all the others.
package struct DiagnosisMessage: Codable, Equatable, Sendable, JSONWritable {
  package struct Clause: Codable, Equatable, Sendable, JSONWritable {
    /// In plain words.
    package var text: String
    package var total: Int
    /// The units that match all other clauses; nil if there are none.
    package var totalWithout: Int?

    package init(text: String, total: Int, totalWithout: Int?) {
      self.text = text
      self.total = total
      self.totalWithout = totalWithout
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("text", text)
        json.member("total", total)
        json.member("totalWithout", ifPresent: totalWithout)
      }
    }
  }

  /// A question that asks for less. It finds something, or is followed by its parts that do.
  package struct Relaxation: Codable, Equatable, Sendable, JSONWritable {
    package var text: String
    package var total: Int

    package init(text: String, total: Int) {
      self.text = text
      self.total = total
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("text", text)
        json.member("total", total)
      }
    }
  }

  /// A word that stands nowhere, or a pattern that no word is like, and those it may have been meant to be.
  package struct MissingWord: Codable, Equatable, Sendable, JSONWritable {
    package var word: String
    /// The likeliest first, each with the paragraphs in which it stands.
    package var nearest: [NearWord]

    package init(word: String, nearest: [NearWord]) {
      self.word = word
      self.nearest = nearest
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("nearest", nearest)
        json.member("word", word)
      }
    }
  }

  package struct NearWord: Codable, Equatable, Sendable, JSONWritable {
    package var word: String
    package var paragraphs: Int

    package init(word: String, paragraphs: Int) {
      self.word = word
      self.paragraphs = paragraphs
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("paragraphs", paragraphs)
        json.member("word", word)
      }
    }
  }

  /// What a field says that no unit has.
  package struct MissingValue: Codable, Equatable, Sendable, JSONWritable {
    /// The field and its value in plain words.
    package var text: String
    /// Those it may have been meant to be, the likeliest first.
    package var nearest: [Value]
    /// All values there are; empty if they are many.
    package var values: [Value]
    /// Of a date: the dates of the earliest document and of the latest.
    package var from: String?
    package var to: String?
    /// Of a date: the documents that have none; nil if all have one.
    package var undated: Int?

    package init(
      text: String, nearest: [Value], values: [Value] = [], from: String? = nil, to: String? = nil,
      undated: Int? = nil
    ) {
      self.text = text
      self.nearest = nearest
      self.values = values
      self.from = from
      self.to = to
      self.undated = undated
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("from", ifPresent: from)
        json.member("nearest", nearest)
        json.member("text", text)
        json.member("to", ifPresent: to)
        json.member("undated", ifPresent: undated)
        json.member("values", values)
      }
    }
  }

  /// A value of a field, and the units that have it.
  package struct Value: Codable, Equatable, Sendable, JSONWritable {
    package var text: String
    package var total: Int

    package init(text: String, total: Int) {
      self.text = text
      self.total = total
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("text", text)
        json.member("total", total)
      }
    }
  }

  package var clauses: [Clause]
  package var relaxed: [Relaxation]
  package var missing: [MissingWord]
  package var values: [MissingValue]

  package init(
    clauses: [Clause], relaxed: [Relaxation], missing: [MissingWord], values: [MissingValue] = []
  ) {
    self.clauses = clauses
    self.relaxed = relaxed
    self.missing = missing
    self.values = values
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("clauses", clauses)
      json.member("missing", missing)
      json.member("relaxed", relaxed)
      json.member("values", values)
    }
  }
}
