import ArgumentParser
import Daemon
import Foundation
import Query
import Search
import Wire

/// What ``StartBenchmark`` runs again and again: opens an index, answers one query, and says how long both took.
struct StartProbe: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start-probe", shouldDisplay: false)

  @Option var index: String
  @Option var query: String

  /// Microseconds, and pages that had to be mapped.
  struct Figures: Codable {
    var open: Double
    var answer: Double
    var openFaults: Int
    var answerFaults: Int
    var replyBytes: Int
  }

  func run() throws {
    let clock = ContinuousClock()
    let (start, faultsAtStart) = (clock.now, ProcessUsage.pageFaultCount)
    let search = try InProcessSearch(openingIndexAt: index)
    let (opened, faultsAtOpen) = (clock.now, ProcessUsage.pageFaultCount)
    let reply = try search.reply(to: query)
    let answered = clock.now
    let figures = Figures(
      open: (opened - start) / .microseconds(1), answer: (answered - opened) / .microseconds(1),
      openFaults: faultsAtOpen - faultsAtStart, answerFaults: ProcessUsage.pageFaultCount - faultsAtOpen,
      replyBytes: reply.count)
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
  }
}
