extension BuildComparison {
  /// A table of building and one of sizes, each with its heading; `charts` are the names of their charts' files, if there are some.
  func markdown(charts: (build: String, size: String)?) -> String {
    var text = """

      ## Building

      From words that need no analysis, in a file, to lists with positions and without stored text, once each: this engine in a \
      process of its own on one thread, a peer by its runner. Processor time is that of all threads.


      """
    if let charts { text += "![Paragraphs indexed in a second of processor time](\(charts.build))\n\n" }
    text += buildTable.text + "\n"
    if bytesWithPairs != nil { text += "- Verbatim: its lists of pairs of words are built too\n" }
    for peer in peers where !peer.note.isEmpty { text += "- \(peer.engine): \(peer.note)\n" }
    text += """
      - Verbatim, whole: from files to an index that is checked, with text, stems and statements; memory is that of the whole \
      process that compares

      Ours over the best peer's with positions: \
      \(ratioText(.rate, rate)) of the paragraphs in a second of processor time, \
      \(ratioText(.peakMemory, Double(plain.peakMemoryByteCount))) of the memory.

      ## Size

      Lists with positions, dictionary and norms, without stored text; below them the whole of what this engine keeps: text, \
      stems, statements, places in the source and checksums too.


      """
    if let charts { text += "![Bytes of the index](\(charts.size))\n\n" }
    text += sizeTable.text
    text += "\nOurs over the smallest peer's with positions: \(ratioText(.size, Double(bytesWithoutPairs)))"
    if let bytesWithPairs {
      text += " without the lists of pairs of words, \(ratioText(.size, Double(bytesWithPairs))) with them"
    }
    return text + ".\n"
  }

  private func ratioText(_ measure: Measure, _ ours: Double) -> String {
    guard let best = best(measure) else { return "nothing to compare with" }
    return "\((ours / best.value).rounded(to: 2)) (\(best.peer.shortName))"
  }

  private var buildTable: MarkdownTable {
    var table = MarkdownTable(
      header: ["engine", "paragraphs a CPU second", "CPU seconds", "seconds", "peak memory, MB"])
    func add(_ name: String, _ paragraphs: Int, _ cpuSeconds: Double, _ seconds: Double, _ memory: Int) {
      table.add([
        name, Int(Double(paragraphs) / cpuSeconds).grouped, cpuSeconds.rounded(to: 2), seconds.rounded(to: 2),
        (memory / 1_000_000).grouped,
      ])
    }
    add("Verbatim", plain.paragraphs, plain.cpuSeconds, plain.seconds, plain.peakMemoryByteCount)
    for peer in peers {
      add(peer.shownName, plain.paragraphs, peer.cpuSeconds, peer.seconds, peer.peakMemoryBytes)
    }
    add(
      "Verbatim, whole", whole.paragraphs, whole.buildCPUSeconds, whole.buildSeconds, whole.peakMemoryBytes)
    return table
  }

  private var sizeTable: MarkdownTable {
    var table = MarkdownTable(header: ["index", "bytes", "bytes a word"])
    for row in sizes {
      table.add([
        row.name, row.byteCount.grouped, (Double(row.byteCount) / Double(max(1, plain.words))).rounded(to: 3),
      ])
    }
    return table
  }

  /// What each index takes, ours first.
  var sizes: [(name: String, byteCount: Int, isOurs: Bool)] {
    var sizes = [(name: "Verbatim", byteCount: bytesWithoutPairs, isOurs: true)]
    if let bytesWithPairs {
      sizes[0].name = "Verbatim, without pair lists"
      sizes.append((name: "Verbatim, with pair lists", byteCount: bytesWithPairs, isOurs: true))
    }
    sizes += peers.map { (name: $0.shownName, byteCount: $0.indexBytes, isOurs: false) }
    return sizes + [(name: "Verbatim, whole", byteCount: whole.bytes, isOurs: true)]
  }
}

extension EngineBuild {
  /// Its name, and what its index has not.
  var shownName: String { hasPositions ? shortName : shortName + " (no positions)" }
}
