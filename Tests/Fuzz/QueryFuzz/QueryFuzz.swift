internal import Query

/// Any text is a query: the parser never traps, its warnings lie in the text, its trees keep what they promise, and limits are
/// the only errors.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  check(text, QueryParser())
  check(text, QueryParser(match: .any))
  return 0
}

private func check(_ text: String, _ parser: QueryParser) {
  guard let parsed = try? parser.parse(text) else { return }
  let scalarCount = text.unicodeScalars.count
  var lastStart = 0
  for warning in parsed.warnings {
    precondition(lastStart <= warning.start && warning.start < warning.end && warning.end <= scalarCount)
    lastStart = warning.start
  }
  precondition((parsed.query == nil) == parsed.interpreted.isEmpty)
  guard let query = parsed.query else { return }
  precondition(query.clauseCount <= QueryParser.clauseLimit && query.depth <= QueryParser.depthLimit)
  query.forEachNode { node in
    switch node {
    case .near(let proximity, let left, let right):
      precondition(left.standsInText && right.standsInText)
      if case .words(let count) = proximity.reach { precondition(count > 0) }
    case .sloppyPhrase(let words, let slop): precondition(words.count > 1 && slop > 0)
    case .phrase(let words): precondition(words.count > 1)
    case .and(let operands), .or(let operands), .synonyms(let operands): precondition(operands.count > 1)
    default: break
    }
  }
}
