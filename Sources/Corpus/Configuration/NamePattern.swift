/// What the names of files say: `{speaker:iso3}_{session}_{year}` reads `FRA_68_2013`.
///
/// A field in braces takes the shortest run of characters, at least one, up to what stands behind it in the pattern; the
/// last one takes the rest. The pattern is for the file's name without its extension, or for the whole path without it
/// if the pattern has a `/`.
struct NamePattern: Hashable, Sendable {
  /// What a run of characters must be to be a field.
  private enum Kind: String, Hashable {
    case any, year, date, iso3
  }

  private enum Part: Hashable {
    case literal([UInt8])
    case field(String, Kind)
  }

  private let parts: [Part]
  private let isForPath: Bool
  let text: String

  /// The names of its fields, in order.
  var fields: [String] {
    parts.compactMap { if case .field(let name, _) = $0 { name } else { nil } }
  }

  /// - Throws: A sentence that says what is wrong with the pattern.
  init(_ text: String) throws(PatternError) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      let literal = rest[..<open]
      guard !literal.contains("}") else { throw PatternError("a `}` closes nothing") }
      guard let close = rest[open...].firstIndex(of: "}") else { throw PatternError("a `{` is never closed") }
      if !literal.isEmpty {
        parts.append(.literal(Array(literal.utf8)))
      } else if case .field = parts.last {
        throw PatternError("two fields stand side by side; something must part them")
      }
      parts.append(try Self.field(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    guard !rest.contains("}") else { throw PatternError("a `}` closes nothing") }
    if !rest.isEmpty { parts.append(.literal(Array(rest.utf8))) }
    self.parts = parts
    self.text = text
    isForPath = text.contains("/")
    guard Set(fields).count == fields.count else { throw PatternError("a field is named twice") }
    guard !fields.isEmpty else { throw PatternError("it has no field, such as {year}") }
  }

  private static func field(_ text: Substring) throws(PatternError) -> Part {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(halves[0])
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      throw PatternError("{\(text)} is no field; small letters are expected, such as {year}")
    }
    guard halves.count == 2 else { return .field(name, Kind(rawValue: name) ?? .any) }
    guard halves[1] == "iso3" else {
      throw PatternError("{\(text)}: `\(halves[1])` is no kind of field; `iso3` is")
    }
    return .field(name, .iso3)
  }

  /// The fields of a file's path; nil if the name does not fit.
  ///
  /// - Complexity: Linear in the length of the path.
  func fields(of path: String, extensionByteCount: Int) -> [String: String]? {
    var name = Array(path.utf8.dropLast(extensionByteCount))[...]
    if !isForPath, let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[(slash + 1)...] }
    var values: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      switch part {
      case .literal(let bytes):
        guard name.starts(with: bytes) else { return nil }
        name = name.dropFirst(bytes.count)
      case .field(let field, let kind):
        var end = name.endIndex
        if index + 1 < parts.count, case .literal(let next) = parts[index + 1] {
          // From the second byte on: a field takes one at least.
          guard let found = Self.first(next, in: name.dropFirst()) else { return nil }
          end = found
        }
        let value = String(decoding: name[..<end], as: UTF8.self)
        guard Self.fits(value, kind) else { return nil }
        values[field] = value
        name = name[end...]
      }
    }
    return name.isEmpty ? values : nil
  }

  private static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }

  private static func fits(_ value: String, _ kind: Kind) -> Bool {
    let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return switch kind {
    case .any: !value.isEmpty
    case .year: isNumber && value.utf8.count == 4
    case .date: !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    case .iso3: (2...3).contains(value.utf8.count) && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
  }
}

/// What is wrong with a pattern, in a sentence.
struct PatternError: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
