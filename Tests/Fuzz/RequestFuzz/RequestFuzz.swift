internal import Wire

/// Any bytes may come over a socket: lines are the same however the stream is cut, and each is a request or a typed error.
///
/// The first byte says where the stream is cut in two.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let stream = input.dropFirst()
  let cut = stream.startIndex + min(Int(input[0]), stream.count)
  let pieces = split([stream])
  precondition(pieces == split([stream[..<cut], stream[cut...]]))
  for case .line(let line) in pieces { read(line) }
  return 0
}

private func split(_ parts: [ArraySlice<UInt8>]) -> [LineSplitter.Piece] {
  var splitter = LineSplitter(byteLimit: 512)
  var pieces: [LineSplitter.Piece] = []
  for part in parts { pieces += splitter.append(part) }
  return pieces + splitter.finish()
}

private func read(_ line: [UInt8]) {
  guard let request = try? JSONReader.object(line) else { return }
  do {
    _ = try RequestHead(request).requireMethod()
  } catch {
    precondition(error.code == WireError.Code.invalidRequest, "\(error)")
  }
  readParameters(Method.hello, request)
  readParameters(Method.search, request)
  readParameters(Method.count, request)
  readParameters(Method.trend, request)
  readParameters(Method.facet, request)
  readParameters(Method.kwic, request)
  readParameters(Method.get, request)
  readParameters(Method.cite, request)
  readParameters(Method.suggest, request)
  readParameters(Method.status, request)
}

private func readParameters<Asked, Reply>(_: Method<Asked, Reply>, _ request: JSONObject) {
  do {
    let parameters = try Asked(of: request)
    // What was understood can be said again.
    _ = JSONWriter.line(parameters)
  } catch {
    precondition(error.code == WireError.Code.invalidParameters, "\(error)")
  }
}
