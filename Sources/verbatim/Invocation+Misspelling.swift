/// What command was meant by a first word that names none.
extension Invocation {
  /// The word and the command whose name is one slip away from it; nil if there is none, or the word is not the first.
  static func misspelledCommand(in arguments: [String]) -> (word: String, command: String)? {
    guard let first = firstWord(of: arguments), arguments[first] != "--", !commands.contains(arguments[first])
    else { return nil }
    // Who writes the program's name twice means the word behind it.
    let place = arguments[first] == "verbatim" ? first + 1 : first
    guard place < arguments.count else { return nil }
    let word = arguments[place]
    let command = commands.sorted().first { isOneSlip(from: word, to: $0) || (place > first && word == $0) }
    return command.map { (place > first ? "verbatim \(word)" : word, $0) }
  }

  /// Whether one letter too many, too few or another, or two that are exchanged, make `name` of `word`.
  private static func isOneSlip(from word: String, to name: String) -> Bool {
    var (one, other) = (Array(word.unicodeScalars)[...], Array(name.unicodeScalars)[...])
    // In a shorter name a slip makes many a word of another.
    guard other.count >= 4, one != other else { return false }
    while let first = one.first, first == other.first { (one, other) = (one.dropFirst(), other.dropFirst()) }
    while let last = one.last, last == other.last { (one, other) = (one.dropLast(), other.dropLast()) }
    return (one.count <= 1 && other.count <= 1) || (one.count == 2 && one.elementsEqual(other.reversed()))
  }
}
