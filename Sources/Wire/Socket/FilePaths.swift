/// Paths as text: made absolute, real and relative again.
package enum FilePaths {
  /// The user this process acts for.
  package static var userID: UInt32 { SystemCalls.userID }

  /// The current folder; `/` if it was removed.
  package static var currentDirectory: String { SystemCalls.currentDirectory ?? "/" }

  /// `path` under the current folder unless it starts with `/`, without `.`, empty components and trailing `/`.
  ///
  /// `..` stays, for what stands before it may be a symbolic link.
  package static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : currentDirectory + "/" + path
    return "/" + components(of: whole).filter { $0 != "." }.joined(separator: "/")
  }

  /// The path without symbolic links; of a path that does not exist (yet), the longest part that exists is made real
  /// and the rest is appended.
  package static func real(_ path: String) -> String {
    var existing = components(of: absolute(path))
    var rest: [String] = []
    while true {
      if let real = SystemCalls.realPath("/" + existing.joined(separator: "/")) {
        return "/" + resolved(components(of: real), rest).joined(separator: "/")
      }
      guard let last = existing.popLast() else { return absolute(path) }
      rest.insert(last, at: 0)
    }
  }

  /// The folder of an absolute path.
  package static func directory(of path: String) -> String {
    "/" + components(of: path).dropLast().joined(separator: "/")
  }

  /// `path`, absolute, as it is reached from `directory`, absolute; unchanged if only the root is shared.
  package static func relative(_ path: String, to directory: String) -> String {
    let target = components(of: path)
    let start = components(of: directory)
    let shared = zip(target, start).prefix { $0 == $1 }.count
    guard shared > 0 || start.isEmpty else { return path }
    let steps = Array(repeating: "..", count: start.count - shared) + target[shared...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// `rest`, none of which exists, below `existing`; so its `..` can only mean the component before.
  private static func resolved(_ existing: [String], _ rest: [String]) -> [String] {
    var components = existing
    for component in rest {
      if component != ".." {
        components.append(component)
      } else if !components.isEmpty {
        components.removeLast()
      }
    }
    return components
  }

  private static func components(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
  }
}
