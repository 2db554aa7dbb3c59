/// Step of reading: finds the source files of a corpus folder.
///
/// Hidden files and folders, every `README.md` and files of other types are passed over. Links to folders are not
/// followed, so a listing ends; a link to a file counts if the file lies in the corpus, else it is named in a
/// warning. The order is that of the paths' bytes.
struct FolderListing {
  private(set) var files: [(path: String, byteCount: Int)] = []
  private(set) var warnings: [Warning] = []
  private let root: String
  private let configuration: CorpusConfiguration

  /// - Parameter root: A real path.
  init(root: String, _ configuration: CorpusConfiguration) throws(CorpusError) {
    self.root = root
    self.configuration = configuration
    var folders = [""]
    while let folder = folders.popLast() {
      try list(folder, deeper: &folders)
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    warnings.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func list(_ folder: String, deeper folders: inout [String]) throws(CorpusError) {
    let names: [String?]
    do {
      names = try FileSystem.names(in: folder.isEmpty ? root : root + "/" + folder)
    } catch {
      throw .unreadable(path: folder.isEmpty ? root : folder, reason: error.reason)
    }
    for name in names {
      guard let name else {
        warn(folder, "a file whose name is not UTF-8 was passed over; rename it")
        continue
      }
      guard !name.hasPrefix("."), name.lowercased() != "readme.md" else { continue }
      let path = folder.isEmpty ? name : folder + "/" + name
      do {
        try add(path, deeper: &folders)
      } catch {
        throw .unreadable(path: path, reason: error.reason)
      }
    }
  }

  private mutating func add(_ path: String, deeper folders: inout [String]) throws(FileSystem.Refusal) {
    let full = root + "/" + path
    switch try FileSystem.entry(at: full) {
    case .folder: folders.append(path)
    case .file(let byteCount): if isSource(path) { files.append((path, byteCount)) }
    case .link: if isSource(path) { addLink(path, full: full) }
    case .other: if isSource(path) { warn(path, "not a regular file; passed over") }
    }
  }

  private func isSource(_ path: String) -> Bool {
    guard let format = SourceFile.Format(path: path), !configuration.ignores(path) else { return false }
    return !format.isTable || configuration.table(for: path) != nil
  }

  private mutating func addLink(_ path: String, full: String) {
    guard let target = FileSystem.realPath(full), let entry = try? FileSystem.target(at: target) else {
      warn(path, "a link that leads nowhere; passed over")
      return
    }
    guard case .file(let byteCount) = entry else { return }
    guard target.hasPrefix(root == "/" ? root : root + "/") else {
      warn(path, "a link out of the corpus; passed over. Copy the file into the corpus instead")
      return
    }
    files.append((path, byteCount))
  }

  private mutating func warn(_ path: String, _ message: String) {
    warnings.append(Warning(path: path, line: nil, message: message))
  }
}
