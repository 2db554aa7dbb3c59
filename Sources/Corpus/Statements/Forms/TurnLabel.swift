/// The words before a turn in a verbatim record: `Mr. Gasana (Rwanda):`, `The President (spoke in French):`.
struct TurnLabel {
  var voice: Voice
  /// Words of the label.
  var words: Range<Int>
}

/// Reads the label with which a paragraph begins.
struct TurnLabelReader {
  let grammar: SpeechGrammar
  let persons: PersonRegister
  let voices: Voices
  /// The organ whose record the document is, if it says so: whose president `The President` is.
  let presidency: Speaker.ID

  /// The most words of a label.
  private static let longest = 28

  func label(of passage: Passage) -> TurnLabel? {
    guard let end = colon(in: passage) else { return nil }
    let words = 0..<end
    guard let voice = presiding(passage, words) ?? person(passage, words) else { return nil }
    return TurnLabel(voice: voice, words: words)
  }

  /// The label of a paragraph whose colon is lost, as often happens in scanned records: `Mr. Patriota (Brazil) Let me …`. The
  /// country in brackets has to be there, and a capital behind it.
  func labelWithoutColon(of passage: Passage) -> TurnLabel? {
    guard passage.words.count > 3, passage.isA(.title, at: 0), passage.words[0].shape.contains(.capital)
    else { return nil }
    var end = 1
    while end < min(passage.words.count, 14), !passage.words[end].gap.contains(.openParenthesis) { end += 1 }
    while end < min(passage.words.count, 24), !passage.words[end].gap.contains(.closeParenthesis) { end += 1 }
    guard end < passage.words.count, passage.words[end].gap.isSubset(of: [.closeParenthesis, .space]),
      passage.words[end].shape.contains(.capital), let voice = person(passage, 0..<end)
    else { return nil }
    return TurnLabel(voice: voice, words: 0..<end)
  }

  /// The word behind the first colon, if no sentence ends before it.
  private func colon(in passage: Passage) -> Int? {
    var depth = 0
    for index in 1..<max(1, min(passage.words.count, Self.longest)) {
      let gap = passage.words[index].gap
      if gap.contains(.openParenthesis) { depth += 1 }
      if gap.contains(.closeParenthesis) { depth = max(0, depth - 1) }
      if gap.contains(.colon), depth == 0 { return index }
      let isInitial = passage.words[index - 1].end - passage.words[index - 1].start == 1
      guard !gap.contains(.stop) || passage.isA(.title, at: index - 1) || isInitial || depth > 0 else {
        return nil
      }
    }
    return passage.words.count < Self.longest && passage.tailGap.contains(.colon) ? passage.words.count : nil
  }

  /// `The President`, `The Secretary-General`: an office without a name.
  private func presiding(_ passage: Passage, _ words: Range<Int>) -> Voice? {
    guard passage.is(.the, at: 0) else { return nil }
    let end = words.first { passage.words[$0].gap.contains(.openParenthesis) } ?? words.upperBound
    guard end > 1, let match = grammar.names.longest(at: 1, in: passage.words, before: end), match.end == end,
      let place = grammar.names.meanings[match.meaning].named.first
    else { return nil }
    var office = grammar.table.speakers[place]
    guard office.kind == .office else { return nil }
    if office.id == "presiding-officer", let known = grammar.table[presidency] { office = known }
    return voices.voice(office)
  }

  /// `Mr. Gasana (Rwanda)`, `Sir Mark Lyall Grant (United Kingdom) (spoke in …)`, `Ms. Mlambo-Ngcuka`.
  private func person(_ passage: Passage, _ words: Range<Int>) -> Voice? {
    var index = 0
    while index < words.upperBound, passage.isA(.title, at: index),
      passage.words[index].shape.contains(.capital)
    { index += 1 }
    let nameEnd =
      (index..<words.upperBound).first { passage.words[$0].gap.contains(.openParenthesis) }
      ?? words.upperBound
    let name = index..<nameEnd
    let country = affiliation(passage, from: nameEnd, to: words.upperBound)
    guard index > 0 || country != nil, (1...8).contains(name.count),
      !name.contains(where: { passage.isA([.roleHead, .be, .have, .modal, .subordinator], at: $0) }),
      passage.words[name.lowerBound].shape.contains(.capital) || index > 0
    else { return nil }
    let folded = name.map { passage.folded($0) }
    let principal = country.map { voices.voice($0) }
    if principal == nil, let known = knownPerson(passage, name) { return voices.voice(known) }
    return persons.introduce(passage.text(of: name), words: folded, principal: principal)
  }

  private func knownPerson(_ passage: Passage, _ name: Range<Int>) -> Speaker? {
    guard let match = grammar.names.longest(at: name.lowerBound, in: passage.words, before: name.upperBound),
      match.end == name.upperBound
    else { return nil }
    let meaning = grammar.names.meanings[match.meaning]
    return (meaning.named + meaning.surnames).map { grammar.table.speakers[$0] }.first {
      $0.kind == .person && !grammar.table.offices(of: $0, on: voices.date).isEmpty
    }
  }

  /// The state or organisation in the first parentheses; parentheses about the language are passed over.
  private func affiliation(_ passage: Passage, from start: Int, to end: Int) -> Speaker? {
    var index = start
    while index < end, passage.words[index].gap.contains(.openParenthesis) {
      var close = index + 1
      while close < end, passage.words[close].gap.isDisjoint(with: [.closeParenthesis]) { close += 1 }
      let isLanguage = [.spoke, .interpretation, .translated, .in].contains { passage.is($0, at: index) }
      if !isLanguage { return grammar.table.loosely(passage.text(of: index..<close)) }
      index = close
    }
    return nil
  }
}
