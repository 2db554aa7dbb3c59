import ArgumentParser
import Segment
import Wire

/// `verbatimd index diff`: what the index has that an earlier generation of it had not.
struct IndexDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in what documents the index differs from an earlier generation of it.",
    discussion: "What it does, its exit codes and examples: verbatim help index diff")

  @Argument(help: "The earlier generation, or its first six digits or more. (default: the one before)")
  var generation: String?

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let directory = IndexDirectory(path: FilePaths.real(place.indexDirectory))
    let present = IndexReport.orFailure { () throws(SegmentError) in try directory.manifest() }.generation
    let (since, documents) = IndexReport.orFailure { () throws(HistoryError) in
      try directory.history.difference(since: try earlier(than: present, in: directory), to: present)
    }
    let message = DifferenceMessage(
      indexDirectory: directory.path, generation: present, since: since,
      documents: documents.map(DifferenceMessage.Document.init))
    switch options.chosenFormat {
    case .text: IndexReport.print(message.headline, message.documents.map { ($0.change.rawValue, $0.text) })
    case .json: try IndexReport.print(json: message)
    }
  }

  /// The generation that is named, or the one before.
  private func earlier(than present: String, in directory: IndexDirectory) throws(HistoryError) -> String {
    if let generation { return generation }
    guard let previous = try directory.history.generation(before: present) else {
      throw .noEarlier(present: present)
    }
    return previous
  }
}

/// What `--format json` prints.
private struct DifferenceMessage: Encodable {
  enum Change: String, Encodable, CaseIterable {
    case added, changed, removed
  }

  struct Document: Encodable {
    var id: String
    var change: Change
    var paragraphsAdded: Int
    var paragraphsRemoved: Int

    init(_ document: DocumentChange) {
      id = document.id
      change =
        document.factsBefore == nil ? .added : document.factsAfter == nil ? .removed : .changed
      paragraphsAdded = document.addedCount
      paragraphsRemoved = document.removedCount
    }

    /// `talk +2 -1`; what is changed without a paragraph is changed in its title, date or the like.
    var text: String {
      var parts = [id]
      if paragraphsAdded > 0 { parts.append("+\(paragraphsAdded)") }
      if paragraphsRemoved > 0 { parts.append("-\(paragraphsRemoved)") }
      if parts.count == 1 {
        parts.append(change == .changed ? "(title, date or the like)" : "(no paragraph)")
      }
      return parts.joined(separator: " ")
    }
  }

  var indexDirectory: String
  var generation: String
  var since: String
  var documents: [Document]

  var headline: String {
    let counts = Change.allCases.map { change in (change, documents.count { $0.change == change }) }
    let added = documents.reduce(0) { $0 + $1.paragraphsAdded }
    let removed = documents.reduce(0) { $0 + $1.paragraphsRemoved }
    let parts = counts.filter { $0.1 > 0 }.map { "\(counted($0.1, "document")) \($0.0.rawValue)" }
    return "from \(since.prefix(12)) to \(generation.prefix(12)): "
      + (parts.isEmpty
        ? "no difference"
        : parts.joined(separator: ", ") + "; \(counted(added, "paragraph")) added, \(removed) removed")
  }
}
