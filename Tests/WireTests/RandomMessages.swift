import TestSupport
import Wire

/// Messages with every member drawn at random: present or not, empty or long, with scalars of every class.
struct RandomMessages {
  private var generator: SeededGenerator
  /// Whether strings have none of what is escaped for terminals alone.
  private let isPlain: Bool

  init(seed: UInt64, isPlain: Bool = false) {
    self.generator = SeededGenerator(seed: seed)
    self.isPlain = isPlain
  }

  // MARK: What messages are made of

  mutating func flag() -> Bool { Bool.random(using: &generator) }

  /// Of any magnitude.
  mutating func integer() -> Int {
    Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0..<64, using: &generator)
  }

  /// Any finite one: of all magnitudes, or such as scores are.
  mutating func number() -> Double {
    if flag() { return Double(integer() % 100_000_000) / 1_048_576 }
    let number = Double(bitPattern: generator.next())
    return number.isFinite ? number : 0
  }

  mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? { flag() ? value(&self) : nil }

  mutating func list<Element>(_ element: (inout Self) -> Element) -> [Element] {
    (0..<Int.random(in: 0..<4, using: &generator)).map { _ in element(&self) }
  }

  mutating func name<Name: CaseIterable>(_: Name.Type) -> Name {
    let names = Array(Name.allCases)
    return names[Int.random(in: 0..<names.count, using: &generator)]
  }

  mutating func string() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<24, using: &generator) {
      if let scalar = scalar() { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Scalars of one, two, three and four bytes of UTF-8, each class as likely as the others.
  private static let classes: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x22...0x22, 0x5C...0x5C, 0x2F...0x2F, 0x20...0x7E, 0x61...0x7A, 0xA0...0x7FF, 0x300...0x36F,
    0x800...0x1FFF, 0x2010...0x2029, 0x2030...0x205F, 0x2070...0xD7FF, 0xE000...0xFFFF,
    0x1_0000...0x10_FFFF, 0x1_F300...0x1_F9FF,
  ]
  private static let escapedForTerminals: [ClosedRange<UInt32>] = [
    0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069,
  ]

  private mutating func scalar() -> Unicode.Scalar? {
    let classes = isPlain ? Self.classes : Self.classes + Self.escapedForTerminals
    let range = classes[Int.random(in: 0..<classes.count, using: &generator)]
    return Unicode.Scalar(UInt32.random(in: range, using: &generator))
  }

  // MARK: Parts of replies

  mutating func warning() -> WarningMessage {
    WarningMessage(
      message: string(), hint: maybe { $0.string() }, start: maybe { $0.integer() },
      end: maybe { $0.integer() }, kind: maybe { $0.name(ErrorKind.self) })
  }

  mutating func error() -> WireError {
    if flag() { return WireError(code: integer(), message: string()) }
    return WireError(
      name(ErrorKind.self), string(), start: maybe { $0.integer() }, end: maybe { $0.integer() },
      hint: maybe { $0.string() })
  }

  mutating func document() -> DocumentMessage {
    DocumentMessage(
      id: string(), title: string(), date: maybe { $0.string() }, year: maybe { $0.integer() },
      kind: maybe { $0.string() }, publisher: maybe { $0.string() }, language: maybe { $0.string() },
      symbol: maybe { $0.string() })
  }

  mutating func hit() -> HitMessage {
    HitMessage(
      id: string(), level: string(), score: number(), document: document(), section: list { $0.string() },
      speakers: list { $0.string() }, kind: string(), text: string(),
      statement: maybe { random in random.list { random in random.list { $0.integer() } } },
      citation: maybe { $0.string() },
      highlights: list { random in random.list { $0.integer() } },
      positions: list { random in random.list { $0.integer() } },
      occurrences: maybe { random in
        random.list {
          OccurrenceMessage(start: $0.integer(), end: $0.integer(), line: $0.integer(), column: $0.integer())
        }
      },
      source: SourceMessage(path: string(), line: integer(), column: integer(), endLine: integer()),
      mode: maybe { $0.string() },
      evidence: maybe { EvidenceMessage(rule: $0.string(), words: $0.string()) },
      explain: maybe { $0.explanation() }, said: maybe { $0.said() })
  }

  mutating func said() -> SaidMessage {
    SaidMessage(
      paragraphs: integer(), documents: integer(), from: maybe { $0.string() }, to: maybe { $0.string() },
      undated: maybe { $0.integer() }, others: list { $0.string() })
  }

  mutating func explanation() -> ExplanationMessage {
    ExplanationMessage(
      matches: flag(), score: number(), k1: number(), b: number(),
      parts: list { random in
        PartMessage(
          text: random.string(), level: random.string(), inStatement: random.flag(),
          occurrences: random.integer(), frequency: random.integer(),
          terms: random.list {
            WeighedTermMessage(text: $0.string(), units: $0.integer(), idf: $0.number())
          }, units: random.integer(), idf: random.number(), averageLength: random.number(),
          portions: random.list {
            PortionMessage(frequency: $0.integer(), length: $0.integer(), score: $0.number())
          }, score: random.number())
      }, unmet: list { UnmetMessage(clause: $0.string(), reason: $0.string()) })
  }

  mutating func plan() -> PlanMessage {
    PlanMessage(
      total: integer(), everyMatch: maybe { $0.name(PlanMessage.EveryMatch.self) },
      steps: list {
        PlanStepMessage(
          best: $0.name(PlanStepMessage.Best.self), count: $0.name(PlanStepMessage.Count.self),
          segments: $0.integer())
      },
      leaves: list { random in
        PlanLeafMessage(
          text: random.string(),
          lists: random.list {
            PlanListMessage(
              text: $0.string(), kind: $0.name(PlanListMessage.Kind.self), lists: $0.integer(),
              paragraphs: $0.integer(), blocks: $0.integer(), bytes: $0.integer(),
              forms: ["gaps": $0.integer()])
          })
      })
  }

  mutating func receipt() -> ReceiptMessage {
    ReceiptMessage(
      lines: list { random in
        ReceiptLine(
          number: random.integer(), text: random.string(),
          runs: random.list {
            ReceiptRun(
              column: $0.integer(), byteCount: $0.integer(), fate: $0.name(ReceiptRun.Fate.self),
              reason: $0.maybe { $0.string() }, letters: $0.maybe { $0.string() })
          })
      },
      joins: list {
        ReceiptJoin(
          line: $0.integer(), nextLine: $0.integer(), cause: $0.string(), hyphen: $0.maybe { $0.string() },
          space: $0.flag())
      })
  }

  // MARK: Replies

  mutating func searchReply() -> SearchReply {
    var reply = SearchReply(
      query: string(), interpreted: string(), level: string(), generation: string(),
      total: maybe { $0.integer() }, groups: maybe { $0.integer() }, complete: flag(),
      warnings: list { $0.warning() }, elapsedMicroseconds: integer(), offset: integer(),
      cursor: maybe { $0.string() }, hits: list { $0.hit() })
    reply.diagnosis = maybe { $0.diagnosis() }
    return reply
  }

  mutating func diagnosis() -> DiagnosisMessage {
    DiagnosisMessage(
      clauses: list {
        DiagnosisMessage.Clause(
          text: $0.string(), total: $0.integer(), totalWithout: $0.maybe { $0.integer() })
      },
      relaxed: list { DiagnosisMessage.Relaxation(text: $0.string(), total: $0.integer()) },
      missing: list { random in
        DiagnosisMessage.MissingWord(
          word: random.string(),
          nearest: random.list { DiagnosisMessage.NearWord(word: $0.string(), paragraphs: $0.integer()) })
      },
      values: list { random in
        DiagnosisMessage.MissingValue(
          text: random.string(), nearest: random.values(), values: random.values(),
          from: random.maybe { $0.string() }, to: random.maybe { $0.string() },
          undated: random.maybe { $0.integer() })
      })
  }

  private mutating func values() -> [DiagnosisMessage.Value] {
    list { DiagnosisMessage.Value(text: $0.string(), total: $0.integer()) }
  }

  mutating func countReply() -> CountReply {
    var reply = CountReply(
      query: string(), interpreted: string(), level: string(), generation: string(),
      total: maybe { $0.integer() }, units: ["statement": integer(), "paragraph": integer()],
      complete: flag(), warnings: list { $0.warning() }, elapsedMicroseconds: integer())
    reply.diagnosis = maybe { $0.diagnosis() }
    return reply
  }

  mutating func trendReply() -> TrendReply {
    var reply = TrendReply(
      query: string(), interpreted: string(), level: string(), generation: string(), by: string(),
      rows: list {
        TrendRowMessage(
          year: $0.maybe { $0.integer() }, hits: $0.integer(), units: $0.integer(),
          occurrences: $0.maybe { $0.integer() }, tokens: $0.integer())
      }, total: maybe { $0.integer() }, complete: flag(), warnings: list { $0.warning() },
      elapsedMicroseconds: integer())
    reply.diagnosis = maybe { $0.diagnosis() }
    return reply
  }

  mutating func facetReply() -> FacetReply {
    var reply = FacetReply(
      query: string(), interpreted: string(), level: string(), generation: string(), field: string(),
      rows: list {
        FacetRowMessage(
          value: $0.maybe { $0.string() }, id: $0.maybe { $0.string() }, hits: $0.integer(),
          modes: $0.maybe {
            FacetModesMessage(speech: $0.integer(), turn: $0.integer(), reported: $0.integer())
          })
      }, rowCount: integer(), total: maybe { $0.integer() }, memberships: maybe { $0.integer() },
      reportedPrecision: maybe { PrecisionMessage(right: $0.integer(), judged: $0.integer()) },
      complete: flag(), warnings: list { $0.warning() }, elapsedMicroseconds: integer())
    reply.diagnosis = maybe { $0.diagnosis() }
    return reply
  }

  mutating func getReply() -> GetReply {
    GetReply(
      generation: string(),
      items: list {
        GetItem(
          asked: $0.string(), hit: $0.maybe { $0.hit() }, citation: $0.maybe { $0.string() },
          changed: $0.flag(), problem: $0.maybe { $0.string() },
          context: $0.list {
            ContextMessage(place: $0.name(ContextMessage.Place.self), citation: $0.string(), hit: $0.hit())
          }, receipt: $0.maybe { $0.receipt() },
          warnings: $0.list { $0.warning() })
      })
  }

  mutating func citation() -> CitationMessage {
    CitationMessage(
      id: string(), unit: string(), level: string(), document: document(), speakers: list { $0.string() },
      mode: maybe { $0.string() }, paragraphs: list { $0.integer() }, quote: maybe { $0.string() })
  }

  mutating func cslItem() -> CSLItem {
    var item = CSLItem(id: string(), type: string(), title: string())
    item.author = maybe { random in random.list { CSLName(literal: $0.string()) } }
    item.publisher = maybe { $0.string() }
    item.issued = maybe { random in CSLDate(parts: random.list { $0.list { $0.integer() } }) }
    item.number = maybe { $0.string() }
    item.locator = maybe { $0.string() }
    item.language = maybe { $0.string() }
    item.note = maybe { $0.string() }
    return item
  }

  mutating func citeReply() -> CiteReply {
    CiteReply(
      generation: string(), style: name(CitationStyle.self),
      items: list {
        CiteItem(
          asked: $0.string(), citation: $0.maybe { $0.citation() }, text: $0.maybe { $0.string() },
          csl: $0.maybe { $0.cslItem() }, changed: $0.flag(), problem: $0.maybe { $0.string() })
      })
  }

  mutating func kwicReply() -> KwicReply {
    var reply = KwicReply(
      query: string(), interpreted: string(), level: string(), generation: string(),
      total: maybe { $0.integer() }, occurrences: maybe { $0.integer() }, complete: flag(),
      warnings: list { $0.warning() }, elapsedMicroseconds: integer(), cursor: maybe { $0.string() },
      rows: list { $0.kwicRow() })
    reply.diagnosis = maybe { $0.diagnosis() }
    return reply
  }

  mutating func kwicRow() -> KwicRowMessage {
    KwicRowMessage(
      id: string(), document: document(), left: string(), match: string(),
      highlights: maybe { random in random.list { random in random.list { $0.integer() } } }, right: string(),
      source: SourceMessage(path: string(), line: integer(), column: integer(), endLine: integer()))
  }

  mutating func suggestReply() -> SuggestReply {
    SuggestReply(
      prefix: string(),
      suggestions: list {
        SuggestionMessage(
          text: $0.string(), kind: $0.name(SuggestionKindName.self), count: $0.maybe { $0.integer() },
          alias: $0.maybe { $0.string() })
      }, generation: string(), warnings: list { $0.warning() }, elapsedMicroseconds: integer())
  }

  mutating func explainReply() -> ExplainReply {
    ExplainReply(
      query: string(), interpreted: string(), level: string(), generation: string(),
      id: maybe { $0.string() },
      explanation: maybe { $0.explanation() }, plan: maybe { $0.plan() }, warnings: list { $0.warning() },
      elapsedMicroseconds: integer())
  }

  mutating func helloReply() -> HelloReply {
    HelloReply(
      server: string(), version: string(), pid: integer(), corpusRoot: string(), indexDirectory: string(),
      methods: list { $0.string() })
  }

  mutating func statusReply() -> StatusReply {
    var reply = StatusReply(
      pid: integer(), version: string(), uptimeSeconds: integer(), state: flag() ? .ready : .failed,
      problem: maybe { $0.string() }, generation: maybe { $0.string() },
      freshness: flag() ? .fresh : .unknown,
      counts: maybe {
        StatusReply.Counts(
          documents: $0.integer(), paragraphs: $0.integer(), statements: $0.integer(), tokens: $0.integer())
      }, corpusRoot: string(), indexDirectory: string(), socket: maybe { $0.string() },
      requestsServed: integer(), connections: integer())
    reply.warnings = list { $0.warning() }
    return reply
  }

  mutating func checkReply() -> CheckReply {
    CheckReply(
      generation: string(), indexGeneration: string(), corpusGeneration: string(), documents: integer(),
      bytes: integer(),
      pipeline: list { random in
        CheckReply.Change(then: random.maybe { $0.string() }, now: random.maybe { $0.string() })
      }, added: list { $0.string() }, changed: list { $0.string() }, removed: list { $0.string() },
      elapsedMicroseconds: integer())
  }

  mutating func reloadReply() -> ReloadReply {
    ReloadReply(generation: string(), previous: maybe { $0.string() }, warnings: list { $0.warning() })
  }

  // MARK: Parameters

  mutating func queryParameters<Asked: QueryParameters>(_: Asked.Type) -> Asked {
    var parameters = Asked(query: string())
    parameters.timeout = maybe { $0.integer() }
    parameters.strict = maybe { $0.flag() }
    parameters.match = maybe { $0.name(MatchMode.self) }
    parameters.from = maybe { $0.string() }
    parameters.to = maybe { $0.string() }
    parameters.level = maybe { $0.name(UnitLevel.self) }
    parameters.speakers = list { $0.string() }
    parameters.since = maybe { $0.string() }
    return parameters
  }

  mutating func searchParameters() -> SearchParameters {
    var parameters = queryParameters(SearchParameters.self)
    parameters.limit = maybe { $0.integer() }
    parameters.cursor = maybe { $0.string() }
    parameters.sort = maybe { $0.name(SearchParameters.Sort.self) }
    parameters.rank = maybe { $0.name(SearchParameters.Rank.self) }
    parameters.k1 = maybe { $0.number() }
    parameters.b = maybe { $0.number() }
    parameters.explain = maybe { $0.flag() }
    parameters.collapse = maybe { $0.flag() }
    return parameters
  }

  mutating func explainParameters() -> ExplainParameters {
    var parameters = queryParameters(ExplainParameters.self)
    parameters.id = maybe { $0.string() }
    parameters.plan = maybe { $0.flag() }
    parameters.k1 = maybe { $0.number() }
    parameters.b = maybe { $0.number() }
    return parameters
  }

  mutating func facetParameters() -> FacetParameters {
    var parameters = queryParameters(FacetParameters.self)
    parameters.field = name(FacetFieldName.self)
    parameters.limit = maybe { $0.integer() }
    return parameters
  }

  mutating func getParameters() -> GetParameters {
    var parameters = GetParameters(ids: list { $0.string() })
    parameters.receipt = maybe { $0.flag() }
    parameters.before = maybe { $0.integer() }
    parameters.after = maybe { $0.integer() }
    parameters.timeout = maybe { $0.integer() }
    return parameters
  }

  mutating func citeParameters() -> CiteParameters {
    var parameters = CiteParameters(ids: list { $0.string() })
    parameters.style = maybe { $0.name(CitationStyle.self) }
    parameters.timeout = maybe { $0.integer() }
    return parameters
  }

  mutating func kwicParameters() -> KwicParameters {
    var parameters = queryParameters(KwicParameters.self)
    parameters.limit = maybe { $0.integer() }
    parameters.cursor = maybe { $0.string() }
    parameters.sort = maybe { $0.name(SearchParameters.Sort.self) }
    parameters.width = maybe { $0.integer() }
    return parameters
  }

  mutating func suggestParameters() -> SuggestParameters {
    var parameters = SuggestParameters(prefix: string())
    parameters.limit = maybe { $0.integer() }
    parameters.kinds = maybe { random in random.list { $0.name(SuggestionKindName.self) } }
    parameters.timeout = maybe { $0.integer() }
    return parameters
  }
}
