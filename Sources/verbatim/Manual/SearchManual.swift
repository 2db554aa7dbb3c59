/// What `search` says of itself.
enum SearchManual {
  static let text = """
    SYNOPSIS
      verbatim [search] [OPTION]… WORD…

    DESCRIPTION
    Prints the paragraphs that match best, each with its document's title and date, its section, what matched, its id, \
    and its place: path:line:column. When there are more than were shown, standard error says so.

    The rank is BM25's: paragraphs in which the words are frequent and which are short come first, and rare words weigh \
    more than frequent ones. Equals stand in the order of the corpus. --explain says under each hit what its score is made of.

    With --rank best the first 1,000 are ranked again: words that the ten best have in common speak for those that have them \
    too. The same paragraphs match, and no more; those behind the first 1,000 follow in the plain order. It serves questions of a few words or whole \
    sentences (--match any) best, takes some milliseconds, and works at every level.

    With --collapse, of paragraphs that say nearly the same just the first in the order asked (with --rank best, the plain one) is shown, and below it where all of them \
    say it: "said in 9 documents, 2009–2018". Two paragraphs say nearly the same if at least four fifths of all their runs of three words are \
    in both; of fewer than eight words, if they have the same words in the same order. What is like a paragraph that is like a third is of \
    its group. Only paragraphs that match count; standard error says how many, and in how many groups. In json and jsonl a hit with others has \
    "said": {"paragraphs", "documents", "from", "to", "undated", "others"}, with the dates of the earliest and the latest document, how many have none if some have, and the ids of ten others \
    at most, which "verbatim get" prints; csv has these columns too. It goes with --level paragraph only.

    QUERY
    \(QueryManual.table)

    "verbatim help query" says more.

    FORMATS
      text  for people: long paragraphs are cut to what matched
      json  one object: the reply as the daemon gives it, all hits under "hits"; "statement" says which of a hit's "text" \
    is the statement's, if not all of it is, as "highlights" say what matched
      jsonl  a hit a line as they come, then a line {"summary": …} with the rest of the reply, and "shown"
      csv  comma-separated values (RFC 4180): id, date, title, speakers, section, text, path, line, column, \
    score, below a line that names them; the text of a statement is its own words
      markdown  each hit as a quotation, whole (of a statement its own words), what matched in bold, and the citation that cite gives below it
      vimgrep  path:line:column:text, a line for each occurrence, long paragraphs cut around it; for vim -q \
    and the like. What must be near each other is one occurrence, as it is for kwic

    \(Manual.environmentOfAnswers)

    \(Manual.files)

    \(Manual.exitCodesOfQueries)

    EXAMPLES
      verbatim veto
      verbatim search '"focal point"' --limit 3
      verbatim veto sanctions --match any --sort date
      verbatim how are mass atrocities prevented --match any --rank best
      verbatim veto --from 2009-07 --to 2013
      verbatim veto --explain
      verbatim veto --collapse
      verbatim -- -military  paragraphs without the word
      verbatim veto --limit 0 --format csv > veto.csv
      vim -q <(verbatim veto --limit 0 --format vimgrep)
      verbatim veto --limit 0 --format jsonl | jq -r 'select(.id) | .id'
    """
}
