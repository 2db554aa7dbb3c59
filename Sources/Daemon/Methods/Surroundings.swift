import Query
import Search
import Wire

/// Which paragraphs around those asked for by name are returned with them.
struct Surroundings {
  private let before: Int
  private let after: Int

  /// - Throws: If more is asked for than is given around one, or around all together.
  init(_ parameters: GetParameters, _ limits: Limits) throws(WireError) {
    before = try Self.count(parameters.before, "before")
    after = try Self.count(parameters.after, "after")
    let total = parameters.ids.count * (before + 1 + after)
    guard before + after == 0 || total <= limits.contextParagraphs else {
      throw WireError(
        .tooLarge,
        "\(parameters.ids.count) ids with \(before + after) paragraphs around each are \(total) paragraphs; at most "
          + "\(limits.contextParagraphs) at once", hint: "ask in several requests, or for fewer around each")
    }
  }

  /// - Throws: If something is asked for around a unit that is no paragraph.
  func check(_ units: [UnitID]) throws(WireError) {
    guard before + after > 0, let unit = units.first else { return }
    throw .invalidParameters(
      "\"\(unit)\" names a \(unit.level.rawValue), and \"before\" and \"after\" ask for what stands around a "
        + "paragraph; expected ids of paragraphs, such as talk#p12")
  }

  private static func count(_ asked: Int?, _ name: String) throws(WireError) -> Int {
    let count = asked ?? 0
    guard (0...GetParameters.contextLimit).contains(count) else {
      throw .invalidParameters("\"\(name)\" is \(count); expected 0 through \(GetParameters.contextLimit)")
    }
    return count
  }

  /// What stands around each of these paragraphs in its document, in their order.
  func contexts(
    of paragraphs: [NamedParagraph], in index: any SearchableIndex, _ options: SearchOptions
  ) throws(WireError) -> [[ContextMessage]] {
    guard before + after > 0 else { return paragraphs.map { _ in [] } }
    let wanted = paragraphs.map { neighbours(of: $0.id) }
    var found = try index.paragraphs(wanted.flatMap(\.self), options)[...]
    return zip(paragraphs, wanted).map { paragraph, neighbours in
      defer { found = found.dropFirst(neighbours.count) }
      // Behind the document's end there is none.
      return found.prefix(neighbours.count).compactMap(\.self).map {
        ContextMessage(
          place: $0.id.number < paragraph.id.number ? .before : .after, citation: "\($0.id)@\($0.digits)",
          hit: $0.hit)
      }
    }
  }

  private func neighbours(of id: ParagraphID) -> [ParagraphID] {
    // A number that is found is far from overflow.
    let numbers = max(1, id.number - before)...(id.number + after)
    return numbers.filter { $0 != id.number }.map { ParagraphID(document: id.document, number: $0) }
  }
}
