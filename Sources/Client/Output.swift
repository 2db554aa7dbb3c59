import Wire

/// Where a command's words go: results to standard output, everything else to standard error.
package enum Output {
  /// Writes a result; false if nobody reads any more, and the command should end quietly.
  package static func result(_ text: String) -> Bool { System.write(Array(text.utf8), to: 1) }

  /// Writes a line that is not a result.
  package static func note(_ text: String) {
    _ = System.write(Array((Sanitizer.clean(text, keepingLines: true) + "\n").utf8), to: 2)
  }
}

extension Output {
  /// Writes a result as JSON, indented.
  package static func json(_ result: some Encodable) throws(ClientError) {
    do throws(WireError) {
      _ = System.write(try WireJSON.pretty(result) + [0x0A], to: 1)
    } catch {
      throw .refused(error)
    }
  }
}
