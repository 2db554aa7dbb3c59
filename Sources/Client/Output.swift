import Wire

/// Where a command's words go: results to standard output, everything else to standard error.
package enum Output {
  /// Writes a result; false if nobody reads any more, and the command should end quietly.
  package static func result(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Results that cannot be written are an error, and end the process: a full disk must not look like success. A reader
  /// that has seen enough is none.
  private static func write(_ bytes: [UInt8]) -> Bool {
    switch System.write(bytes, to: 1) {
    case .done: return true
    case .readerGone: return false
    case .failed(let reason):
      note("verbatim: the results cannot be written: \(reason)")
      System.exit(.error)
    }
  }

  /// Writes a line that is not a result.
  package static func note(_ text: String) {
    _ = System.write(Array((Sanitizer.clean(text, keepingLines: true) + "\n").utf8), to: 2)
  }
}

extension Output {
  /// Writes a result as JSON, indented.
  package static func json(_ result: some Encodable) throws(ClientError) {
    do throws(WireError) {
      _ = write(try WireJSON.pretty(result) + [0x0A])
    } catch {
      throw .refused(error)
    }
  }
}
