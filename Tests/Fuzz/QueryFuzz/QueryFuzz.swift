internal import Query

/// Any text is a query: the parser never traps, its warnings lie in the text, and limits are the only errors.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let parsed = try? QueryParser().parse(text) else { return 0 }
  let scalarCount = text.unicodeScalars.count
  var lastStart = 0
  for warning in parsed.warnings {
    precondition(lastStart <= warning.start && warning.start < warning.end && warning.end <= scalarCount)
    lastStart = warning.start
  }
  precondition((parsed.query == nil) == parsed.interpreted.isEmpty)
  return 0
}
