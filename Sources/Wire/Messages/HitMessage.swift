/// One unit that matches: what it says, which document says it, and where its source stands.
package struct HitMessage: Codable, Equatable, Sendable {
  /// `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  package var id: String
  package var level: String
  package var score: Double
  package var document: DocumentMessage
  /// The headings it stands under, outermost first.
  package var section: [String]
  /// Who says it: of a paragraph or a document, all who say something in it.
  package var speakers: [String]
  /// In what form they say it: `speech`, `turn` or `reported`; nil if it is in no statement.
  package var mode: String?
  /// Of a statement: how it is known to be the speaker's.
  package var evidence: EvidenceMessage?
  /// `prose`, `bullet`, `heading` or `names`.
  package var kind: String
  package var text: String
  /// Of a statement what of `text` is its own: half-open ranges `[start, end]` in Unicode scalars, ascending; nil where all of it is.
  package var statement: [[Int]]?
  /// What to cite the text by: the id of its paragraph with six hex digits of its SHA-256, `DOCUMENT#p12@3f9a1c`.
  package var citation: String?
  /// What matched: half-open ranges `[start, end]` in Unicode scalars of `text`, ascending.
  package var highlights: [[Int]]
  /// Where each highlight starts in the source: `[line, column]`, counted as in `source`.
  package var positions: [[Int]]
  /// Each place of what was asked for; nil where these are the highlights, one for one.
  package var occurrences: [OccurrenceMessage]?
  package var source: SourceMessage
  /// Why it has its score, if that was asked.
  package var explain: ExplanationMessage?
  /// If near-identical paragraphs are collapsed and others match too: what is said of them all.
  package var said: SaidMessage?

  package init(
    id: String, level: String = "paragraph", score: Double, document: DocumentMessage, section: [String] = [],
    speakers: [String] = [], kind: String = "prose", text: String, statement: [[Int]]? = nil,
    citation: String? = nil,
    highlights: [[Int]] = [],
    positions: [[Int]] = [], occurrences: [OccurrenceMessage]? = nil, source: SourceMessage,
    mode: String? = nil, evidence: EvidenceMessage? = nil,
    explain: ExplanationMessage? = nil, said: SaidMessage? = nil
  ) {
    self.id = id
    self.level = level
    self.score = score
    self.document = document
    self.section = section
    self.speakers = speakers
    self.kind = kind
    self.text = text
    self.statement = statement
    self.citation = citation
    self.highlights = highlights
    self.positions = positions
    self.occurrences = occurrences
    self.source = source
    self.mode = mode
    self.evidence = evidence
    self.explain = explain
    self.said = said
  }
}

extension HitMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("citation", ifPresent: citation)
      json.member("document", document)
      json.member("evidence", ifPresent: evidence)
      json.member("explain", ifPresent: explain)
      json.member("highlights", highlights)
      json.member("id", id)
      json.member("kind", kind)
      json.member("level", level)
      json.member("mode", ifPresent: mode)
      json.member("occurrences", ifPresent: occurrences)
      json.member("positions", positions)
      json.member("said", ifPresent: said)
      json.member("score", score)
      json.member("section", section)
      json.member("source", source)
      json.member("speakers", speakers)
      json.member("statement", ifPresent: statement)
      json.member("text", text)
    }
  }
}

/// Where what was asked for stands once: a word, a phrase, or all that is near each other, from its first word to its last.
package struct OccurrenceMessage: Codable, Equatable, Sendable {
  /// In Unicode scalars of the text.
  package var start: Int
  /// Behind the last of them.
  package var end: Int
  /// Where it starts in the source, counted as in ``SourceMessage``.
  package var line: Int
  package var column: Int

  package init(start: Int, end: Int, line: Int, column: Int) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
  }
}

extension OccurrenceMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("column", column)
      json.member("end", end)
      json.member("line", line)
      json.member("start", start)
    }
  }
}

/// How a statement is known to be its speaker's.
package struct EvidenceMessage: Codable, Equatable, Sendable {
  /// The name of the rule that found it.
  package var rule: String
  /// The words that say so, in the text or in the document's metadata.
  package var words: String

  package init(rule: String, words: String) {
    self.rule = rule
    self.words = words
  }
}

extension EvidenceMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", rule)
      json.member("words", words)
    }
  }
}

/// What is known of the document a hit stands in.
package struct DocumentMessage: Codable, Equatable, Sendable {
  package var id: String
  package var title: String
  /// `2013`, `2013-09` or `2013-09-11`; null for an undated document.
  @ExplicitNull package var date: String?
  @ExplicitNull package var year: Int?
  @ExplicitNull package var kind: String?
  @ExplicitNull package var publisher: String?
  package var language: String?
  package var symbol: String?

  package init(
    id: String, title: String, date: String? = nil, year: Int? = nil, kind: String? = nil,
    publisher: String? = nil, language: String? = nil, symbol: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.year = year
    self.kind = kind
    self.publisher = publisher
    self.language = language
    self.symbol = symbol
  }
}

extension DocumentMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("date", date)
      json.member("id", id)
      json.member("kind", kind)
      json.member("language", ifPresent: language)
      json.member("publisher", publisher)
      json.member("symbol", ifPresent: symbol)
      json.member("title", title)
      json.member("year", year)
    }
  }
}

/// Where the first highlight of a hit (else the unit, of a statement its own words) stands.
package struct SourceMessage: Codable, Equatable, Sendable {
  /// Relative to the corpus root; a client prints it relative to its own folder.
  package var path: String
  /// From 1.
  package var line: Int
  /// UTF-8 bytes from 1.
  package var column: Int
  package var endLine: Int

  package init(path: String, line: Int, column: Int, endLine: Int) {
    self.path = path
    self.line = line
    self.column = column
    self.endLine = endLine
  }
}

extension SourceMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("column", column)
      json.member("endLine", endLine)
      json.member("line", line)
      json.member("path", path)
    }
  }
}
