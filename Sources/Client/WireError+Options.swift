import Wire

extension WireError {
  /// The message for those who typed options, which have the names of parameters: `--cursor is "x"` for `"cursor" is "x"`.
  var messageOfOptions: String {
    guard code == Code.invalidParameters else { return message }
    // In quotes stand values too, behind "is" or with other words behind them.
    return message.replacing(/(is )?"([a-z0-9]+)"(?=:| is | and | ask )/) { match in
      match.output.1 == nil ? "--\(match.output.2)" : String(match.output.0)
    }
  }
}
