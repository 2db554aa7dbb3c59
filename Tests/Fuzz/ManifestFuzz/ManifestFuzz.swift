internal import Segment

/// Any bytes are a manifest or a typed error, and a manifest that can be read is written the one way there is.
///
/// The checksum is made right first, so that the fuzzer gets past it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  repairChecksum(of: &bytes)
  guard let manifest = try? Manifest(parsing: bytes, path: "manifest.json") else { return 0 }
  precondition(manifest.bytes == bytes)
  return 0
}

/// The checksum's eight digits, the bytes before its line, and the line's end stand at the end of the file.
private func repairChecksum(of bytes: inout [UInt8]) {
  let tail = #"  "checksum": ""#.utf8.count + #"00000000"}"#.utf8.count + 2
  guard bytes.count > tail else { return }
  let body = bytes.count - tail
  let digits = String(CRC32C.checksum(Array(bytes[..<body])), radix: 16)
  let line = #"  "checksum": ""# + String(repeating: "0", count: 8 - digits.count) + digits + "\"\n}\n"
  bytes.replaceSubrange(body..., with: line.utf8)
}
