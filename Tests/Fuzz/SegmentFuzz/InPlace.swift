internal import TestSupport

/// Changes a few values of a segment where they stand.
///
/// The fuzzer's own changes mostly insert or remove bytes, which moves all that offsets point to, so that hardly any of them
/// can be opened.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  guard count > 8 else { return count }
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call.
  let buffer = unsafe UnsafeMutableBufferPointer(start: start, count: count)
  var bytes = unsafe Array(buffer)
  var generator = SeededGenerator(seed: UInt64(seed))
  for _ in 0..<Int.random(in: 1...4, using: &generator) { change(&bytes, &generator) }
  _ = unsafe buffer.update(fromContentsOf: bytes)
  return count
}

/// Tables are aligned to four bytes, texts and posting lists to one.
private func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
  let place = Int.random(in: 0...bytes.count - 8, using: &generator)
  let aligned = place & ~3
  switch Int.random(in: 0..<6, using: &generator) {
  case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
  case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
  case 2: add(Int.random(in: -16...16, using: &generator), to: &bytes, at: aligned, byteCount: 4)
  case 3: add(Bool.random(using: &generator) ? 1 : -1, to: &bytes, at: aligned, byteCount: 8)
  case 4:
    let fill: UInt8 = Bool.random(using: &generator) ? 0 : 0xFF
    bytes.replaceSubrange(aligned..<aligned + 4, with: repeatElement(fill, count: 4))
  default:
    let other = Int.random(in: 0...bytes.count - 8, using: &generator) & ~3
    bytes.replaceSubrange(aligned..<aligned + 4, with: Array(bytes[other..<other + 4]))
  }
}

/// Adds to a little-endian integer, around its ends too.
private func add(_ difference: Int, to bytes: inout [UInt8], at place: Int, byteCount: Int) {
  var carry = difference
  for offset in place..<place + byteCount {
    carry += Int(bytes[offset])
    bytes[offset] = UInt8(truncatingIfNeeded: carry)
    carry >>= 8
  }
}
