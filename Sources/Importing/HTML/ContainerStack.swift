/// The containers that are open, outermost first, and how many of each kind.
///
/// A byte each, and no recursion anywhere: a million of them are a million bytes.
struct ContainerStack {
  private var kinds: [HTMLContainer] = []
  private var counts = [Int](repeating: 0, count: HTMLContainer.allCases.count)
  private var lists: [ListState] = []
  /// How many tags were opened and closed, for the tests of linear time.
  private(set) var stepCount = 0

  /// A list and the number of its next item.
  struct ListState {
    var isNumbered: Bool
    var next: Int
    var style: UInt8
  }

  var height: Int { kinds.count }

  func count(of kind: HTMLContainer) -> Int { counts[Int(kind.rawValue)] }

  /// The list around what comes next.
  var list: ListState? {
    get { lists.last }
    set { if let newValue, !lists.isEmpty { lists[lists.count - 1] = newValue } }
  }

  mutating func push(_ kind: HTMLContainer, _ list: ListState?) {
    kinds.append(kind)
    counts[Int(kind.rawValue)] += 1
    if Self.isList(kind) { lists.append(list ?? ListState(isNumbered: false, next: 1, style: 0)) }
    stepCount += 1
  }

  /// Closes the innermost container of a kind and all within it; nothing if none is open.
  ///
  /// - Complexity: Constant on average, since what is passed is closed.
  mutating func close(_ kind: HTMLContainer) {
    guard count(of: kind) > 0 else { return }
    var last: HTMLContainer?
    while last != kind { last = pop() }
  }

  mutating func close(downTo height: Int) {
    while kinds.count > height { pop() }
  }

  @discardableResult
  private mutating func pop() -> HTMLContainer? {
    guard let kind = kinds.popLast() else { return nil }
    counts[Int(kind.rawValue)] -= 1
    if Self.isList(kind) { lists.removeLast() }
    stepCount += 1
    return kind
  }

  private static func isList(_ kind: HTMLContainer) -> Bool { kind == .ul || kind == .ol || kind == .menu }
}
