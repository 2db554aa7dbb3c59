import Foundation

extension Quality {
  /// The whole result for people.
  var markdown: String {
    """
    # How good rankings are

    \(circumstances.markdown)
    MAP (of the first 1,000) and nDCG@10, over the queries for which people judged a document relevant (`qrels.txt`). Each judged document is a \
    row of a table, and so a document of the index; documents are what was judged, so documents are ranked (`--level document`), for any of a query's \
    words (`--match any`), with k1 1.2 and b 0.75. All queries are asked in small letters, because in some collections they are all in capitals, which the query \
    language reads as operators and abbreviations. The marks that it knows (quotes, parentheses, colons, hyphens and so on) are spaces, but in the rows "as \
    written", where for example the words that a hyphen joins are a phrase. `--rank best` was trained on nothing.

    \(table.text)
    \(collectionTable.text)
    """
  }

  /// What gains are told over: Lucene if it was run.
  private var reference: String { rankings[rankings.count - 1] }

  private var table: MarkdownTable {
    var header = ["ranking"]
    for collection in collections { header += ["\(collection.name) MAP", "nDCG@10"] }
    let isBesideLucene = reference == LuceneEvaluation.name
    var table = MarkdownTable(header: header + (isBesideLucene ? ["MAP over Lucene's"] : []))
    for ranking in rankings {
      var row = [ranking]
      for collection in collections {
        let measures = collection.measures[ranking]
        row += [measures?.meanAveragePrecision, measures?.ndcg10].map { $0.map(Self.digits) ?? "" }
      }
      if isBesideLucene {
        row.append(gain(of: ranking, over: reference).map { String(format: "%+.1f%%", $0 * 100) } ?? "")
      }
      table.add(row)
    }
    return table
  }

  private var collectionTable: MarkdownTable {
    var table = MarkdownTable(header: ["collection", "documents", "queries"])
    for collection in collections {
      table.add([collection.name, "\(collection.documents)", "\(collection.queries)"])
    }
    return table
  }

  private static func digits(_ value: Double) -> String { String(format: "%.4f", value) }
}
