/// Tells, scalar by scalar, how far a text is from a word: by Levenshtein's distance, up to two edits.
///
/// After *d* scalars of the text at most five places in the word matter: those from *d* − 2 to *d* + 2. A state keeps a bit for
/// each of them and for each number of edits, bit *j* for the place *d* − 2 + *j*: so many scalars of the word are then behind.
/// A step needs of the word only where in this window the text's next scalar stands, its characteristic vector (Schulz and
/// Mihov, "Fast String Correction with Levenshtein-Automata", IJDAR 5, 2002, section 4). Their tables of transitions
/// are here three lines of shifts, as in Wu and Manber, "Fast Text Searching Allowing Errors", CACM 35, 1992.
///
/// - Complexity: O(1) a step, whatever the word's length.
struct LevenshteinAutomaton {
  /// Where one can be in the word after some scalars of the text.
  struct State {
    /// Scalars of the text.
    fileprivate var depth: Int
    /// Places reached without an edit, with one, and with two.
    fileprivate var none: UInt8
    fileprivate var one: UInt8 = 0
    fileprivate var two: UInt8 = 0

    /// No text that goes on from here is near.
    var isDead: Bool { none | one | two == 0 }
  }

  private let word: [UInt32]
  private let edits: Int

  /// - Precondition: `edits` is 1 or 2.
  init(word: [UInt32], edits: Int) {
    precondition(edits == 1 || edits == 2)
    self.word = word
    self.edits = edits
  }

  var start: State {
    var state = State(depth: 0, none: 1 << UInt8(Self.reach))
    let inWord = placesInWord(atDepth: 0)
    state.one = state.none << 1 & inWord
    if edits == 2 { state.two = state.one << 1 & inWord }
    return state
  }

  func state(after scalar: UInt32, from state: State) -> State {
    let inWord = placesInWord(atDepth: state.depth + 1)
    let same = places(of: scalar, atDepth: state.depth)
    var next = State(depth: state.depth + 1, none: state.none & same & inWord)
    // The scalar is the word's; or it is in the place of the word's; or it is one more; or the word's is left out.
    next.one = (state.one & same | state.none | state.none >> 1 | next.none << 1) & inWord
    if edits == 2 {
      next.two = (state.two & same | state.one | state.one >> 1 | next.one << 1) & inWord
    }
    return next
  }

  /// The distance of the text that leads to `state`; nil if it is over the limit.
  func distance(at state: State) -> Int? {
    let bit = word.count - state.depth + Self.reach
    guard (0...2 * Self.reach).contains(bit) else { return nil }
    let end = UInt8(1) << UInt8(bit)
    if state.none & end != 0 { return 0 }
    if state.one & end != 0 { return 1 }
    return state.two & end != 0 ? 2 : nil
  }

  /// The least scalar behind `scalar` that leads on from `state`; nil if none does.
  func scalar(behind scalar: UInt32, from state: State) -> UInt32? {
    // With an edit left, any scalar will do.
    let unspent = edits == 2 ? state.none | state.one : state.none
    if unspent != 0 { return scalar + 1 }
    let last = edits == 2 ? state.two : state.one
    var least: UInt32?
    for bit in 0...2 * Self.reach where last & 1 << UInt8(bit) != 0 {
      let place = state.depth - Self.reach + bit
      guard word.indices.contains(place), word[place] > scalar else { continue }
      least = min(least ?? .max, word[place])
    }
    return least
  }

  /// How far places in the word are from the depth in the text, at most.
  private static let reach = 2

  /// The characteristic vector: where in the window at `depth` the word has `scalar`.
  private func places(of scalar: UInt32, atDepth depth: Int) -> UInt8 {
    var places: UInt8 = 0
    for bit in max(0, Self.reach - depth)...2 * Self.reach {
      let place = depth - Self.reach + bit
      guard place < word.count else { break }
      if word[place] == scalar { places |= 1 << UInt8(bit) }
    }
    return places
  }

  /// The bits of the window at `depth` whose places are in the word or at its end.
  private func placesInWord(atDepth depth: Int) -> UInt8 {
    let first = max(0, Self.reach - depth)
    let last = min(2 * Self.reach, word.count - depth + Self.reach)
    guard first <= last else { return 0 }
    return UInt8((1 << (last + 1)) - (1 << first))
  }
}
