import Indexing
import Search
import Segment
package import Wire

/// The index of a corpus on disk: opened by Search, built by Indexing.
package struct CorpusIndexSource: IndexSource {
  package let corpusRoot: String
  package let indexDirectory: String
  let configurationPath: String?

  /// - Parameters:
  ///   - corpusRoot: Made absolute and real.
  ///   - indexDirectory: Made absolute and real.
  ///   - configurationPath: What stands for the corpus's `corpus.yaml`; nil for that one.
  package init(corpusRoot: String, indexDirectory: String, configurationPath: String? = nil) {
    self.configurationPath = configurationPath
    self.corpusRoot = FilePaths.real(corpusRoot)
    self.indexDirectory = FilePaths.real(indexDirectory)
  }

  package func open() throws(WireError) -> any SearchableIndex {
    do throws(SegmentError) {
      return SnapshotIndex(try Snapshot(openingIndexAt: indexDirectory), of: self)
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func build(progress: (ProgressParameters) -> Void) throws(WireError) {
    do throws(BuildError) {
      _ = try builder.build { done in
        progress(
          ProgressParameters(
            documentsDone: done.documentsDone, documents: done.documentCount, bytesDone: done.bytesDone,
            bytes: done.byteCount))
      }
    } catch {
      throw WireError(error, corpusRoot: corpusRoot, indexDirectory: indexDirectory)
    }
  }

  package func corpusByteCount() throws(WireError) -> Int {
    do throws(BuildError) {
      return try builder.corpusByteCount()
    } catch {
      throw incomparable(error)
    }
  }

  package func check() throws(WireError) -> Comparison {
    do throws(BuildError) {
      return Comparison(try builder.check())
    } catch {
      throw incomparable(error)
    }
  }

  private func incomparable(_ error: BuildError) -> WireError {
    switch error {
    case .segment(let error): WireError(error, indexDirectory: indexDirectory)
    case .corpus, .indexInCorpus:
      WireError(code: WireError.Code.internal, message: "the corpus cannot be compared: \(error)")
    }
  }

  private var builder: IndexBuilder {
    IndexBuilder(
      corpusRoot: corpusRoot, indexDirectory: indexDirectory, configurationPath: configurationPath)
  }
}

extension Comparison {
  fileprivate init(_ report: FreshnessReport) {
    self.init(
      indexGeneration: report.generation, corpusGeneration: report.corpusGeneration,
      documents: report.documentCount, bytes: report.byteCount)
    pipeline = report.pipelineChanges.map { CheckReply.Change(then: $0.then, now: $0.now) }
    (added, changed, removed) = (report.added, report.changed, report.removed)
  }
}
