/// The lines of a source as an editor shows them, found in another way than the reader's.
package struct SourceLines: Sendable {
  private var lines: [ArraySlice<UInt8>] = []

  package init(_ source: [UInt8]) {
    let body = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
    var start = body.startIndex
    for index in body.indices where body[index] == 0x0A || body[index] == 0x0D {
      if body[index] == 0x0A, index > body.startIndex, body[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(body[start..<index])
      start = index + 1
    }
    lines.append(body[start...])
  }

  /// The bytes of a line, numbered from 1; none where there is no such line.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }
}
