/// A growing run of trivial values that one owner writes: an array without reference counts and copies on writing.
///
/// Every access is checked against `count`.
@safe struct FlatBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  // Sendable: nobody else has the memory.
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 16
    unsafe base = .allocate(capacity: capacity)
  }

  init(repeating value: Element, count: Int) {
    self.init()
    append(repeating: value, count: count)
  }

  deinit {
    unsafe base.deallocate()
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // SAFETY: index < count, and the first `count` values are initialized.
      return unsafe base[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // SAFETY: as above.
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count == capacity { grow(to: count + 1) }
    // SAFETY: count < capacity, for which memory was allocated.
    unsafe (base + count).initialize(to: value)
    count &+= 1
  }

  mutating func append(repeating value: Element, count more: Int) {
    reserve(more)
    // SAFETY: `reserve` made room for so many behind the first `count`.
    unsafe (base + count).initialize(repeating: value, count: more)
    count += more
  }

  /// Appends the values in `range` of another buffer.
  @inline(__always)
  mutating func append(_ other: borrowing FlatBuffer, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
    reserve(range.count)
    // SAFETY: the range is inside of what the other has, and `reserve` made room for it.
    unsafe (base + count).initialize(from: other.base + range.lowerBound, count: range.count)
    count &+= range.count
  }

  /// Makes room for `more` values.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(to: count + more) }
  }

  /// Forgets the values and keeps their memory.
  mutating func removeAll() { count = 0 }

  /// Lends the values.
  @inline(__always)
  func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
    // SAFETY: the first `count` values are initialized and stay where they are while the buffer is borrowed.
    body(unsafe UnsafeBufferPointer(start: base, count: count).span)
  }

  /// A copy of the values.
  var array: [Element] {
    // SAFETY: the first `count` values are initialized.
    unsafe Array(unsafe UnsafeBufferPointer(start: base, count: count))
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    let wanted = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    // SAFETY: the first `count` values are initialized; the new memory holds more than these, and is another.
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity = wanted
  }
}
