import Client

/// What a query can be.
enum QueryManual {
  static let page = ManualPage(topic: "query", summary: "what to ask for, and how", text: text)

  /// The language in a table, for the page of `search`.
  static let table = """
      veto  the word in any form: veto, vetoes, vetoed
      =veto  just this form; =US just the capitals
      "focal point"  these words one after the other, as written
      veto france  both words
      veto OR sanctions  one of them or both
      veto NOT military  the first without the second
      -military  the same as NOT military
      veto (syria OR libya)  parentheses join
      year:2009..2013  in these years, both included
      date:2013-09..  from that month on; a day, a month or a year on either side
    """

  private static let text = """
    A query is read as far as it can be: what cannot be read is taken as plain words, with a warning that says where. \
    --strict refuses it instead. JSON says under "interpreted" how a query was read.

    Quotation marks, parentheses and stars mean something to the shell too: put single quotes around them.

    LANGUAGE
    \(table)

    WORDS
    Capitals, accents and apostrophe-s make no difference: Cote finds Côte. A hyphenated word or a document's symbol is \
    found whole and by its parts: A/67/929, well-being, being.

    Words beside each other must all stand in one paragraph. With --match any one of them is enough, and paragraphs \
    with more of them come first; words such as "the" and "of" are then left out.

    OPERATORS
    AND, OR and NOT are operators in capitals only; "and" is a word. NOT binds most, then AND, and OR least. A dash is \
    an operator at the start of a word; on a command line, such a word needs "--" somewhere before it.

    DATES
    A document's date is a day, a month or only a year, and it is in a range if the two overlap. Undated documents match \
    no date. --from and --to say the same for the whole query.

    LIMITS
    A query has at most 4,096 bytes and 1,024 words, and nests at most 256 deep.

    EXAMPLES
      verbatim '"responsibility to protect"'
      verbatim veto '(syria OR libya)' year:2011..
      verbatim veto NOT military
      verbatim -- veto -military
      verbatim =US sanctions
    """
}
