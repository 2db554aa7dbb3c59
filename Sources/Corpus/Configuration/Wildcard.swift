/// A pattern for paths, as `corpus.yaml` writes them.
///
/// `*` stands for any run of characters and `?` for one, neither for a `/`; `**` as a whole component stands for any
/// number of folders. A pattern without a `/` is for the file's name, in whatever folder. Case counts.
struct Wildcard: Hashable, Sendable {
  let text: String
  private let components: [[Unicode.Scalar]]
  private let isForName: Bool

  init(_ text: String) {
    self.text = text
    components = Self.components(of: text)
    isForName = components.count == 1
  }

  /// - Complexity: O(*p* · *t*) for *p* characters of pattern and *t* of path.
  func matches(_ path: String) -> Bool {
    let path = Self.components(of: path)
    guard !isForName || components == [Self.anyFolders] else {
      return path.last.map { Self.matches(components[0], $0) } ?? false
    }
    return Self.align(components, path, isStar: { $0 == Self.anyFolders }, matches: Self.matches)
  }

  private static let anyFolders = Array("**".unicodeScalars)

  private static func components(of path: String) -> [[Unicode.Scalar]] {
    path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
  }

  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    align(
      pattern, name, isStar: { $0 == "*" }, matches: { mark, scalar in mark == "?" || mark == scalar })
  }

  /// Whether `text` is what `pattern` says, where a star is any run: the last star alone is ever gone back to.
  private static func align<Mark, Element>(
    _ pattern: [Mark], _ text: [Element], isStar: (Mark) -> Bool, matches: (Mark, Element) -> Bool
  ) -> Bool {
    var mark = 0
    var position = 0
    var retry: (mark: Int, position: Int)?
    while position < text.count {
      if mark < pattern.count, isStar(pattern[mark]) {
        retry = (mark, position)
        mark += 1
      } else if mark < pattern.count, matches(pattern[mark], text[position]) {
        mark += 1
        position += 1
      } else if let last = retry {
        retry = (last.mark, last.position + 1)
        mark = last.mark + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy(isStar)
  }
}
