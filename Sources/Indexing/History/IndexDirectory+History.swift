internal import Segment

extension IndexDirectory {
  /// Keeps in the history how the generation that is to be published differs from the one that stands.
  ///
  /// - Returns: Why that cannot be: no build fails for its history. nil too if the index that stood is damaged and there was no
  ///   history that ends with this.
  /// - Precondition: The lock is held, and the segments of both are in their places.
  func keepStep(from standing: Manifest, to manifest: Manifest) -> SegmentError? {
    if standing.generation == manifest.generation { return nil }
    do throws(SegmentError) {
      let old = (manifest: standing, segments: try openSegments(of: standing))
      let new = (manifest: manifest, segments: try openSegments(of: manifest))
      try history.append(from: standing.generation, to: manifest.generation) { append throws(SegmentError) in
        try GenerationComparison.compare(old, new, append)
      }
      return nil
    } catch {
      if case .corrupt = error, isWithoutHistory(standing) { return nil }
      return error
    }
  }

  private func isWithoutHistory(_ manifest: Manifest) -> Bool {
    do throws(HistoryError) {
      return try history.generation(before: manifest.generation) == nil
    } catch {
      return false
    }
  }
}
