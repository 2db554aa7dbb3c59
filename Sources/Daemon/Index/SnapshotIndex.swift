internal import Corpus
internal import Indexing
package import Query
package import Search
import Text
package import Wire

/// A ``Snapshot`` in the words of the protocol.
package struct SnapshotIndex: SearchableIndex {
  let snapshot: Snapshot
  let source: CorpusIndexSource
  package let synonyms: Synonyms
  package let names: KnownNames
  /// What is wrong with the corpus's own files.
  private let flaws: [WarningMessage]
  private var indexDirectory: String { source.indexDirectory }

  package init(_ snapshot: Snapshot, of source: CorpusIndexSource) {
    self.snapshot = snapshot
    self.source = source
    var flaws: [WarningMessage] = []
    do throws(CorpusError) {
      let file = try SynonymsFile(ofCorpus: source.corpusRoot)
      synonyms = Synonyms(file.groups)
      // Many would only be in the way of the answer.
      flaws = file.problems.prefix(3).map {
        WarningMessage(message: "a group of synonyms is not used: \($0)", hint: Self.mending)
      }
    } catch {
      synonyms = Synonyms()
      flaws.append(WarningMessage(message: "no synonyms are used: \(error)", hint: Self.mending))
    }
    do throws(CorpusError) {
      let table = try SpeakersFile.table(ofCorpus: source.corpusRoot)
      names = KnownNames { Self.bearers(in: table ?? .standard) }
    } catch {
      names = KnownNames { Self.bearers(in: .standard) }
      flaws.append(
        WarningMessage(
          message: "about: knows no names of the corpus's own: \(error)", hint: Self.mending))
    }
    self.flaws = flaws
  }

  package var notices: [WarningMessage] {
    do throws(CorpusError) {
      // Looked for each time: it may come back.
      _ = try CorpusReader.realFolder(source.corpusRoot)
      return flaws
    } catch {
      // It says itself what to do.
      return [WarningMessage(message: "the index cannot be compared with its corpus: \(error)")] + flaws
    }
  }

  /// The states and organisations of `table`; offices and people are spoken of in too many ways.
  private static func bearers(in table: SpeakerTable) -> [KnownNames.Bearer] {
    table.speakers.filter { $0.kind != .office && $0.kind != .person }.map { speaker in
      KnownNames.Bearer(
        names: speaker.names.map(\.text) + speaker.demonyms, codes: speaker.codes + [speaker.id])
    }
  }

  private static let mending = "mend the file, then: verbatim reload"

  package func diagnose(_ query: Query, _ options: SearchOptions) throws(WireError) -> DiagnosisMessage {
    do throws(SearchError) {
      return DiagnosisMessage(try snapshot.diagnose(query, options))
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func cutPatterns(in query: Query, _ options: SearchOptions) throws(WireError) -> [CutPattern] {
    do throws(SearchError) {
      return try snapshot.cutPatterns(in: query, options)
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package var generation: String { snapshot.generation }

  package func generation(named name: String) throws(WireError) -> String {
    do throws(SearchError) {
      return try snapshot.generation(named: name)
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package var counts: StatusReply.Counts {
    StatusReply.Counts(
      documents: snapshot.statistics.documents.unitCount,
      paragraphs: snapshot.statistics.paragraphs.unitCount,
      statements: snapshot.statistics.statements.unitCount, tokens: snapshot.statistics.paragraphs.tokenCount)
  }

  package func search(
    _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> (total: Int, groups: Int?, hits: [HitMessage]) {
    do throws(SearchError) {
      let result = try snapshot.search(query, options)
      return (result.total, result.groupCount, result.hits.map(HitMessage.init))
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func concordance(
    _ query: Query, _ options: SearchOptions, width: Int
  ) throws(WireError) -> (total: Int, units: [[KwicRowMessage]]) {
    do throws(SearchError) {
      let result = try snapshot.concordance(query, options)
      return (result.total, result.units.map { KwicRowMessage.rows(of: $0, width: width) })
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func paragraphs(
    _ ids: [ParagraphID], _ options: SearchOptions
  ) throws(WireError) -> [NamedParagraph?] {
    do throws(SearchError) {
      return zip(ids, try snapshot.paragraphs(ids, options)).map { id, hit in
        hit.map { NamedParagraph(id: id, hit: HitMessage($0), digits: CitationDigits.of($0.text)) }
      }
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func extents(_ ids: [UnitID], _ options: SearchOptions) throws(WireError) -> [NamedExtent?] {
    do throws(SearchError) {
      return try snapshot.extents(ids, options).map { extent in
        extent.map {
          NamedExtent(
            paragraphs: $0.paragraphs, statement: $0.statement.map(HitMessage.init), ownText: $0.ownText)
        }
      }
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }

  package func citations(
    _ ids: [UnitID], _ options: SearchOptions
  ) throws(WireError) -> [CitationMessage?] {
    do throws(SearchError) {
      return zip(ids, try snapshot.units(ids, options)).map { id, unit in
        unit.map { CitationMessage($0, named: id) }
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

  package func facet(
    _ field: FacetFieldName, _ query: Query?, _ options: SearchOptions
  ) throws(WireError) -> Facet {
    do throws(SearchError) {
      let result = try snapshot.facet(FacetField(field), query, options)
      return Facet(
        rows: result.rows.map { FacetRowMessage($0, of: field) }, total: result.total,
        memberships: result.memberships)
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

  package func suggestions(
    for prefix: String, limit: Int, kinds: [SuggestionKindName], _ options: SearchOptions
  ) throws(WireError) -> [SuggestionMessage] {
    do throws(SearchError) {
      return try snapshot.suggestions(
        for: prefix, limit: limit, kinds: Set(kinds.map(SuggestionKind.init)), options
      )
      .map {
        SuggestionMessage(
          text: $0.text, kind: SuggestionKindName($0.kind), count: $0.count, alias: $0.alias)
      }
    } catch {
      throw WireError(error, indexDirectory: indexDirectory)
    }
  }
}

extension SuggestionKind {
  fileprivate init(_ name: SuggestionKindName) {
    self =
      switch name {
      case .term: .term
      case .phrase: .phrase
      case .speaker: .speaker
      case .title: .title
      }
  }
}

extension SuggestionKindName {
  fileprivate init(_ kind: SuggestionKind) {
    self =
      switch kind {
      case .term: .term
      case .phrase: .phrase
      case .speaker: .speaker
      case .title: .title
      }
  }
}

extension FacetField {
  fileprivate init(_ name: FacetFieldName) {
    self =
      switch name {
      case .speaker: .speaker
      case .mode: .mode
      case .document: .document
      case .kind: .kind
      case .publisher: .publisher
      case .language: .language
      }
  }
}

extension FacetRowMessage {
  fileprivate init(_ row: FacetRow, of field: FacetFieldName) {
    self.init(
      value: row.value, id: row.id, hits: row.hits,
      modes: field == .speaker
        ? FacetModesMessage(
          speech: row.modes[.speech] ?? 0, turn: row.modes[.turn] ?? 0, reported: row.modes[.reported] ?? 0)
        : nil)
  }
}

extension DiagnosisMessage {
  fileprivate init(_ diagnosis: Diagnosis) {
    self.init(
      clauses: diagnosis.clauses.map {
        Clause(text: $0.text, total: $0.total, totalWithout: $0.totalWithout)
      },
      relaxed: diagnosis.relaxations.map { Relaxation(text: $0.text, total: $0.total) },
      missing: diagnosis.missingWords.map { missing in
        MissingWord(
          word: missing.word,
          nearest: missing.nearest.map { NearWord(word: $0.term, paragraphs: $0.documentFrequency) })
      },
      values: diagnosis.missingValues.map { missing in
        MissingValue(
          text: missing.text, nearest: missing.nearest.map { Value(text: $0.text, total: $0.total) },
          values: missing.values.map { Value(text: $0.text, total: $0.total) },
          from: missing.dates?.first, to: missing.dates?.last,
          undated: missing.undatedCount == 0 ? nil : missing.undatedCount)
      })
  }
}

extension HitMessage {
  fileprivate init(_ hit: Hit) {
    self.init(
      id: hit.id, level: hit.level.rawValue, score: hit.score, document: DocumentMessage(hit.document),
      section: hit.section, speakers: hit.speakers, kind: hit.kind, text: hit.text,
      statement: hit.statement?.map { [$0.lowerBound, $0.upperBound] },
      citation: hit.paragraph.map {
        "\(ParagraphID(document: hit.document.id, number: $0))@\(CitationDigits.of(hit.text))"
      },
      highlights: hit.highlights.map { [$0.lowerBound, $0.upperBound] },
      positions: hit.positions.map { [$0.line, $0.column] },
      occurrences: hit.occurrences.map(\.range) == hit.highlights
        ? nil : hit.occurrences.map(OccurrenceMessage.init),
      source: SourceMessage(
        path: hit.source.path, line: hit.source.line, column: hit.source.column, endLine: hit.source.endLine),
      mode: hit.mode?.rawValue,
      evidence: hit.attribution.map { EvidenceMessage(rule: $0.rule, words: $0.evidence) },
      explain: hit.explanation.map(ExplanationMessage.init), said: hit.said.map(SaidMessage.init))
  }
}

extension SaidMessage {
  fileprivate init(_ said: Said) {
    self.init(
      paragraphs: said.paragraphCount, documents: said.documentCount, from: said.from?.description,
      to: said.to?.description, undated: said.undatedCount == 0 ? nil : said.undatedCount, others: said.others
    )
  }
}

extension OccurrenceMessage {
  fileprivate init(_ occurrence: Occurrence) {
    self.init(
      start: occurrence.range.lowerBound, end: occurrence.range.upperBound,
      line: occurrence.position.line, column: occurrence.position.column)
  }
}

extension DocumentMessage {
  init(_ document: DocumentSummary) {
    self.init(
      id: document.id, title: document.title, date: document.date?.description, year: document.date?.year,
      kind: document.kind, publisher: document.publisher, language: document.language, symbol: document.symbol
    )
  }
}

extension CitationMessage {
  fileprivate init(_ unit: NamedUnit, named id: UnitID) {
    self.init(
      id: id.description, unit: id.description, level: id.level.rawValue,
      document: DocumentMessage(unit.hit.document), speakers: unit.voices, mode: unit.mode?.rawValue)
    guard id.level != .document, let last = unit.paragraphs.last else { return }
    // What `get` gives, and so can tell whether it has changed.
    let paragraph = ParagraphID(document: id.document, number: unit.paragraphs.lowerBound)
    self.id = "\(paragraph)@\(CitationDigits.of(unit.hit.text))"
    paragraphs = [paragraph.number, last]
    quote = QuotedText(unit.hit.text, unit.hit.statement?.map { [$0.lowerBound, $0.upperBound] }).text
  }
}

extension TrendRowMessage {
  fileprivate init(_ row: TrendRow) {
    self.init(
      year: row.year, hits: row.hits, units: row.units, occurrences: row.occurrences, tokens: row.tokens)
  }
}
