import Query
import Search
import Text

/// Holds our counts and our ten best to those of the peers, and finds out where differences come from.
///
/// The peers compare words byte by byte; we fold accents, and read no superscripts. Where that makes a difference, a scan of the
/// peers' words must give the peers' answer, and every paragraph that only we find must hold a word that we read otherwise.
struct AgreementCheck {
  private let index: BenchmarkIndex
  private let corpus: PeerCorpus
  private let peers: PeerResults
  private let parser = QueryParser()
  private var plain: PlainCollection?
  private var agreement = Agreement()

  /// - Parameter index: Of `corpus`.
  init(_ index: BenchmarkIndex, of corpus: PeerCorpus, _ peers: PeerResults) {
    self.index = index
    self.corpus = corpus
    self.peers = peers
  }

  /// Compares every query of some classes, which the peers' results are about.
  mutating func run(_ classes: [QueryClass]) throws -> Agreement {
    agreement = Agreement()
    for one in classes {
      for (number, query) in one.queries.enumerated() {
        guard let counts = peers.count[one.name], let lists = peers.top10[one.name] else { continue }
        try compare(query, of: one.name, count: counts[number], top10: lists[number])
      }
    }
    return agreement
  }

  private mutating func compare(
    _ query: PeerQuery, of queryClass: String, count: Int, top10: [PeerResults.Hit]
  ) throws {
    guard let parsed = try parser.parse(query.text).query else {
      throw BenchmarkError("\(query.text): nothing is asked")
    }
    agreement.queries += 1
    let name = "\(queryClass): \(query.text)"
    let ranking = try index.snapshot.rank(parsed)
    let ours = try index.snapshot.count(parsed).total
    if ranking.total != ours {
      agreement.unexplained.append("\(name): \(ours) counted, \(ranking.total) ranked")
    }
    if ours == count {
      agreement.equalCounts += 1
    } else if let words = try wordsReadOtherwise(query, parsed, theirs: count) {
      agreement.explainedCounts.append(
        Agreement.Difference(
          queryClass: queryClass, query: query.text, ours: ours, theirs: count, words: words))
    } else {
      agreement.unexplained.append("\(name): \(ours) paragraphs, the peers have \(count)")
    }
    try compareTopTen(
      ranking.units, top10.map { RankedUnit(number: corpus.number(ofLine: $0.line), score: $0.score) },
      query, name)
  }

  private mutating func compareTopTen(
    _ ours: [RankedUnit], _ theirs: [RankedUnit], _ query: PeerQuery, _ name: String
  ) throws {
    guard let difference = TopTen.firstDifference(ours, theirs) else {
      agreement.equalTopTens += 1
      return
    }
    let plain = try plainCollection().matches(query).prefix(10)
    if TopTen.firstDifference(Array(plain), theirs) == nil {
      agreement.explainedTopTens += 1
    } else {
      agreement.unexplained.append("\(name): \(difference)")
    }
  }

  /// The words that make us find more than the peers, each with the number of paragraphs that it brings; nil if words alone
  /// are not the reason.
  private mutating func wordsReadOtherwise(
    _ query: PeerQuery, _ parsed: Query, theirs: Int
  ) throws -> [String: Int]? {
    let plain = try plainCollection()
    let plainNumbers = Set(plain.matches(query).map(\.number))
    var options = SearchOptions()
    options.limit = index.figures.paragraphs
    let ourNumbers = Set(try index.snapshot.rank(parsed, options).units.map(\.number))
    guard plainNumbers.count == theirs, plainNumbers.isSubset(of: ourNumbers) else { return nil }
    var words: [String: Int] = [:]
    for number in ourNumbers.subtracting(plainNumbers) {
      let reasons = Set(plain.words(ofParagraph: number).filter { Self.isReadOtherwise($0, in: query) })
      if reasons.isEmpty { return nil }
      for reason in reasons { words[reason, default: 0] += 1 }
    }
    return words
  }

  /// Whether our analyzer makes a word of the query out of another word, or nothing out of one that may stand in a phrase.
  private static func isReadOtherwise(_ word: String, in query: PeerQuery) -> Bool {
    var buffer = TokenBuffer()
    Analyzer().analyze(PeerCorpus.spelled(word.utf8).span, into: &buffer)
    let terms = buffer.tokens.map { String(decoding: buffer.term(of: $0), as: UTF8.self) }
    return terms != [word] && (terms.isEmpty || !Set(terms).isDisjoint(with: query.words))
  }

  private mutating func plainCollection() throws -> PlainCollection {
    if let plain { return plain }
    let made = try PlainCollection(corpus.table)
    plain = made
    return made
  }
}
