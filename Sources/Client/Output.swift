package import Wire

/// Where a command's words go: results to standard output, everything else to standard error.
package enum Output {
  /// Writes a result; false if nobody reads any more, and the command should end quietly.
  ///
  /// A reader that has seen enough is no error.
  /// - Throws: ``ClientError/unwritable(reason:)``: a full disk must not look like success.
  @discardableResult
  package static func result(_ text: String) throws(ClientError) -> Bool { try write(Array(text.utf8)) }

  /// Writes a result as JSON, indented.
  @discardableResult
  package static func json(_ result: some Encodable) throws(ClientError) -> Bool {
    let bytes: [UInt8]
    do throws(WireError) {
      bytes = try WireJSON.pretty(result)
    } catch {
      throw .refused(error)
    }
    return try write(bytes + [0x0A])
  }

  /// Writes results as JSON, one a line.
  @discardableResult
  static func lines(_ results: [some JSONWritable]) throws(ClientError) -> Bool {
    let bytes = results.flatMap { JSONWriter.line($0) }
    return bytes.isEmpty ? true : try write(bytes)
  }

  /// The commands that messages name, for the corpus and index of this process.
  package static let namedCommands = NamedCommands(arguments: Array(CommandLine.arguments.dropFirst()))

  /// Writes a line that is not a result; on a terminal, as many as it takes there.
  package static func note(_ text: String) {
    var text = Sanitizer.clean(namedCommands.completed(in: text), keepingLines: true)
    if let width = System.terminalWidth(2) { text = WrappedText.of(text, width: width) }
    _ = System.write(Array((text + "\n").utf8), to: 2)
  }

  private static func write(_ bytes: [UInt8]) throws(ClientError) -> Bool {
    switch System.write(bytes, to: 1) {
    case .done: return true
    case .readerGone: return false
    case .failed(let reason): throw .unwritable(reason: reason)
    }
  }
}
