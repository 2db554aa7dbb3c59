extension IndexHistory {
  /// The generation that `name`, all of it or what it begins with, stands for, of those from which steps lead to `present`.
  package func generation(named name: String, before present: String) throws(HistoryError) -> String {
    try way(from: name, to: present).generation
  }

  /// The generation before `present`; nil if none is known.
  package func generation(before present: String) throws(HistoryError) -> String? {
    try ways(to: present).order.dropFirst().first
  }

  /// What `present` has that the generation called `name` had not, and the other way round, document by document, by the bytes of their
  /// ids.
  ///
  /// Steps are summed up: what was removed and came back is no difference.
  package func difference(
    since name: String, to present: String
  ) throws(HistoryError) -> (generation: String, documents: [DocumentChange]) {
    let way = try way(from: name, to: present)
    var sum = DifferenceSum()
    for step in way.steps {
      do throws(SegmentError) {
        try sum.add(HistoryStep.documents(of: try FileSystem.openFile(step.path)), of: step.path)
      } catch {
        throw .unreadable(error)
      }
    }
    return (way.generation, sum.documents)
  }

  private func way(from name: String, to present: String) throws(HistoryError) -> (
    generation: String, steps: [Step]
  ) {
    let digits = name.utf8
    guard (Self.shortestName...64).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { throw .malformed(name) }
    let wanted = name.lowercased()
    let ways = try ways(to: present)
    let found = ways.order.filter { $0.hasPrefix(wanted) }
    guard var generation = found.first else {
      throw .unknown(
        wanted, present: present, oldest: ways.order[ways.order.count - 1], generationCount: ways.order.count,
        damages: ways.damages)
    }
    guard found.count == 1 else { throw .ambiguous(wanted, generations: found) }
    let asked = generation
    var steps: [Step] = []
    while let step = ways.next[generation] {
      steps.append(step)
      generation = step.to
    }
    return (asked, steps)
  }

  /// From which generations steps lead to `present`, the nearest first, and the first step from each of them on the shortest way.
  private func ways(
    to present: String
  ) throws(HistoryError) -> (order: [String], next: [String: Step], damages: [Damage]) {
    let (steps, damages): ([Step], [Damage])
    do throws(SegmentError) { (steps, damages) = try self.steps() } catch { throw .unreadable(error) }
    let stepsTo = Dictionary(grouping: steps, by: \.to)
    var order = [present]
    var next: [String: Step] = [:]
    var index = 0
    while index < order.count {
      for step in stepsTo[order[index]] ?? [] where step.from != present && next[step.from] == nil {
        next[step.from] = step
        order.append(step.from)
      }
      index += 1
    }
    return (order, next, damages)
  }
}

/// Differences of several steps, one after the other, as one.
private struct DifferenceSum {
  private struct Document {
    var id: String
    var factsBefore: UInt64?
    var factsAfter: UInt64?
    var differences: [UInt64: Int]
  }

  /// By the bytes of ids: strings are equal that are written with other scalars.
  private var known: [[UInt8]: Document] = [:]

  /// - Throws: `corrupt` if a document is not what the steps before have left.
  mutating func add(_ changes: [DocumentChange], of path: String) throws(SegmentError) {
    for change in changes {
      var document =
        known[Array(change.id.utf8)]
        ?? Document(
          id: change.id, factsBefore: change.factsBefore, factsAfter: change.factsBefore, differences: [:])
      guard document.factsAfter == change.factsBefore else {
        throw .corrupt(
          path: path, offset: HistoryStep.headerByteCount,
          reason: "document \(change.id) is not what the steps before it tell")
      }
      document.factsAfter = change.factsAfter
      for paragraph in change.paragraphs {
        document.differences[paragraph.hash, default: 0] += paragraph.difference
      }
      known[Array(change.id.utf8)] = document
    }
  }

  var documents: [DocumentChange] {
    let changes = known.values.compactMap { document -> DocumentChange? in
      let paragraphs = document.differences.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { DocumentChange.Paragraph(hash: $0.key, difference: $0.value) }
      guard document.factsBefore != document.factsAfter || !paragraphs.isEmpty else { return nil }
      return DocumentChange(
        id: document.id, factsBefore: document.factsBefore, factsAfter: document.factsAfter,
        paragraphs: paragraphs)
    }
    return changes.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
