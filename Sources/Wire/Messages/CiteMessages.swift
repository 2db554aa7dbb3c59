/// What to cite, and in what form.
package struct CiteParameters: TimedParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable { case ids, style, timeout }

  /// Paragraphs (`DOCUMENT#p12`, also with `@` and six hex digits), statements (`DOCUMENT#s3`) and documents (`DOCUMENT`).
  package var ids: [String]
  /// nil is a footnote.
  package var style: CitationStyle?
  package var timeout: Int?

  package init(ids: [String]) { self.ids = ids }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    ids = try parameters.strings(.ids)
    style = try parameters.name(ifPresent: .style)
    timeout = try parameters.integer(ifPresent: .timeout)
  }
}

extension CiteParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("ids", ids)
      json.member("style", ifPresent: style)
      json.member("timeout", ifPresent: timeout)
    }
  }
}

/// The form of a citation.
package enum CitationStyle: String, Codable, JSONWritable, CaseIterable, Sendable {
  /// One line of plain text.
  case footnote
  /// The paragraph as a quotation, and the footnote behind it.
  case markdown
  /// An entry for BibTeX and biblatex.
  case bibtex
  /// An item of CSL's JSON, as citation processors and reference managers read it.
  case csl = "csl-json"
}

/// Citations of units.
package struct CiteReply: Codable, Equatable, Sendable {
  package var generation: String
  package var style: String
  /// One for each id asked, in that order.
  package var items: [CiteItem]

  package init(generation: String, style: CitationStyle, items: [CiteItem]) {
    self.generation = generation
    self.style = style.rawValue
    self.items = items
  }
}

extension CiteReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("generation", generation)
      json.member("items", items)
      json.member("style", style)
    }
  }
}

/// The citation of what stands at a name.
package struct CiteItem: Codable, Equatable, Sendable {
  /// The id as it was asked.
  package var asked: String
  /// What is known of it; null if there is no such unit, and `problem` says why.
  @ExplicitNull package var citation: CitationMessage?
  /// The citation in the style that was asked; null for ``CitationStyle/csl``.
  @ExplicitNull package var text: String?
  /// The citation for ``CitationStyle/csl``; null for the other styles.
  @ExplicitNull package var csl: CSLItem?
  /// Whether the text is another than the digits in `asked` say.
  package var changed: Bool
  @ExplicitNull package var problem: String?

  package init(
    asked: String, citation: CitationMessage? = nil, text: String? = nil, csl: CSLItem? = nil,
    changed: Bool = false, problem: String? = nil
  ) {
    self.asked = asked
    self.citation = citation
    self.text = text
    self.csl = csl
    self.changed = changed
    self.problem = problem
  }
}

extension CiteItem: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("asked", asked)
      json.member("changed", changed)
      json.member("citation", citation)
      json.member("csl", csl)
      json.member("problem", problem)
      json.member("text", text)
    }
  }
}

/// What a citation is made of.
package struct CitationMessage: Codable, Equatable, Sendable {
  /// What to cite it by, and to ask `get` for: `DOCUMENT#p12@3f9a1c`, of a statement its first paragraph; of a document
  /// its id.
  package var id: String
  /// What was asked for: `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  package var unit: String
  package var level: String
  package var document: DocumentMessage
  /// Who says it; of a document who gives it, if it is a speech.
  package var speakers: [String]
  /// In what form they say it: `speech`, `turn` or `reported`; null if it is in no statement.
  @ExplicitNull package var mode: String?
  /// The numbers of its first and last paragraph; empty for a document.
  package var paragraphs: [Int]
  /// The words to quote; null for a document.
  @ExplicitNull package var quote: String?

  package init(
    id: String, unit: String, level: String, document: DocumentMessage, speakers: [String] = [],
    mode: String? = nil, paragraphs: [Int] = [], quote: String? = nil
  ) {
    self.id = id
    self.unit = unit
    self.level = level
    self.document = document
    self.speakers = speakers
    self.mode = mode
    self.paragraphs = paragraphs
    self.quote = quote
  }
}

extension CitationMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("document", document)
      json.member("id", id)
      json.member("level", level)
      json.member("mode", mode)
      json.member("paragraphs", paragraphs)
      json.member("quote", quote)
      json.member("speakers", speakers)
      json.member("unit", unit)
    }
  }
}
