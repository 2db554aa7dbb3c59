extension IndexHistory {
  /// Reads every step whole, and sees whether those that lead to the present generation follow each other.
  ///
  /// - Parameter present: nil if nobody can say which it is.
  /// - Returns: The steps that are good, and the first thing that is wrong in each of the others.
  /// - Complexity: Linear in the bytes of all steps.
  package func verify(before present: String?) throws(SegmentError) -> (stepCount: Int, damages: [Damage]) {
    var stepCount = 0
    var damages: [Damage] = []
    for path in try paths() {
      do throws(SegmentError) {
        var reader = try HistoryStepReader(try FileSystem.openFile(path))
        while try reader.next() != nil {}
        stepCount += 1
      } catch .corrupt(let damage) {
        // A build may have removed the oldest just now.
        if try FileSystem.kind(of: path) != .nothing { damages.append(damage) }
      }
    }
    guard let present, damages.isEmpty else { return (stepCount, damages) }
    do throws(HistoryError) {
      _ = try difference(since: try oldestGeneration(before: present), to: present)
    } catch .unreadable(.corrupt(let damage)) {
      guard (try FileSystem.kind(of: damage.path)) != .nothing else { return (stepCount, damages) }
      (stepCount, damages) = (stepCount - 1, [damage])
    } catch {
      // A build has gone on meanwhile.
    }
    return (stepCount, damages)
  }
}
