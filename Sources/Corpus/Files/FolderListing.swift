/// Step of reading: finds the source files of a corpus folder.
///
/// Hidden files and folders, every `README.md` and files of other types are passed over. Links to folders are not
/// followed, so a listing ends; a link to a file counts if the file lies in the corpus. A link out of the corpus, and what
/// is named as a source and is no regular file, are named in warnings; what is named as a source and cannot be
/// read is an error. The order is that of the paths' bytes.
struct FolderListing {
  private(set) var files: [(path: String, byteCount: Int)] = []
  private(set) var warnings: [Warning] = []
  private let root: String

  /// - Parameter root: A real path.
  init(root: String) throws(CorpusError) {
    self.root = root
    var folders = [""]
    while let folder = folders.popLast() {
      try list(folder, deeper: &folders)
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    warnings.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func list(_ folder: String, deeper folders: inout [String]) throws(CorpusError) {
    let names: [FileSystem.Name]
    do {
      names = try FileSystem.names(in: folder.isEmpty ? root : root + "/" + folder)
    } catch {
      // A folder below that is gone since it was listed is none.
      if error.isMissing && !folder.isEmpty { return }
      throw .unreadable(path: folder.isEmpty ? root : folder, reason: error.reason)
    }
    let prefix = folder.isEmpty ? "" : folder + "/"
    for name in names {
      switch name {
      case .text(let text):
        guard !text.hasPrefix("."), text.lowercased() != "readme.md" else { continue }
        try add(prefix + text, deeper: &folders)
      case .unreadable(let shown, let mayBeFolder):
        guard !shown.hasPrefix("."), mayBeFolder || SourceFile.Format(path: shown) != nil else { continue }
        throw .unreadableName(path: prefix + shown)
      }
    }
  }

  private mutating func add(_ path: String, deeper folders: inout [String]) throws(CorpusError) {
    let full = root + "/" + path
    do {
      switch try FileSystem.entry(at: full) {
      case .folder: folders.append(path)
      case .file(let byteCount): if isSource(path) { files.append((path, byteCount)) }
      case .link: try addLink(path, full: full)
      case .other: if isSource(path) { warn(path, "not a regular file; passed over") }
      }
    } catch {
      // What is gone since the folder was listed is not there: an editor's scratch file, for one.
      if error.isMissing { return }
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  private mutating func addLink(_ path: String, full: String) throws(FileSystem.Refusal) {
    let (target, entry): (String, FileSystem.Entry)
    do {
      target = try FileSystem.realPath(full)
      entry = try FileSystem.target(at: target)
    } catch {
      // A link of another name is none of ours, wherever it leads.
      guard isSource(path) else { return }
      throw FileSystem.Refusal(reason: "a link that cannot be followed: \(error.reason)")
    }
    let isInside = target == root || target.hasPrefix(root == "/" ? root : root + "/")
    switch entry {
    case .file(let byteCount) where isSource(path) && isInside: files.append((path, byteCount))
    case .file where isSource(path):
      warn(path, "a link out of the corpus; passed over. Copy the file into the corpus instead")
    // What a folder of the corpus holds is found there.
    case .folder where !isInside:
      warn(path, "a link to a folder out of the corpus; passed over. Copy the folder into the corpus instead")
    case .other where isSource(path): warn(path, "a link to what is not a regular file; passed over")
    default: break
    }
  }

  private func isSource(_ path: String) -> Bool { SourceFile.Format(path: path) != nil }

  private mutating func warn(_ path: String, _ message: String) {
    warnings.append(Warning(path: path, line: nil, message: message))
  }
}
