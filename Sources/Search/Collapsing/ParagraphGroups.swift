/// Which paragraphs of a collection are near-identical: the connected components of that relation (``ParagraphWords``), as far as signatures
/// lead to it.
///
/// Paragraphs are numbered through all segments, in corpus order.
struct ParagraphGroups: Sendable {
  /// For each paragraph one more than its place in `members`; 0 for one that is like no other.
  private let places: [UInt32]
  /// The paragraphs of each group, ascending; groups in the order of their first.
  let members: [UInt32]
  /// The group of each of `members`.
  private let groups: [UInt32]
  /// Where the members of each group start, and where the last one's end.
  private let starts: [Int]

  /// Groups of two paragraphs or more.
  var count: Int { starts.count - 1 }

  /// - Parameter roots: For each paragraph the first one of its group.
  init(roots: [UInt32]) {
    var sizes = [UInt32](repeating: 0, count: roots.count)
    for root in roots { sizes[Int(root)] += 1 }
    // The number of the group of each root, and where its next member goes.
    var starts = [0]
    var numbers: [UInt32] = sizes
    for paragraph in roots.indices where sizes[paragraph] > 1 {
      numbers[paragraph] = UInt32(starts.count - 1)
      starts.append(starts[starts.count - 1] + Int(sizes[paragraph]))
    }
    var next = starts
    var places = [UInt32](repeating: 0, count: roots.count)
    var members = [UInt32](repeating: 0, count: starts[starts.count - 1])
    var groups = members
    for (paragraph, root) in roots.enumerated() where sizes[Int(root)] > 1 {
      let group = Int(numbers[Int(root)])
      members[next[group]] = UInt32(paragraph)
      groups[next[group]] = UInt32(group)
      next[group] += 1
      places[paragraph] = UInt32(next[group])
    }
    self.places = places
    self.members = members
    self.groups = groups
    self.starts = starts
  }

  /// The place in ``members`` of a paragraph that is like others; nil for one that is not.
  @inline(__always)
  func place(of paragraph: Int) -> Int? {
    let place = places[paragraph]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The group of the member at `place`.
  func group(at place: Int) -> Int { Int(groups[place]) }

  /// The places of a group's members.
  func places(ofGroup group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }
}
