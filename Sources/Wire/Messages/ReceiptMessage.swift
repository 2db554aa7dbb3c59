/// How a paragraph was made of the lines of its source: the text as it stood, and what was joined and taken out.
package struct ReceiptMessage: Codable, Equatable, Sendable {
  /// The lines from the paragraph's first to its last, with blank lines and page furniture between them.
  package var lines: [ReceiptLine]
  /// Where two of them were joined, in order.
  package var joins: [ReceiptJoin]

  package init(lines: [ReceiptLine], joins: [ReceiptJoin]) {
    self.lines = lines
    self.joins = joins
  }
}

extension ReceiptMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("joins", joins)
      json.member("lines", lines)
    }
  }
}

/// A line of the source, as it stood.
package struct ReceiptLine: Codable, Equatable, Sendable {
  /// From 1.
  package var number: Int
  /// Without the line's end.
  package var text: String
  /// What became of its bytes: each run begins where the one before it ends, the first at column 1.
  package var runs: [ReceiptRun]

  package init(number: Int, text: String, runs: [ReceiptRun]) {
    self.number = number
    self.text = text
    self.runs = runs
  }
}

extension ReceiptLine: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("runs", runs)
      json.member("text", text)
    }
  }
}

/// A run of a line's bytes that have one fate.
package struct ReceiptRun: Codable, Equatable, Sendable {
  package enum Fate: String, Codable, JSONWritable, CaseIterable, Sendable {
    /// Stands in the paragraph.
    case kept
    /// A ligature, which stands in the paragraph as `letters`.
    case spelled
    /// Taken out, for a `reason`.
    case removed
    /// Stands in another paragraph.
    case elsewhere
  }

  /// In UTF-8 bytes of the line, from 1.
  package var column: Int
  package var byteCount: Int
  package var fate: Fate
  /// Of a removed run: `white-space`, `page-number`, `running-head`, `break-hyphen`, `link`, `emphasis`, `bullet` and others.
  package var reason: String?
  /// Of a spelled run.
  package var letters: String?

  package init(column: Int, byteCount: Int, fate: Fate, reason: String? = nil, letters: String? = nil) {
    self.column = column
    self.byteCount = byteCount
    self.fate = fate
    self.reason = reason
    self.letters = letters
  }
}

extension ReceiptRun: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("byteCount", byteCount)
      json.member("column", column)
      json.member("fate", fate)
      json.member("letters", ifPresent: letters)
      json.member("reason", ifPresent: reason)
    }
  }
}

/// A place where two lines meet in the paragraph.
package struct ReceiptJoin: Codable, Equatable, Sendable {
  /// The line before.
  package var line: Int
  /// The line that was joined to it.
  package var nextLine: Int
  /// What parted them: `wrap` (a line's end alone), `blank-line`, `page-break` or `link` (one on a line of its own).
  package var cause: String
  /// What became of the hyphen of a word cut there: `kept`, `dropped`, or `soft` (a soft hyphen, dropped); null if no word was cut.
  @ExplicitNull package var hyphen: String?
  /// Whether a space stands in the paragraph where the lines meet.
  package var space: Bool

  package init(line: Int, nextLine: Int, cause: String, hyphen: String? = nil, space: Bool) {
    self.line = line
    self.nextLine = nextLine
    self.cause = cause
    self.hyphen = hyphen
    self.space = space
  }
}

extension ReceiptJoin: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("cause", cause)
      json.member("hyphen", hyphen)
      json.member("line", line)
      json.member("nextLine", nextLine)
      json.member("space", space)
    }
  }
}
