/// What a verbatim record says itself, between the turns: `A vote was taken by show of hands.`, `In favour: …`.
enum StageDirection {
  private static let openings: [[String]] = [
    "a vote was taken", "a recorded vote was taken", "in favour", "against", "abstaining", "the meeting rose",
    "the meeting was called to order", "the meeting was suspended", "the meeting was resumed",
    "the agenda was adopted",
    "the draft resolution was adopted", "the draft decision was adopted", "draft resolution",
    "it was so decided",
    "at the invitation of the president", "the members of the council observed",
    "the members of the security council observed",
    "there was applause", "the motion was", "the proposal was adopted",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Lists of a vote are directions only with a colon behind their first words.
  private static let votes: Set<String> = ["in favour", "against", "abstaining"]

  static func opens(_ passage: Passage) -> Bool {
    let words = (0..<min(passage.words.count, 9)).map { passage.folded($0) }
    return openings.contains { opening in
      guard words.starts(with: opening) else { return false }
      guard votes.contains(opening.joined(separator: " ")) else { return true }
      let next = opening.count
      let gap = next < passage.words.count ? passage.words[next].gap : passage.tailGap
      return gap.contains(.colon)
    }
  }
}
