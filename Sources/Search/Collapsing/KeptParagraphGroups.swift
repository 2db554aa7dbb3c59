internal import Synchronization

/// The groups of a snapshot's near-identical paragraphs, made when first asked for, and kept.
///
/// Nobody waits for another, so that each heeds a deadline of its own: who asks while they are made makes them too, and what is ready first is
/// kept. One whose deadline passes leaves nothing.
final class KeptParagraphGroups: Sendable {
  private let kept = Mutex<ParagraphGroups?>(nil)

  func value(_ make: () throws(SearchError) -> ParagraphGroups) throws(SearchError) -> ParagraphGroups {
    if let known = kept.withLock({ $0 }) { return known }
    let made = try make()
    return kept.withLock { kept in
      if let known = kept { return known }
      kept = made
      return made
    }
  }
}
