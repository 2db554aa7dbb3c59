/// What the leaves of an expression find in a paragraph: of each a list of least intervals, ascending.
struct FoundLeaves {
  var lists: [[Interval]]

  init(leafCount: Int) { lists = Array(repeating: [], count: leafCount) }

  init(_ lists: [[Interval]]) { self.lists = lists }

  subscript(leaf: Int) -> [Interval] { lists[leaf] }
}
