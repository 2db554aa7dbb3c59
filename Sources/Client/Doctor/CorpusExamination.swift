import Wire

/// Is the corpus there, and how many files in it could become documents?
struct CorpusExamination {
  let root: String

  /// - Parameter gravity: What it is if there is nothing to read.
  func examine(_ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State) {
    let advice = "name the folder of your documents with --corpus or VERBATIM_CORPUS"
    guard let status = System.status(of: root) else {
      report.add("corpus", gravity, "there is no folder \(root)", advice: advice)
      return
    }
    guard status.kind == .folder else {
      report.add("corpus", gravity, "\(root) is not a folder", advice: advice)
      return
    }
    let (count, unreadable) = Self.sources(below: root)
    if let unreadable {
      report.add(
        "corpus", gravity, "\(unreadable) cannot be read",
        advice: "make it readable: chmod u+rX \(unreadable)")
    } else if count == 0 {
      report.add(
        "corpus", gravity, "\(root) holds no .md or .txt file that could become a document", advice: advice)
    } else {
      report.add("corpus", .fine, "\(count) \(count == 1 ? "file" : "files") (.md and .txt)")
    }
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
