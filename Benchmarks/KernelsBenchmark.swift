import ArgumentParser

/// Measures the inner loops alone: what a query is made of.
struct KernelsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: "Measure the inner loops: unpacking, finding ids, frequencies, positions, checksums.",
    discussion: """
      Prints three tables of nanoseconds, of made-up input that is always the same for the same --seed: integers of every width, \
      unpacked by blocks of 128 and one by one; a posting list of each form over 1,048,576 units (a posting in 100 units as gaps, in 16 \
      as bytes, in 3 as a bitmap), asked and walked; pages of a segment, summed. Each figure is the median of --runs runs of two \
      milliseconds or more, in processor time of the thread.

      What a later line of the second table has beyond an earlier one is the price of what it adds: frequencies by blocks over ids by \
      blocks, a frequency over the seek, a first position over the frequency.

      The input is small and lies in the caches. No figure is a limit, and no test holds any to one; compare figures of one machine, \
      before and after a change.
      """)

  @Option(help: "How often each figure is measured, of which the median counts.") var runs = 11
  @Option(help: "Any number; another one gives other input.") var seed: UInt64 = 1

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs is \(runs); at least 1 is expected") }
  }

  func run() throws {
    let timer = KernelTimer(runCount: runs)
    print(Circumstances.current.markdown)
    print(PackingKernels(timer: timer, seed: seed).table().text)
    print(try ListKernels(timer: timer, seed: seed).table().text)
    print(ChecksumKernel(timer: timer, seed: seed).table().text, terminator: "")
  }
}
