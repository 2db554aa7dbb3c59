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

    QUERY
    \(QueryManual.table)

    "verbatim help query" says more.

    FORMATS
      text  for people: long paragraphs are cut to what matched
      json  one object: the reply as the daemon gives it, all hits under "hits"
      jsonl  a hit a line as they come, then a line {"summary": …} with the rest of the reply, and "shown"
      vimgrep  path:line:column:text, a line for each occurrence, long paragraphs cut around it; for vim -q \
    and the like

    \(Manual.environmentOfAnswers)

    \(Manual.files)

    \(Manual.exitCodesOfQueries)

    EXAMPLES
      verbatim veto
      verbatim search '"focal point"' --limit 3
      verbatim veto sanctions --match any --sort date
      verbatim veto --from 2009-07 --to 2013
      verbatim veto --explain
      verbatim -- -military  paragraphs without the word
      vim -q <(verbatim veto --limit 0 --format vimgrep)
      verbatim veto --limit 0 --format jsonl | jq -r 'select(.id) | .id'
    """
}
