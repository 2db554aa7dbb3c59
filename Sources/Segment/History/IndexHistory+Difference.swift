extension IndexHistory {
  /// The generation that `name`, all of it or what it begins with, stands for, of those from which steps lead to `present`.
  package func generation(named name: String, before present: String) throws(HistoryError) -> String {
    try way(from: name, to: present).generation
  }

  /// The generation before `present`; nil if none is known.
  package func generation(before present: String) throws(HistoryError) -> String? {
    try ways(to: present).order.dropFirst().first
  }

  /// That from which the most steps lead to `present`; itself if none is known.
  func oldestGeneration(before present: String) throws(HistoryError) -> String {
    let order = try ways(to: present).order
    return order[order.count - 1]
  }

  /// What `present` has that the generation called `name` had not, and the other way round, document by document, by the bytes of their
  /// ids.
  ///
  /// Steps are summed up: what was removed and came back is no difference.
  package func difference(
    since name: String, to present: String
  ) throws(HistoryError) -> (generation: String, documents: [DocumentChange]) {
    var difference = try openDifference(since: name, to: present)
    while try difference.add(documents: .max) {}
    return (difference.generation, difference.documents)
  }

  /// The same, to be summed up by the caller.
  package func openDifference(
    since name: String, to present: String
  ) throws(HistoryError) -> HistoryDifference {
    let way = try way(from: name, to: present)
    return HistoryDifference(since: way.generation, paths: way.steps.map(\.path))
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
