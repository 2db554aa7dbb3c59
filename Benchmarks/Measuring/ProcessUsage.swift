import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system has counted of this process so far.
struct ProcessUsage {
  /// Of all threads, in the program and in the system for it.
  var cpuSeconds: Double
  /// The most memory that was resident at once, mapped pages of files included.
  var peakMemoryByteCount: Int

  #if canImport(Glibc)
    private static let thisProcess = __rusage_who_t(RUSAGE_SELF.rawValue)
  #else
    private static let thisProcess = RUSAGE_SELF
  #endif

  /// Pages that this process has asked for and the system had to map, from memory or from the disk.
  static var pageFaultCount: Int {
    var usage = rusage()
    // SAFETY: `usage` outlives the call, which fills it; it cannot fail for the process itself.
    unsafe getrusage(thisProcess, &usage)
    return Int(usage.ru_minflt) + Int(usage.ru_majflt)
  }

  /// Processor time of this thread so far.
  static var threadSeconds: Double {
    var time = timespec()
    // SAFETY: `time` outlives the call, which fills it; every system has this clock.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static var now: ProcessUsage {
    var usage = rusage()
    // SAFETY: `usage` outlives the call, which fills it; it cannot fail for the process itself.
    unsafe getrusage(thisProcess, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let microseconds = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
    return ProcessUsage(
      cpuSeconds: Double(seconds) + Double(microseconds) / 1e6,
      peakMemoryByteCount: peakMemoryByteCount ?? Int(usage.ru_maxrss) * maximumUnit)
  }

  #if canImport(Darwin)
    private static let maximumUnit = 1
    private static let peakMemoryByteCount: Int? = nil
  #else
    private static let maximumUnit = 1024

    /// What Linux has counted since the program was loaded; nil where it does not tell. Its other counter, that of all systems, begins
    /// with the memory of the process that started this one.
    private static var peakMemoryByteCount: Int? {
      guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return nil }
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first {
        $0.hasPrefix("VmHWM:")
      }
      return line.flatMap { Int($0.split(whereSeparator: { " \t".contains($0) })[1]) }.map { $0 * 1024 }
    }
  #endif
}
