import Wire

extension WireError {
  /// The message for those who typed options, which have the names of parameters: `--cursor is "x"` for `"cursor" is "x"`.
  var messageOfOptions: String {
    guard code == Code.invalidParameters else { return message }
    // In quotes stand values too: what was typed stays as it is.
    if let match = message.prefixMatch(of: /"([a-z0-9]+)"(?=:| is )/) {
      return "--\(match.output.1)\(message[match.range.upperBound...])"
    }
    let ends = "and \"before\" and \"after\" ask for more"
    guard message.hasSuffix(ends) else { return message }
    return message.dropLast(ends.count) + "and --before and --after ask for more"
  }
}
