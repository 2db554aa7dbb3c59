internal import Corpus

/// The names of documents: what an import may call its file in the corpus folder, without `.md`.
enum DocumentName {
  /// The most bytes, so that `.md` and the name of a temporary file fit into what file systems allow.
  private static let mostBytes = 200

  /// A name as the user gave it.
  static func given(_ name: String) throws(ImportError) -> String {
    if let reason = problem(with: name) { throw .name(name, reason: reason) }
    return name
  }

  /// The name of a file without its extension, made safe: letters, digits, `-`, `_` and `.` stay, a hyphen stands for the rest.
  static func of(path: String) throws(ImportError) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.lastIndex(of: ".").map { $0 > file.startIndex ? String(file[..<$0]) : file } ?? file
    var name = String.UnicodeScalarView()
    var byteCount = 0
    for scalar in stem.unicodeScalars {
      let sign: Unicode.Scalar = mayStand(scalar) ? scalar : "-"
      if sign == "-", name.last == "-" { continue }
      byteCount += UTF8.width(sign)
      if byteCount > mostBytes { break }
      name.append(sign)
    }
    while let first = name.first, first == "-" || first == "." { name.removeFirst() }
    while let last = name.last, last == "-" || last == "." { name.removeLast() }
    if let reason = problem(with: String(name)) { throw .name(file, reason: reason) }
    return String(name)
  }

  private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x80 else { return ScalarClass(scalar.value) == .visible && scalar != "\u{FFFD}" }
    let byte = UInt8(scalar.value)
    return HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte) || "-_.".utf8.contains(byte)
  }

  private static func problem(with name: String) -> String? {
    if name.isEmpty { return "nothing is left of it" }
    if name.utf8.contains(0x2F) {
      return "it holds a slash, and documents are written into the corpus folder itself"
    }
    if name.hasPrefix(".") { return "the corpus passes over names that begin with a full stop" }
    if name.unicodeScalars.contains(where: { ScalarClass($0.value) == .control || $0 == "\n" || $0 == "\r" })
    {
      return "it holds a control character"
    }
    if name.lowercased() == "readme" { return "the corpus passes over README.md" }
    return name.utf8.count > mostBytes ? "it is longer than \(mostBytes) bytes" : nil
  }
}
