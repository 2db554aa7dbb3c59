/// A pattern of file names that carry metadata: `{speaker:iso3}_{session}_{year}` reads `FRA_68_2013.txt`.
///
/// Fields in braces have a name and may have a format behind a colon; what stands between them stands for itself. Formats: `iso3`
/// (two or three capitals, since organisations have codes of two), `iso2` (two capitals), `number` (digits); a field called `year`
/// is four digits, one called `date` is YYYY-MM-DD. Any other field takes what stands before the pattern's next literal.
package struct FileNamePattern: Sendable, Equatable {
  private enum Part: Equatable {
    case literal([UInt8])
    case field(name: String, format: Format)
  }

  private enum Format: String {
    case iso3
    case iso2
    case number
    case year
    case date
    case text
  }

  private let parts: [Part]

  /// - Throws: ``FileNamePatternError`` naming what is wrong with the pattern.
  package init(_ pattern: String) throws(FileNamePatternError) {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var field: [UInt8]?
    for byte in pattern.utf8 {
      switch (byte, field) {
      case (UInt8(ascii: "{"), nil):
        if !literal.isEmpty { parts.append(.literal(literal)) }
        if literal.isEmpty, case .field? = parts.last {
          throw FileNamePatternError(pattern: pattern, reason: "two fields touch; put a sign between them")
        }
        literal = []
        field = []
      case (UInt8(ascii: "{"), _): throw FileNamePatternError(pattern: pattern, reason: "`{` inside a field")
      case (UInt8(ascii: "}"), let name?):
        parts.append(try Self.field(String(decoding: name, as: UTF8.self), pattern))
        field = nil
      case (UInt8(ascii: "}"), nil): throw FileNamePatternError(pattern: pattern, reason: "`}` without `{`")
      case (_, nil): literal.append(byte)
      case (_, _): field?.append(byte)
      }
    }
    guard field == nil else { throw FileNamePatternError(pattern: pattern, reason: "`{` without `}`") }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    guard parts.contains(where: { if case .field = $0 { true } else { false } }) else {
      throw FileNamePatternError(
        pattern: pattern, reason: "no field; one such as `{speaker:iso3}` is expected")
    }
    self.parts = parts
  }

  private static func field(_ text: String, _ pattern: String) throws(FileNamePatternError) -> Part {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(halves[0])
    guard !name.isEmpty else {
      throw FileNamePatternError(pattern: pattern, reason: "a field without a name")
    }
    if halves.count == 1 { return .field(name: name, format: Format(rawValue: name) ?? .text) }
    guard let format = Format(rawValue: String(halves[1])) else {
      throw FileNamePatternError(
        pattern: pattern,
        reason: "no format `\(halves[1])`; iso3, iso2, number, year, date and text are known")
    }
    return .field(name: name, format: format)
  }

  /// The fields of the file at `path`, by its name without folders and extension; nil if the name does not fit.
  ///
  /// - Complexity: Linear in the name: a field never gives back what it took.
  package func match(_ path: String) -> [String: String]? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    var rest = name[..<end]
    var fields: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      switch part {
      case .literal(let bytes):
        guard rest.starts(with: bytes) else { return nil }
        rest = rest.dropFirst(bytes.count)
      case .field(let name, let format):
        guard let taken = take(format, from: rest, before: index + 1 < parts.count ? parts[index + 1] : nil)
        else { return nil }
        fields[name] = String(decoding: taken, as: UTF8.self)
        rest = rest.dropFirst(taken.count)
      }
    }
    return rest.isEmpty ? fields : nil
  }

  private func take(_ format: Format, from rest: ArraySlice<UInt8>, before next: Part?) -> ArraySlice<UInt8>?
  {
    let taken: ArraySlice<UInt8>
    switch format {
    case .iso3, .iso2: taken = rest.prefix { ASCIIKind.isUpper($0) }
    case .number, .year: taken = rest.prefix { ASCIIKind.isDigit($0) }
    case .date: taken = rest.prefix(10)
    case .text:
      guard case .literal(let sign)? = next else { return rest.isEmpty ? nil : rest }
      let end = rest.indices.first { rest[$0...].starts(with: sign) } ?? rest.endIndex
      taken = rest[..<end]
    }
    let counts: ClosedRange<Int> =
      switch format {
      case .iso3: 2...3
      case .iso2: 2...2
      case .year: 4...4
      case .date: 10...10
      case .number, .text: 1...Int.max
      }
    return counts.contains(taken.count) ? taken : nil
  }
}

/// Why a pattern of file names cannot be used.
package struct FileNamePatternError: Error, Equatable, CustomStringConvertible {
  package var pattern: String
  package var reason: String

  package var description: String {
    "`\(pattern)`: \(reason). Expected is such as `{speaker:iso3}_{session}_{year}`."
  }
}
