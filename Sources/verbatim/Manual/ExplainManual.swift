/// What `explain` says of itself.
enum ExplainManual {
  static let text = """
    Says what the score of a paragraph, statement or document for a query is made of: a line that sums it up, then a table \
    with the numbers behind it. An id is what a search prints: DOCUMENT#p12, DOCUMENT#s3, or DOCUMENT; it says what is ranked. \
    The score is the very one that a search gives, and its parts add up to it exactly; what is printed is rounded, JSON has all digits.

    Of what does not match, it says which clauses of the query are not so, and ends with 1.

    With --plan it says how the query is answered: what finds the best hits and what counts all of them, and how large the lists are that \
    are read. The query is answered for that, for the ten best by relevance, so that what is said is what was done. Of words that were asked \
    for before, by explain too, it is kept in memory what they can add, as long as the daemon runs, and they are found another way \
    then. A first word such as talk#p12 is then an id, \
    whose score is explained too; any other is part of the query.

    COLUMNS
      score  what it adds
      times  how often it stands there; 0 where it adds nothing
      words  the length of the paragraph, statement or document; above 40 words it is kept rounded down
      idf  how much its being rare counts; of a phrase, the sum over its words
      units  how many paragraphs, statements or documents have it

    A word that must stand in a statement (speaker:, mode:) counts there alone. Then each statement is scored for itself, and \
    has a row of its own if there are several.

    LISTS
    Of each word, with --plan: the paragraphs in its lists, the blocks of 128 that these are cut in, their bytes without positions, \
    and how they tell their paragraphs: bitmap (a bit for every paragraph), bytes (a byte for each) or gaps (the steps between them). \
    Two words that are frequent side by side have a list as a pair. The lists of all segments are counted together.

    JSON
    One object: "explanation" (null without an id) has "matches", "score", "parts" and "unmet"; "plan" (null without --plan) has "total", \
    "steps", "leaves", and "everyMatch", which says why every match was scored. "verbatim search --explain" gives each hit such an \
    explanation under "explain".

    \(Manual.environmentOfAnswers)

    \(Manual.files)

    EXIT CODES
      0  it matches; with --plan and no id, something does
      1  it does not, or there is no such id
      2  an error
      3  the index is of another format
      4  no daemon answers
      5  the time ran out

    EXAMPLES
      verbatim explain 2013-09-11-general-assembly-dialogue#p20 veto
      verbatim explain talk#s3 speaker:France veto
      verbatim explain --plan '"responsibility to protect"'
      verbatim explain talk#p12 veto --format json | jq '.explanation.parts[].score'
      verbatim search veto --explain  a line under each hit
    """
}
