/// What the best units for a query are about: pseudo-relevance feedback by the relevance model that is known as RM3.
///
/// The words of the units that are ranked first, each unit weighed by how likely it is to be what was asked for, say which other words
/// speak for a unit:
///
///     P(w | R) ∝ Σ over units D of P(w | D) · P(Q | D)        P(w | D) = frequency of w in D / length of D
///
/// BM25 scores are sums of logarithms, so P(Q | D) is taken for exp(score), and a unit far behind the first hardly counts. Stop words and
/// words of one letter are left out. Of the rest the likeliest ``mostTerms`` join the query, with as much weight together as the query's own words have
/// (the mixture with weight ½).
///
/// Lavrenko and Croft, "Relevance-Based Language Models", SIGIR 2001 (the model, RM1); Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and
/// HARD" (the mixture, RM3); Lv and Zhai, "A Comparative Study of Methods for Estimating Query Language Models with Pseudo
/// Feedback", CIKM 2009 (of five such models the most robust). Ten units and the weight ½ are what Indri and Anserini take; nothing here
/// was trained.
struct RelevanceModel {
  /// A unit that is ranked among the first.
  struct Unit {
    /// Its score, as a number of units of 2⁻²⁰.
    var score: Int
    /// How often it has each stem that may join a query.
    var frequencies: [[UInt8]: Int] = [:]
    /// All its words, stop words too.
    var wordCount = 0
  }

  /// A stem that speaks for a unit.
  struct Term: Equatable {
    var stem: [UInt8]
    /// P(w | R) among the terms chosen: they add up to 1.
    var probability: Double
  }

  /// Units whose words are looked at.
  static let mostUnits = 10
  /// Terms that join a query.
  static let mostTerms = 30

  /// The likeliest first, equals in the order of their bytes; none where the units have no word.
  let terms: [Term]

  /// - Parameter units: Best first.
  init(of units: [Unit]) {
    var likelihoods: [[UInt8]: Double] = [:]
    for unit in units where unit.wordCount > 0 {
      let behind = Double(unit.score - units[0].score) / Double(BM25.one)
      let weight = exponential(behind) / Double(unit.wordCount)
      for (stem, frequency) in unit.frequencies {
        likelihoods[stem, default: 0] += weight * Double(frequency)
      }
    }
    let chosen = likelihoods.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }.prefix(Self.mostTerms)
    let sum = chosen.reduce(0) { $0 + $1.value }
    // What is as unlikely as that weighs nothing.
    terms = sum > 0 ? chosen.map { Term(stem: $0.key, probability: $0.value / sum) } : []
  }
}
