import TestSupport
import Testing

@testable import Segment

struct HistoryTests {
  private static func name(_ number: Int) -> String { SHA256.hash(Array("\(number)".utf8)).hex }

  private func append(_ history: IndexHistory, _ from: Int, _ to: Int, _ changes: [DocumentChange] = [])
    throws
  {
    try history.append(from: Self.name(from), to: Self.name(to)) { append throws(SegmentError) in
      for change in changes { try append(change) }
    }
  }

  private static func change(
    _ id: String, _ before: UInt64?, _ after: UInt64?, _ paragraphs: [(UInt64, Int)] = []
  ) -> DocumentChange {
    DocumentChange(
      id: id, factsBefore: before, factsAfter: after,
      paragraphs: paragraphs.map { DocumentChange.Paragraph(hash: $0.0, difference: $0.1) })
  }

  @Test func onlyTheLatestStepsAreKept() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let history = IndexDirectory(path: folder.path).history
    let last = IndexHistory.stepLimit + 10
    for number in 0..<last { try append(history, number, number + 1) }
    let names = try folder.names(in: "history")
    #expect(names.count == IndexHistory.stepLimit)
    #expect(names.first == "0000000011.step" && names.last == "0000000266.step")
    let present = Self.name(last)
    #expect(try history.generation(named: Self.name(10), before: present) == Self.name(10))
    #expect(try history.generation(before: present) == Self.name(last - 1))
    #expect(
      throws: HistoryError.unknown(
        Self.name(9), present: present, oldest: Self.name(10),
        generationCount: IndexHistory.stepLimit + 1, damages: [])
    ) { try history.generation(named: Self.name(9), before: present) }
  }

  @Test func stepsAreSummedUp() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    try append(
      history, 0, 1,
      [
        Self.change("a", 1, 1, [(3, 2), (UInt64.max, -1)]), Self.change("b", 1, nil, [(7, -1)]),
        Self.change("c", nil, 2, [(8, 1)]), Self.change("d", 4, 5),
      ])
    try append(
      history, 1, 2,
      [
        Self.change("a", 1, 1, [(3, -1), (UInt64.max, 1)]), Self.change("b", nil, 1, [(7, 1)]),
        Self.change("c", 2, nil, [(8, -1)]), Self.change("e", nil, 9),
      ])
    let (generation, documents) = try history.difference(since: Self.name(0), to: Self.name(2))
    #expect(generation == Self.name(0))
    #expect(
      documents == [
        Self.change("a", 1, 1, [(3, 1)]), Self.change("d", 4, 5), Self.change("e", nil, 9),
      ])
    #expect(documents[0].addedCount == 1 && documents[0].removedCount == 0)
    #expect(try history.difference(since: Self.name(2), to: Self.name(2)).documents == [])
  }

  /// Held to a tally of every hash, however many documents are added up at a time.
  @Test(arguments: 0..<6)
  func randomStepsAreSummedUp(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder(inMemory: true)
    let history = IndexDirectory(path: folder.path).history
    let ids = ["a", "b", "c", "d"]
    var facts: [String: UInt64?] = [:]
    var tally: [String: [UInt64: Int]] = [:]
    let stepCount = 5
    for step in 0..<stepCount {
      var changes: [DocumentChange] = []
      for id in ids where Bool.random(using: &generator) {
        let after: UInt64? = [nil, 1, 2].randomElement(using: &generator)!
        let before = facts[id, default: nil]
        if before == nil, after == nil { continue }
        let hashes = [1, 2, 3, 4, UInt64.max].filter { _ in Bool.random(using: &generator) }
        let paragraphs = hashes.map { ($0, [-2, -1, 1, 2].randomElement(using: &generator)!) }
        changes.append(Self.change(id, before, after, paragraphs))
        facts[id] = .some(after)
        for (hash, difference) in paragraphs { tally[id, default: [:]][hash, default: 0] += difference }
      }
      try append(history, step, step + 1, changes)
    }
    var expected: [DocumentChange] = []
    for id in ids {
      let paragraphs = tally[id, default: [:]].filter { $0.value != 0 }.sorted { $0.key < $1.key }
      let after = facts[id, default: nil]
      if after == nil, paragraphs.isEmpty { continue }
      expected.append(Self.change(id, nil, after, paragraphs.map { ($0.key, $0.value) }))
    }
    #expect(try history.difference(since: Self.name(0), to: Self.name(stepCount)).documents == expected)
    for limit in 1...3 {
      var difference = try history.openDifference(since: Self.name(0), to: Self.name(stepCount))
      while try difference.add(documents: limit) {}
      #expect(difference.documents == expected)
    }
  }

  /// Steps that are right each for itself, and cannot follow each other.
  @Test func stepsThatDoNotFollowEachOtherAreRefused() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    try append(history, 0, 1, [Self.change("a", nil, 1)])
    try append(history, 1, 2, [Self.change("a", 2, 3)])
    #expect {
      try history.difference(since: Self.name(0), to: Self.name(2))
    } throws: { error in
      if case .unreadable(.corrupt(let damage))? = error as? HistoryError {
        damage.path.hasSuffix("0000000002.step")
      } else {
        false
      }
    }
  }

  @Test func verifyingNamesEveryDamagedStep() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let history = IndexDirectory(path: folder.path).history
    #expect(try history.verify(before: Self.name(0)) == (0, []))
    for step in 0..<3 { try append(history, step, step + 1, [Self.change("a", 1, 1, [(UInt64(step), 1)])]) }
    #expect(try history.verify(before: Self.name(3)) == (3, []))
    #expect(try history.verify(before: nil) == (3, []))
    let names = try folder.names(in: "history")
    for name in names.dropFirst() {
      let bytes = try folder.read("history/" + name)
      for damaged in [Array(bytes.dropLast()), bytes + [0], []]
        + bytes.indices.map({ Array(bytes[..<$0]) + [bytes[$0] ^ 1] + Array(bytes[($0 + 1)...]) })
      {
        try folder.write(damaged, to: "history/" + name)
        for present in [Self.name(3), nil] {
          let (stepCount, damages) = try history.verify(before: present)
          #expect(stepCount == 2 && damages.map(\.path) == [history.path + "/" + name])
        }
      }
      try folder.write(bytes, to: "history/" + name)
    }
    #expect(try history.verify(before: Self.name(3)) == (3, []))
  }

  /// Each is whole, so only where the present one is known can anybody tell.
  @Test func verifyingNamesAStepThatDoesNotFollow() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    try append(history, 0, 1, [Self.change("a", nil, 1)])
    try append(history, 1, 2, [Self.change("a", 2, 3)])
    let (stepCount, damages) = try history.verify(before: Self.name(2))
    #expect(stepCount == 1 && damages.map(\.path) == [history.path + "/0000000002.step"])
    #expect(try history.verify(before: nil) == (2, []))
  }

  /// A build that died before its manifest stood leaves a step that leads nowhere.
  @Test func aStepThatLeadsNowhereIsNoWay() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    try append(history, 0, 1, [Self.change("a", nil, 1)])
    try append(history, 1, 9, [Self.change("x", nil, 1)])
    try append(history, 1, 2, [Self.change("b", nil, 1)])
    #expect(
      try history.difference(since: Self.name(0), to: Self.name(2)).documents.map(\.id) == ["a", "b"])
    #expect(throws: HistoryError.self) { try history.generation(named: Self.name(9), before: Self.name(2)) }
  }

  @Test func aWriteThatFailsLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    #expect(throws: SegmentError.locked(path: "x")) {
      try history.append(from: Self.name(0), to: Self.name(1)) { _ throws(SegmentError) in
        throw SegmentError.locked(path: "x")
      }
    }
    #expect(try folder.names(in: "history") == [])
    #expect(throws: SegmentError.self) { try history.append(from: "a", to: Self.name(1)) { _ in } }
  }

  @Test func namesThatBeginAlikeAreToldApart() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    let (one, other) = (String(repeating: "a", count: 64), String(repeating: "a", count: 63) + "b")
    try history.append(from: one, to: other) { _ in }
    #expect(throws: HistoryError.ambiguous("aaaaaa", generations: [other, one])) {
      try history.generation(named: "AAAAAA", before: other)
    }
    #expect(try history.generation(named: one, before: other) == one)
    for name in ["", "aaaaa", "aaaaag", String(repeating: "a", count: 65), "ａａａａａａ"] {
      #expect(throws: HistoryError.malformed(name)) { try history.generation(named: name, before: other) }
    }
  }

  /// The example of index/FORMAT.md.
  @Test func theBytesAreAsDrawn() throws {
    let folder = try TemporaryFolder()
    let history = IndexDirectory(path: folder.path).history
    let (from, to) = (String(repeating: "0a", count: 32), String(repeating: "0b", count: 32))
    try history.append(from: from, to: to) { append throws(SegmentError) in
      try append(Self.change("talk", 1, 2, [(5, 1), (6, -2)]))
    }
    let bytes = try folder.read("history/0000000001.step")
    #expect(Array(bytes[..<8]) == Array("VRBh".utf8) + [1, 0, 0, 0])
    #expect(Array(bytes[8..<72]) == Array(repeating: 0x0A, count: 32) + Array(repeating: 0x0B, count: 32))
    #expect(
      Array(bytes[76..<117]) == [4] + Array("talk".utf8) + [
        3, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0,
      ]
        + [2, 5, 0, 0, 0, 0, 0, 0, 0, 2] + [6, 0, 0, 0, 0, 0, 0, 0, 5])
    #expect(Array(bytes[117..<125]) == [1, 0, 0, 0, 0, 0, 0, 0] && bytes.count == 129)
  }
}
