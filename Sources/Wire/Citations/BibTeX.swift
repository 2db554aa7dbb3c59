/// A citation as an entry for BibTeX and biblatex.
///
/// Reported words are not by whom they are reported of, so that these are in the note, not among the authors.
extension CitationMessage {
  package var bibTeX: String {
    var fields: [(name: String, value: String)] = []
    if mode != "reported", !speakers.isEmpty {
      // In braces of its own a name is not parted.
      fields.append(
        ("author", "{" + speakers.map { "{\(TeX.escaped($0))}" }.joined(separator: " and ") + "}"))
    }
    fields.append(("title", "{{\(TeX.escaped(titleOrID))}}"))
    if let publisher = document.publisher {
      fields.append(("howpublished", "{\(TeX.escaped(publisher))}"))
    }
    if let date = document.date, let parts = CitedDate(date)?.parts {
      // BibTeX reads the year and the month; biblatex the date.
      fields.append(("year", "{\(parts[0][0])}"))
      if parts[0].count > 1 { fields.append(("month", CitedDate.macro(ofMonth: parts[0][1]))) }
      fields.append(("date", "{\(TeX.escaped(date.replacing("..", with: "/")))}"))
    }
    fields.append(("note", "{\(TeX.escaped(note))}"))
    let lines = fields.map { "  \($0.name) = \($0.value),\n" }
    return "@misc{\(TeX.key(of: unit)),\n" + lines.joined() + "}"
  }

  /// What entries have no field for.
  private var note: String {
    [reportedSpeakers, document.symbol, place, id].compactMap(\.self).joined(separator: ", ")
  }

  /// Whose words are reported; nil if none are.
  var reportedSpeakers: String? {
    mode == "reported" && !speakers.isEmpty
      ? "speakers as reported: \(speakers.joined(separator: "; "))" : nil
  }
}

/// Text as LaTeX reads it.
enum TeX {
  /// `text` with what LaTeX would obey spelled out.
  ///
  /// A brace is a command too: BibTeX counts braces even behind a backslash.
  static func escaped(_ text: String) -> String {
    Sanitizer.clean(text).unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      case "|": "\\textbar{}"
      case "#", "$", "%", "&", "_": "\\\(scalar)"
      default: String(scalar)
      }
    }.joined()
  }

  /// The key of a unit's entry: its id with `:` for `#`, and `+` with hex digits for what no key may hold.
  ///
  /// No two ids have one key, and the key of an id is the same in every index.
  static func key(of unit: String) -> String {
    var key = ""
    // Of a document's id a `#` before the last one is written as digits, as is every `:`.
    let mark = unit.lastIndex(of: "#")
    for index in unit.utf8.indices {
      let byte = unit.utf8[index]
      switch byte {
      case 0x23 where index == mark: key += ":"
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F:
        key.unicodeScalars.append(Unicode.Scalar(byte))
      default: key += "+" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return key
  }
}
