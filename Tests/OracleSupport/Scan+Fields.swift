extension Scan {
  /// Whether a scope of a unit passes the test of a field.
  func passes(_ test: Asked.FieldTest, _ scope: Scope, _ unit: Unit) -> Bool {
    let document = corpus.documents[unit.document]
    return test.values.contains { value in
      switch (test.field, value.meaning) {
      case (.doc, .name(let words, let isPrefix)):
        let parts = document.id.split(separator: "/").map(String.init)
        return [document.id, parts[parts.count - 1]].contains {
          Self.isName($0, words, isPrefix: isPrefix)
        }
      case (.kind, .name(let words, let isPrefix)):
        return Self.isName(document.kind, words, isPrefix: isPrefix)
      case (.lang, .name(let words, let isPrefix)):
        // The whole, or the language without the place.
        let all = Asked.FieldValue.words(of: document.language ?? "")
        return Self.isName(document.language, words, isPrefix: isPrefix)
          || words.count <= all.count && Array(all.prefix(words.count)) == words
      case (.symbol, .name(let words, let isPrefix)):
        let all = Asked.FieldValue.words(of: document.symbol ?? "")
        return all.indices.contains { start in
          let run = Array(all[start...].prefix(words.count))
          guard run.count == words.count, run.dropLast() == words.dropLast() else { return false }
          return isPrefix ? run.last!.hasPrefix(words.last!) : run == words
        }
      case (.title, _):
        let title = [Lexeme("Document", term: "document")] + document.title
        return Self.holds(title.flatMap(\.words), value.meaning)
      case (.section, _):
        return scope.spans.contains { Self.holds(paragraphs[$0.paragraph].headingWords, value.meaning) }
      case (.about, .speaker(let name)): return speaks(of: name, scope)
      default: fatalError("no value of the field")
      }
    }
  }

  private static func isName(_ name: String?, _ words: [String], isPrefix: Bool) -> Bool {
    guard let name else { return false }
    let all = Asked.FieldValue.words(of: name)
    let (whole, wanted) = (all.joined(separator: " "), words.joined(separator: " "))
    return isPrefix ? whole.hasPrefix(wanted) : whole == wanted
  }

  private static func holds(_ words: [Lexeme.Word], _ meaning: Asked.FieldValue.Meaning) -> Bool {
    func matches(_ word: Lexeme.Word, _ wanted: Asked.Word) -> Bool {
      Self.matches(Token(term: word.term, family: word.family, range: word.range), wanted)
    }
    switch meaning {
    case .words(let wanted): return wanted.allSatisfy { one in words.contains { matches($0, one) } }
    case .phrase(let wanted):
      return words.indices.contains { start in
        let run = words[start...].prefix(wanted.count)
        return run.count == wanted.count && zip(run, wanted).allSatisfy { matches($0, $1) }
      }
    case .name, .speaker: fatalError("asks for no words")
    }
  }

  // MARK: - Who is meant

  /// Whether a name of somebody who goes by `name` stands in a scope, outside the words that say who speaks.
  /// The terms of a name; a code of three letters is meant in capitals.
  private static func terms(of key: String) -> [String] {
    key.count <= 3 ? [key.uppercased()] : key.split(separator: " ").map(String.init)
  }

  private func speaks(of name: Asked.SpeakerName, _ scope: Scope) -> Bool {
    // Who is spoken of need not speak.
    let key = name.keys.first { speakerKeys.contains($0) } ?? name.keys[name.keys.count - 1]
    let meant = identities.filter { $0.keys.contains(key) }
    let names = meant.isEmpty ? [Self.terms(of: key)] : Set(meant.flatMap(\.names))
    return scope.spans.contains { span in
      let paragraph = paragraphs[span.paragraph]
      let theirs = paragraph.statements.filter { statement in
        statement.speakers.contains { !meant.isDisjoint(with: $0.identities) }
      }
      let naming = theirs.compactMap(\.evidence).flatMap { paragraph.words(of: $0) }
      return names.contains { name in
        paragraph.positions.indices.contains { start in
          let words = start..<start + name.count
          guard words.isInside(span.positions), !naming.contains(where: { words.isInside($0) }) else {
            return false
          }
          return zip(words, name).allSatisfy { position, term in
            paragraph.positions[position].contains { $0.term == term }
          }
        }
      }
    }
  }
}

extension Scan.Paragraph {
  /// The words of every place where `part` stands in the text.
  fileprivate func words(of part: String) -> [Range<Int>] {
    let (text, part) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    guard part.count <= text.count else { return [] }
    return (0...text.count - part.count).compactMap { start in
      let whole = start..<start + part.count
      guard text[whole].elementsEqual(part) else { return nil }
      let inside = positions.indices.filter { positions[$0][0].range.isInside(whole) }
      guard let first = inside.first, let last = inside.last else { return nil }
      return first..<last + 1
    }
  }
}
