/// What a verbatim record says itself, between the turns: `A vote was taken by show of hands.`, `In favour: …`.
struct StageDirections {
  private static let openings: [[String]] = [
    "a vote was taken", "a recorded vote was taken", "in favour", "against", "abstaining", "the meeting rose",
    "the meeting was called to order", "the meeting was suspended", "the meeting was resumed",
    "the agenda was adopted",
    "the draft resolution was adopted", "the draft decision was adopted", "draft resolution",
    "it was so decided",
    "at the invitation of the president", "the members of the council observed",
    "the members of the security council observed", "there was applause", "the motion was",
    "the proposal was adopted",
  ].map { $0.split(separator: " ").map(String.init) }

  /// These are directions only with a colon behind them; the states may stand in the next paragraph.
  private static let votes: Set<String> = ["in favour", "against", "abstaining"]

  private var expectsStates = false

  /// Whether the paragraph is a direction; paragraphs are asked for in their order.
  mutating func takes(_ passage: Passage) -> Bool {
    let words = (0..<min(passage.words.count, 9)).map { passage.folded($0) }
    let isVoteList = expectsStates
    expectsStates = false
    guard let opening = Self.openings.first(where: { words.starts(with: $0) }) else { return isVoteList }
    guard Self.votes.contains(opening.joined(separator: " ")) else { return true }
    let next = opening.count
    let gap = next < passage.words.count ? passage.words[next].gap : passage.tailGap
    expectsStates = gap.contains(.colon) && next == passage.words.count
    return gap.contains(.colon)
  }
}
