import Wire

/// Is the corpus there, and how many files in it could become documents?
struct CorpusExamination {
  let root: String

  /// - Parameter gravity: What it is if there is nothing to read.
  /// - Returns: Whether there is something.
  func examine(_ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State) -> Bool {
    let (count, problem) = look()
    if let problem {
      report.add("corpus", gravity, problem.found, advice: problem.advice)
    } else {
      report.add("corpus", .fine, "\(count) \(count == 1 ? "file" : "files") (.md and .txt)")
    }
    return problem == nil
  }

  private func look() -> (count: Int, problem: (found: String, advice: String)?) {
    let advice = "name the folder of your documents with --corpus or VERBATIM_CORPUS"
    guard let status = System.status(of: root) else { return (0, ("there is no folder \(root)", advice)) }
    guard status.kind == .folder else { return (0, ("\(root) is not a folder", advice)) }
    let (count, unreadable) = Self.sources(below: root)
    if let unreadable {
      return (count, ("\(unreadable) cannot be read", "make it readable: chmod u+rX \(unreadable)"))
    }
    guard count > 0 else {
      return (0, ("\(root) holds no .md or .txt file that could become a document", advice))
    }
    return (count, nil)
  }

  /// How many files would be read, and the first folder or file that cannot be.
  ///
  /// By their names only: what the builder makes of them, the builder says.
  static func sources(below root: String) -> (count: Int, unreadable: String?) {
    var count = 0
    var folders = [root]
    while let folder = folders.popLast() {
      guard let names = System.names(in: folder) else { return (count, folder) }
      for name in names.sorted() where !name.hasPrefix(".") && name.lowercased() != "readme.md" {
        let path = folder + "/" + name
        let kind = System.status(of: path)?.kind
        if kind == .folder {
          folders.append(path)
        } else if kind == .file, [".md", ".txt"].contains(where: name.lowercased().hasSuffix) {
          if !System.isReadable(path) { return (count, path) }
          count += 1
        }
      }
    }
    return (count, nil)
  }
}
