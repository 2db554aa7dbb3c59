/// What one generation has that an earlier one had not, and the other way round: the steps between them, one after the other, as one.
///
/// They are summed up some documents at a time, so that whoever waits for it can give up.
package struct HistoryDifference {
  /// The earlier one.
  package let generation: String
  /// The files of the steps that are still to come, the next one last.
  private var paths: [String]
  /// Of the present step.
  private var reader: HistoryStepReader?
  private var path = ""
  /// By the bytes of ids: strings are equal that are written with other scalars.
  private var known: [[UInt8]: DocumentChange] = [:]

  init(since generation: String, paths: [String]) {
    self.generation = generation
    self.paths = paths.reversed()
  }

  /// Adds what the steps say of the next documents, no more than `limit`, all of one step.
  ///
  /// - Returns: Whether anything may be left.
  /// - Throws: `unreadable` also if a document is not what the steps before have left.
  package mutating func add(documents limit: Int) throws(HistoryError) -> Bool {
    do throws(SegmentError) {
      if reader == nil {
        guard let next = paths.popLast() else { return false }
        path = next
        reader = try HistoryStepReader(try FileSystem.openFile(next))
      }
      var count = 0
      while count < limit {
        guard let change = try reader?.next() else {
          reader = nil
          break
        }
        try add(change)
        count += 1
      }
    } catch {
      throw .unreadable(error)
    }
    return reader != nil || !paths.isEmpty
  }

  private mutating func add(_ change: DocumentChange) throws(SegmentError) {
    let id = Array(change.id.utf8)
    guard var document = known[id] else {
      known[id] = change
      return
    }
    guard document.factsAfter == change.factsBefore else {
      throw .corrupt(
        path: path, offset: HistoryStep.headerByteCount,
        reason: "document \(change.id) is not what the steps before it tell")
    }
    document.factsAfter = change.factsAfter
    document.paragraphs = Self.sum(of: document.paragraphs, and: change.paragraphs)
    known[id] = document
  }

  /// Of both lists, by their hashes, ascending.
  private static func sum(
    of one: [DocumentChange.Paragraph], and other: [DocumentChange.Paragraph]
  ) -> [DocumentChange.Paragraph] {
    var sum: [DocumentChange.Paragraph] = []
    sum.reserveCapacity(one.count + other.count)
    var (left, right) = (one[...], other[...])
    while let first = left.first, let second = right.first {
      if first.hash < second.hash {
        sum.append(left.removeFirst())
      } else if second.hash < first.hash {
        sum.append(right.removeFirst())
      } else {
        let difference = first.difference + second.difference
        if difference != 0 {
          sum.append(DocumentChange.Paragraph(hash: first.hash, difference: difference))
        }
        left.removeFirst()
        right.removeFirst()
      }
    }
    return sum + left + right
  }

  /// The documents that differ by what was added up, by the bytes of their ids.
  package var documents: [DocumentChange] {
    known.values.filter { $0.factsBefore != $0.factsAfter || !$0.paragraphs.isEmpty }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
