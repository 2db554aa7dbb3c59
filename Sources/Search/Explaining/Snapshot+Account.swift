internal import Postings
package import Query
internal import Segment

extension Snapshot {
  /// How a search for `query` is answered: it is answered for that, and the search itself tells.
  package func account(
    of query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> AnswerAccount {
    var answers: [SegmentAnswer] = []
    let (total, _, reason) = try first(query, options) { answers.append($0) }
    return AnswerAccount(
      total: total, everyMatch: reason, segments: answers, leaves: try leafAccounts(query, options))
  }

  private func leafAccounts(
    _ query: Query, _ options: SearchOptions
  ) throws(SearchError) -> [LeafAccount] {
    let planner = QueryPlanner(
      segments: segments, space: UnitSpace(options.level), statistics: statistics, measure: .matches,
      options, groups: groups, shares: try ExpansionShares(of: query, in: segments, groups, options))
    var accounts: [LeafAccount] = []
    for (leaf, isInStatement) in query.leavesByPlace {
      try options.checkDeadline()
      let space = UnitSpace(options.level)
      let place = isInStatement ? space.ofStatements : space
      let ofPlace = planner.with(space: place)
      var lists: [ListAccount] = []
      for part in leaf.partsWithLists { lists += try ofPlace.node(part).lists(of: part, in: place) }
      let account = LeafAccount(text: leaf.interpreted, lists: lists)
      if !accounts.contains(account) { accounts.append(account) }
    }
    return accounts
  }
}

extension Query {
  /// All leaves, and whether each is asked of one statement, in the order of the query; not what stands inside of leaves.
  fileprivate var leavesByPlace: [(leaf: Query, isInStatement: Bool)] {
    var leaves: [(Query, Bool)] = []
    var pending: [(query: Query, isInStatement: Bool)] = [(self, false)]
    while let (query, isInStatement) = pending.popLast() {
      if query.isLeaf {
        leaves.append((query, isInStatement))
      } else if case .inStatement(let operand) = query {
        pending.append((operand, true))
      } else {
        pending += query.operands.reversed().map { ($0, isInStatement) }
      }
    }
    return leaves
  }
}

extension Query {
  /// What of a leaf is looked up for itself.
  fileprivate var partsWithLists: [Query] {
    switch self {
    case .sloppyPhrase(let words, _): words.map { .word($0) }
    case .synonyms(let alternatives): alternatives.flatMap(\.partsWithLists)
    default: [self]
    }
  }
}

extension QueryPlan.Node {
  /// The posting lists that the plan of a leaf reads, or read when it was counted, those of a word before those of the next.
  fileprivate func lists(of leaf: Query, in space: UnitSpace) -> [ListAccount] {
    var accounts = ListAccounts()
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .term(let entries, _): accounts.add(entries.compactMap(\.self), of: leaf)
      case .phrase(let lists, _):
        for lists in lists { accounts.add(lists, of: leaf, readsWords: lists?.whole == nil) }
      case .grouped(let leaves, _):
        for grouped in leaves {
          switch grouped {
          case .terms(let entries): accounts.add(entries, of: leaf)
          case .phrase(let lists):
            // Documents are made of whole paragraphs.
            accounts.add(lists, of: leaf, readsWords: space != .documents || lists.whole == nil)
          case nil: break
          }
        }
      case .and(let operands), .or(let operands): pending += operands.reversed()
      case .summed(let operand, _), .tallied(let operand, _, _), .lifted(let operand),
        .intervals(let operand, _, _, _):
        pending.append(operand)
      default: break
      }
    }
    return accounts.all
  }
}

/// Posting lists as they come, gathered by what they are of.
private struct ListAccounts {
  private(set) var all: [ListAccount] = []

  mutating func add(_ entries: [DictionaryEntry], of leaf: Query) {
    let isWord = if case .word = leaf { true } else { false }
    for entry in entries { add(entry.list, leaf.interpreted, isWord ? .word : .terms) }
  }

  /// - Parameter readsWords: Not where the list of a pair tells everything.
  mutating func add(_ lists: PhraseLists?, of leaf: Query, readsWords: Bool) {
    guard let lists else { return }
    let texts = leaf.phraseWords.map { Query.word($0).interpreted }
    for place in lists.words.indices where texts.indices.contains(place) {
      if readsWords { add(lists.words[place].list, texts[place], .word) }
      if let pair = lists.pairList(at: place) {
        add(pair, leaf.phraseWords[place...].prefix(2).map(\.text).joined(separator: " "), .pair)
      }
    }
  }

  private mutating func add(_ list: PostingList, _ text: String, _ kind: ListAccount.Kind) {
    let index = all.firstIndex { $0.text == text && $0.kind == kind }
    var account = index.map { all[$0] } ?? ListAccount(text: text, kind: kind)
    account.listCount += 1
    account.documentFrequency += list.documentFrequency
    account.blockCount += PostingsFormat.blockCount(documentFrequency: list.documentFrequency)
    account.byteCount += list.postings.count
    account.forms[list.form.name, default: 0] += 1
    if let index { all[index] = account } else { all.append(account) }
  }
}

extension Query {
  /// The words of a phrase, in their order.
  fileprivate var phraseWords: [QueryWord] {
    if case .phrase(let words) = self { words } else { [] }
  }
}

extension PostingList {
  fileprivate var form: ListForm { ListForm(documentFrequency: documentFrequency, unitCount: unitCount) }
}

extension ListForm {
  fileprivate var name: String {
    switch self {
    case .gaps: "gaps"
    case .bytes: "bytes"
    case .bitmap: "bitmap"
    }
  }
}
