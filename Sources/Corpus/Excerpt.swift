extension String {
  /// The text as a message quotes it: what somebody wrote by mistake may be as long as a file.
  var excerpt: String {
    let start = unicodeScalars.prefix(80)
    return start.endIndex == unicodeScalars.endIndex ? self : String(start) + "…"
  }
}
