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

  /// Adds a list that should be shorter than what was added before, and the statements that have words of it, ascending.
  mutating func add(_ list: borrowing DecodedList, _ added: borrowing FlatBuffer<UInt32>) {
    addPostings(list)
    addStatements(added)
  }

  /// Begins with a list and its statements, which are taken over.
  mutating func begin(_ list: inout DecodedList, _ first: inout FlatBuffer<UInt32>) {
    swap(&units, &list.units)
    swap(&frequencies, &list.frequencies)
    swap(&statements, &first)
  }

  /// Copies what stands before each unit of the list at once: most often one form of a stem is much more frequent than the others.
  private mutating func addPostings(_ list: borrowing DecodedList) {
    otherUnits.removeAll()
    otherFrequencies.removeAll()
    var start = 0
    for index in 0..<list.units.count {
      let unit = list.units[index]
      var end = start
      while end < units.count, units[end] < unit { end += 1 }
      otherUnits.append(units, start..<end)
      otherFrequencies.append(frequencies, start..<end)
      start = end
      var frequency = list.frequencies[index]
      if start < units.count, units[start] == unit {
        frequency += frequencies[start]
        start += 1
      }
      otherUnits.append(unit)
      otherFrequencies.append(frequency)
    }
    otherUnits.append(units, start..<units.count)
    otherFrequencies.append(frequencies, start..<frequencies.count)
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
