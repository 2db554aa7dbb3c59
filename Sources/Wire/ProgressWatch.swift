/// Since when the progress of a build is watched: the rate is that of what was done since.
///
/// Whoever waits for a build may hear of it long after it began, and a build may have had to look at what stood before.
package struct ProgressWatch: Sendable {
  private var start: (instant: ContinuousClock.Instant, bytesDone: Int)?

  package init() {}

  /// What to say of `progress`, heard of `now`.
  package mutating func text(
    of progress: ProgressParameters, at now: ContinuousClock.Instant
  ) -> ProgressText {
    // Less than before is of another build.
    let start =
      start.flatMap { $0.bytesDone <= progress.bytesDone ? $0 : nil }
      ?? (instant: now, bytesDone: progress.bytesDone)
    self.start = start
    return ProgressText(progress, bytesBefore: start.bytesDone, elapsed: start.instant.duration(to: now))
  }
}
