internal import Text

/// Names with what they are compared by, made once and asked often (``NearestNames``).
///
/// Names share words: each different key and each different word of one is kept once, as a term.
struct NameTable: Sendable {
  /// What a name is compared by: folded words with spaces between.
  struct Key: Sendable {
    var bytes: [UInt8]
    /// The whole as a term.
    var term: Int
    /// Its words as terms; none of a key that is one word.
    var words: [Int]
  }

  struct Name: Sendable {
    /// As it is shown.
    var text: String
    var keys: [Key]
  }

  private(set) var names: [Name] = []
  /// The scalars of the terms, term behind term.
  private var scalars: [UInt32] = []
  /// Where those of each term start, and those of the last one end.
  private var starts: [Int] = [0]

  var termCount: Int { starts.count - 1 }

  func scalars(ofTerm term: Int) -> ArraySlice<UInt32> { scalars[starts[term]..<starts[term + 1]] }
}

extension NameTable {
  /// Makes one, name by name.
  struct Builder {
    private(set) var table = NameTable()
    private var terms = TermNumbers()

    /// - Parameters:
    ///   - text: None that was added before.
    ///   - keys: Folded words with spaces between.
    mutating func add(_ text: String, keys: [[UInt8]]) {
      var made: [Key] = []
      for bytes in keys {
        var key = Key(bytes: bytes, term: term(bytes[...]), words: [])
        for word in bytes.split(separator: 0x20) where word.count < bytes.count {
          key.words.append(term(word))
        }
        made.append(key)
      }
      table.names.append(Name(text: text, keys: made))
    }

    private mutating func term(_ bytes: ArraySlice<UInt8>) -> Int {
      let number = terms.number(of: bytes)
      if number == table.termCount {
        table.scalars += TermScalars.all(of: Array(bytes))
        table.starts.append(table.scalars.count)
      }
      return number
    }
  }
}

/// Numbers different terms in the order in which they come, without memory for each: a hash table whose collisions go to the next place.
private struct TermNumbers {
  /// Of all terms, one behind the other.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// One more than the number of the term; 0 where there is none. As many as a power of two, at least twice as many as terms.
  private var slots = [Int](repeating: 0, count: 64)

  private var count: Int { starts.count - 1 }

  mutating func number(of term: ArraySlice<UInt8>) -> Int {
    let place = place(of: term)
    if slots[place] > 0 { return slots[place] - 1 }
    bytes += term
    starts.append(bytes.count)
    slots[place] = count
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  /// That of a term, or the empty one where it belongs.
  private func place(of term: ArraySlice<UInt8>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slots.count - 1))
    while slots[place] > 0 {
      let number = slots[place] - 1
      if bytes[starts[number]..<starts[number + 1]] == term { break }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: 2 * slots.count)
    for number in 0..<count {
      let place = place(of: bytes[starts[number]..<starts[number + 1]])
      slots[place] = number + 1
    }
  }
}
