import Query

/// The occurrences of a leaf around intervals of one room, which are asked for in ascending order: no bits are looked at twice, however far
/// apart what they say lies.
struct LeafNeighbours {
  let leaf: Int
  /// The last that ends by ``endSeen``.
  private var before: Interval?
  private var endSeen = 0
  /// The first that starts from ``startSeen`` on; nil if there is none, or nothing was asked.
  private var after: Interval?
  private var startSeen: Int?

  init(_ leaf: Int) { self.leaf = leaf }

  /// The last that ends at `position` or before, nil if there is none.
  ///
  /// - Precondition: `position` is not before one that was given earlier.
  @inline(__always)
  mutating func last(
    endingBy position: Int, _ places: borrowing FoundPlaces, in room: FoundPlaces.Room
  ) -> Interval? {
    let floor = endSeen - places.length(of: leaf)
    if let found = places.last(of: leaf, endingBy: position, from: floor, in: room) { before = found }
    endSeen = position
    return before
  }

  /// The first that starts at `position` or behind it, nil if there is none.
  ///
  /// - Precondition: `position` is not before one that was given earlier.
  @inline(__always)
  mutating func first(
    from position: Int, _ places: borrowing FoundPlaces, in room: FoundPlaces.Room
  ) -> Interval? {
    if startSeen != nil, after.map({ Int($0.start) >= position }) ?? true { return after }
    startSeen = position
    after = places.first(of: leaf, from: position, in: room)
    return after
  }
}
