internal import Text

/// Any bytes are a text: tokens lie in it and in order, terms are UTF-8 of bounded length, and what a buffer held before
/// changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let text = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let analyzer = Analyzer()
  var buffer = TokenBuffer()
  analyzer.analyze(text.span, into: &buffer)
  var position: Int32 = 0
  for token in buffer.tokens {
    precondition(0 <= token.start && token.start < token.end && token.end <= count)
    precondition(position <= token.position && token.position < buffer.wordCount)
    position = token.position
    let term = buffer.term(of: token)
    precondition((1...255).contains(term.count) && String(validating: term, as: UTF8.self) != nil)
    precondition(!Analyzer.stem(of: term).isEmpty)
  }
  let first = buffer
  analyzer.analyze(text.reversed().span, into: &buffer)
  analyzer.analyze(text.span, into: &buffer)
  precondition(buffer.tokens == first.tokens && buffer.termBytes == first.termBytes)
  return 0
}
