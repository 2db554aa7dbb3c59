import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Is there an index, of which format and generation, and can it be opened?
struct IndexExamination {
  let place: Place
  /// What the manifest says; nil if there is no manifest.
  private let manifest: [UInt8]?
  /// Opening takes no time, unless the disk is slow.
  private static let patience = Duration.seconds(60)
  private static let manifestByteLimit = 64 * 1024 * 1024

  init(place: Place) {
    self.place = place
    self.manifest = System.contents(
      of: place.manifestPath, byteLimit: Self.manifestByteLimit)
  }

  var isThere: Bool { manifest != nil }

  /// - Parameters:
  ///   - gravity: What it is if the index cannot be opened or built.
  ///   - canRun: Whether there is a program to open it with.
  ///   - isAnsweredFor: Whether a daemon answers already, so that a search builds nothing.
  func examine(
    _ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State, canRun: Bool, isAnsweredFor: Bool
  ) {
    guard let manifest else { return examineFolder(&report, gravity, isAnsweredFor: isAnsweredFor) }
    let head = try? JSONDecoder().decode(Head.self, from: Data(manifest))
    let described = head.map(Self.text) ?? "a manifest that cannot be read"
    guard canRun else {
      report.add("index", .note, described + "; not opened, for want of a verbatimd")
      return
    }
    do throws(ClientError) {
      try open(&report, described)
    } catch {
      report.add(
        "index", gravity, "\(described): \(error)", advice: "build it again: verbatim index build")
    }
  }

  /// What of the manifest is of interest to people.
  private struct Head: Decodable {
    var format: Int
    var generation: String
    var documents: Int
    var paragraphs: Int
  }

  private static func text(_ head: Head) -> String {
    "format \(head.format), documents: \(head.documents), paragraphs: \(head.paragraphs), "
      + "generation \(head.generation)"
  }

  /// Where there is no index yet, there must be a place for one.
  private func examineFolder(
    _ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State, isAnsweredFor: Bool
  ) {
    if FilePaths.real(place.indexDirectory) == FilePaths.real(place.corpusRoot) {
      return report.add(
        "index", gravity, "none in \(place.indexDirectory), and none can be built: it is the corpus",
        advice: "name another folder with --index or VERBATIM_INDEX")
    }
    var folder = place.indexDirectory
    while System.status(of: folder) == nil, folder != "/" { folder = FilePaths.directory(of: folder) }
    let isFolder = System.status(of: folder)?.kind == .folder
    if isFolder && System.isWritable(folder) {
      let outlook = report.isWell && !isAnsweredFor ? "; the first search builds it" : ""
      report.add("index", .fine, "none yet in \(place.indexDirectory)\(outlook)")
    } else {
      report.add(
        "index", gravity,
        "none in \(place.indexDirectory), and none can be built: \(folder) "
          + (isFolder ? "cannot be written" : "is not a folder"),
        advice: "name another folder with --index or VERBATIM_INDEX")
    }
  }

  /// Has a child open the index. It builds none, for there is one.
  private func open(_ report: inout DoctorReport, _ described: String) throws(ClientError) {
    var client = DaemonClient(place, .child)
    var status = try client.ask(.status, NoParameters())
    let deadline = ContinuousClock.now + Self.patience
    while status.state == .opening {
      guard ContinuousClock.now < deadline else {
        throw .childSilent(milliseconds: Int(Self.patience / .milliseconds(1)))
      }
      System.pause(microseconds: 2_000)
      status = try client.ask(.status, NoParameters())
    }
    if let problem = status.problem {
      throw .refused(WireError(code: WireError.Code.internal, message: problem))
    }
    report.add("index", .fine, described)
  }
}
