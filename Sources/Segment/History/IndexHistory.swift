/// The folder `history` of an index: by what steps its generation came of earlier ones.
///
///     index/history/0000000042.step       a step (``HistoryStep``); the greatest number is the latest
///     index/history/new.tmp               one on its way to its name
///
/// A history is of a folder, as the index is of a corpus: two folders with the same index may have different ones. No query reads it but
/// those that ask what is new since an earlier generation; without it, or with one that is damaged, these alone have no answer.
package struct IndexHistory: Sendable {
  /// The fewest hex digits that name a generation.
  package static let shortestName = 6
  /// The most steps that are kept; the oldest go first.
  package static let stepLimit = 256

  package let path: String

  init(path: String) { self.path = path }

  static let folderName = "history"
  private static let suffix = ".step"
  private static let digitCount = 10
  var temporaryPath: String { path + "/new" + IndexDirectory.temporarySuffix }

  /// A step that is there.
  struct Step {
    var number: Int
    var path: String
    var from: String
    var to: String
  }

  /// The numbers of the steps that are there, ascending.
  private func numbers() throws(SegmentError) -> [Int] {
    guard try FileSystem.kind(of: path) == .folder else { return [] }
    return try FileSystem.names(in: path).compactMap { name in
      guard name.hasSuffix(Self.suffix), name.utf8.count == Self.digitCount + Self.suffix.utf8.count else {
        return nil
      }
      let digits = name.dropLast(Self.suffix.count)
      return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
  }

  /// The files of the steps that are there, the oldest first.
  func paths() throws(SegmentError) -> [String] { try numbers().map(path) }

  private func path(ofStep number: Int) -> String {
    let digits = String(number)
    return path + "/" + String(repeating: "0", count: max(0, Self.digitCount - digits.count)) + digits
      + Self.suffix
  }

  /// The steps that are there, the latest first, but for those whose heads are damaged.
  func steps() throws(SegmentError) -> (steps: [Step], damages: [Damage]) {
    var steps: [Step] = []
    var damages: [Damage] = []
    for number in try numbers().reversed() {
      let path = path(ofStep: number)
      do throws(SegmentError) {
        let header = try HistoryStep.header(of: try FileSystem.openFile(path))
        steps.append(Step(number: number, path: path, from: header.from, to: header.to))
      } catch .corrupt(let damage) {
        // A build may have removed the oldest just now.
        if try FileSystem.kind(of: path) != .nothing { damages.append(damage) }
      }
    }
    return (steps, damages)
  }

  // MARK: - Writing

  /// Keeps the step from one generation to another, which `write` fills.
  ///
  /// - Precondition: The lock of the index is held.
  package func append(
    from: String, to: String,
    _ write: ((DocumentChange) throws(SegmentError) -> Void) throws(SegmentError) -> Void
  ) throws(SegmentError) {
    for generation in [from, to] where !Manifest.isName(generation) {
      throw .corrupt(path: path, offset: 0, reason: "a generation is 64 hex digits, found '\(generation)'")
    }
    try FileSystem.makeFolder(path)
    do throws(SegmentError) {
      var writer = try HistoryStepWriter(creating: temporaryPath, from: from, to: to)
      try write { change throws(SegmentError) in try writer.append(change) }
      try writer.finish()
      let numbers = try numbers()
      let last = numbers.last ?? 0
      try FileSystem.rename(temporaryPath, to: path(ofStep: last + 1))
      try FileSystem.synchronizeFolder(path)
      for number in numbers.dropLast(Self.stepLimit - 1) { try FileSystem.remove(path(ofStep: number)) }
    } catch {
      try? FileSystem.remove(temporaryPath)
      throw error
    }
  }
}

extension IndexDirectory {
  package var history: IndexHistory { IndexHistory(path: path + "/" + IndexHistory.folderName) }
}
