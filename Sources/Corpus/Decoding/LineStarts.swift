/// Where the lines of a source begin, as ``LineScanner`` counts them.
struct LineStarts {
  private var offsets: [Int] = []

  init(of source: [UInt8]) {
    var scanner = LineScanner(source)
    while let line = scanner.next() {
      if line.number > offsets.count { offsets.append(line.lineStart) }
    }
  }

  /// The offset of a line's first byte; lines count from 1.
  func offset(ofLine number: Int) -> Int { offsets[number - 1] }
}
