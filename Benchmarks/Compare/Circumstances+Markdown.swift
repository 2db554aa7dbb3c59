extension Circumstances {
  /// A line for each.
  var markdown: String {
    """
    - machine: \(processor), \(cores) cores, \(system)\
    \(load.map { "; load before the run \($0.rounded(to: 2))" } ?? "")
    - date: \(date)
    - commit: \(commit)
    - compiler: \(compiler)\(isOptimized ? "" : "; not optimized, so the figures tell nothing")

    """
  }

  private var isOptimized: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }
}
