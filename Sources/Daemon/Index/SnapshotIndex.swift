internal import Indexing
package import Query
package import Search
import Text
package import Wire

/// A ``Snapshot`` in the words of the protocol.
package struct SnapshotIndex: SearchableIndex {
  private let snapshot: Snapshot
  private let indexDirectory: String

  package init(_ snapshot: Snapshot, indexDirectory: String) {
    self.snapshot = snapshot
    self.indexDirectory = indexDirectory
  }

  package var generation: String { snapshot.generation }

  package var counts: StatusReply.Counts {
    StatusReply.Counts(
      documents: snapshot.statistics.documentCount, paragraphs: snapshot.statistics.paragraphCount,
      tokens: snapshot.statistics.tokenCount)
  }

  package func search(
    _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> (total: Int, hits: [HitMessage]) {
    do throws(SearchError) {
      let result = try snapshot.search(query, options)
      return (result.total, result.hits.map(HitMessage.init))
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func paragraphs(
    _ ids: [ParagraphID], _ options: SearchOptions
  ) throws(WireError) -> [NamedParagraph?] {
    do throws(SearchError) {
      return try snapshot.paragraphs(ids, options).map { hit in
        hit.map { NamedParagraph(hit: HitMessage($0), digits: CitationDigits.of($0.text)) }
      }
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func count(_ query: Query, _ options: SearchOptions) throws(WireError) -> (total: Int, units: Int) {
    do throws(SearchError) {
      let result = try snapshot.count(query, options)
      return (result.total, result.unitCount)
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func trend(
    _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> (total: Int, rows: [TrendRowMessage]) {
    do throws(SearchError) {
      let result = try snapshot.trend(query, options)
      return (result.total, result.rows.map(TrendRowMessage.init))
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }
}

extension HitMessage {
  fileprivate init(_ hit: Hit) {
    self.init(
      id: hit.id, score: hit.score, document: DocumentMessage(hit.document), section: hit.section,
      kind: hit.kind, text: hit.text, highlights: hit.highlights.map { [$0.lowerBound, $0.upperBound] },
      positions: hit.positions.map { [$0.line, $0.column] },
      source: SourceMessage(
        path: hit.source.path, line: hit.source.line, column: hit.source.column, endLine: hit.source.endLine))
  }
}

extension DocumentMessage {
  fileprivate init(_ document: DocumentSummary) {
    self.init(
      id: document.id, title: document.title, date: document.date?.description, year: document.date?.year,
      kind: document.kind, publisher: document.publisher, language: document.language, symbol: document.symbol
    )
  }
}

extension TrendRowMessage {
  fileprivate init(_ row: TrendRow) {
    self.init(
      year: row.year, hits: row.hits, units: row.units, occurrences: row.occurrences, tokens: row.tokens)
  }
}
