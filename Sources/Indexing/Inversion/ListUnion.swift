/// The union of posting lists without their positions, frequencies added up.
struct ListUnion: ~Copyable {
  private(set) var units = FlatBuffer<UInt32>()
  private(set) var frequencies = FlatBuffer<UInt32>()
  /// The statements that have words of the lists, ascending.
  private(set) var statements = FlatBuffer<UInt32>()
  private var otherUnits = FlatBuffer<UInt32>()
  private var otherFrequencies = FlatBuffer<UInt32>()
  private var otherStatements = FlatBuffer<UInt32>()

  mutating func removeAll() {
    units.removeAll()
    frequencies.removeAll()
    statements.removeAll()
  }

  /// Adds a list, and the statements that have words of it, ascending.
  mutating func add(_ list: borrowing DecodedList, _ added: borrowing FlatBuffer<UInt32>) {
    addPostings(list)
    addStatements(added)
  }

  private mutating func addPostings(_ list: borrowing DecodedList) {
    otherUnits.removeAll()
    otherFrequencies.removeAll()
    var (left, right) = (0, 0)
    while left < units.count || right < list.units.count {
      // No unit has the greatest number.
      let one = left < units.count ? units[left] : .max
      let other = right < list.units.count ? list.units[right] : .max
      otherUnits.append(min(one, other))
      otherFrequencies.append(
        (one <= other ? frequencies[left] : 0) + (other <= one ? list.frequencies[right] : 0))
      left += one <= other ? 1 : 0
      right += other <= one ? 1 : 0
    }
    swap(&units, &otherUnits)
    swap(&frequencies, &otherFrequencies)
  }

  private mutating func addStatements(_ added: borrowing FlatBuffer<UInt32>) {
    otherStatements.removeAll()
    var (left, right) = (0, 0)
    while left < statements.count || right < added.count {
      let one = left < statements.count ? statements[left] : .max
      let other = right < added.count ? added[right] : .max
      otherStatements.append(min(one, other))
      left += one <= other ? 1 : 0
      right += other <= one ? 1 : 0
    }
    swap(&statements, &otherStatements)
  }
}
