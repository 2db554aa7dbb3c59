import Corpus
import Indexing
package import Search
package import Wire

/// Receipts: the sources read again, each once for a request.
extension SnapshotIndex {
  package func receipts(
    of paragraphs: [NamedParagraph], _ options: SearchOptions, _ limits: Limits
  ) throws(WireError) -> [ReceiptOutcome] {
    let digests: [String: [UInt8]]
    do throws(SearchError) {
      digests = try snapshot.sourceDigests(ofDocuments: Set(paragraphs.map(\.id.document)), options)
    } catch {
      throw WireError(error, indexDirectory: source.indexDirectory)
    }
    let reader = Result { () throws(ReceiptError) in
      try ReceiptReader(
        corpusRoot: source.corpusRoot, configurationPath: source.configurationPath,
        byteCountLimit: limits.receiptSourceByteCount)
    }
    var outcomes: [Int: ReceiptOutcome] = [:]
    // One source at a time, so that no more than one is in memory.
    for (document, places) in Dictionary(grouping: paragraphs.indices, by: { paragraphs[$0].id.document }) {
      if let deadline = options.deadline, ContinuousClock.now >= deadline { throw .deadline }
      let path = paragraphs[places[0]].hit.source.path
      let source = Result { () throws(ReceiptError) in
        try reader.get().read(sourceAt: path, digest: digests[document] ?? [])
      }
      for place in places { outcomes[place] = ReceiptOutcome(of: paragraphs[place], from: source) }
    }
    return paragraphs.indices.compactMap { outcomes[$0] }
  }
}

extension ReceiptOutcome {
  fileprivate init(of paragraph: NamedParagraph, from source: Result<ReceiptReader.Source, ReceiptError>) {
    do throws(ReceiptError) {
      let receipt = try source.get().receipt(ofParagraph: paragraph.id.number, text: paragraph.hit.text)
      self = .receipt(ReceiptMessage(receipt))
    } catch {
      self = .refused(WarningMessage(error, paragraph: "\(paragraph.id)"))
    }
  }
}

extension WarningMessage {
  fileprivate init(_ error: ReceiptError, paragraph: String) {
    let rebuild = "to have the index agree with it: verbatim index build"
    func none(_ reason: String, hint: String? = nil, kind: ErrorKind? = nil) -> WarningMessage {
      WarningMessage(message: "no receipt of \(paragraph): \(reason)", hint: hint, kind: kind)
    }
    self =
      switch error {
      case .table(let path):
        none("it is of a row of the table \(path), and only texts have receipts")
      case .missing(let path):
        none("its source \(path) is gone since the index was built", hint: rebuild, kind: .indexStale)
      case .changed(let path):
        none("its source \(path) has changed since the index was built", hint: rebuild, kind: .indexStale)
      case .otherwiseRead(let path):
        none(
          "of its source \(path), which is as it was, another text is made now: by another version of verbatimd, or another corpus.yaml",
          hint: rebuild, kind: .indexStale)
      case .tooLarge(let path, let limit):
        none(
          "its source \(path) has more than \(limit) bytes, the most that are read for a receipt",
          hint: "to have receipts, split the file", kind: .tooLarge)
      case .corpus(let error):
        none("\(error)")
      }
  }
}

extension ReceiptMessage {
  fileprivate init(_ receipt: Receipt) {
    self.init(
      lines: receipt.lines.map { line in
        ReceiptLine(number: line.number, text: line.text, runs: line.runs.map(ReceiptRun.init))
      },
      joins: receipt.joins.map { join in
        ReceiptJoin(
          line: join.line, nextLine: join.nextLine, cause: join.cause.name, hyphen: join.hyphen?.name,
          space: join.hasSpace)
      })
  }
}

extension ReceiptRun {
  fileprivate init(_ run: Receipt.Run) {
    switch run.fate {
    case .kept: self.init(column: run.column, byteCount: run.byteCount, fate: .kept)
    case .spelled(let letters):
      self.init(column: run.column, byteCount: run.byteCount, fate: .spelled, letters: letters)
    case .removed(let removal):
      self.init(column: run.column, byteCount: run.byteCount, fate: .removed, reason: removal.name)
    case .elsewhere: self.init(column: run.column, byteCount: run.byteCount, fate: .elsewhere)
    }
  }
}
