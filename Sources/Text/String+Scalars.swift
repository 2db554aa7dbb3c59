extension String {
  /// The text of a run of scalars.
  package init(scalars: ArraySlice<Unicode.Scalar>) {
    // By way of bytes, for to append scalars to a text one by one takes ten times as long.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes.append(contentsOf: scalar.utf8) }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
