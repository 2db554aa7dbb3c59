import Client

/// What a query can be.
enum QueryManual {
  static let page = ManualPage(topic: "query", summary: "what to ask for, and how", text: text)

  /// The language in a table, for the page of `search`.
  static let table = """
      veto  the word in any form: veto, vetoes, vetoed
      =veto  just this form; =US just the capitals
      "focal point"  these words one after the other, as written
      "focal point"~2  in this order, with at most two words between
      prevent*  any word that begins so
      vetto~1  any word one letter away; ~2 two
      veto NEAR/5 use  at most five words apart, neighbours being one; NEAR alone is NEAR/10
      veto ADJ/5 use  the same, the first before the second
      veto NEAR/s use  in one sentence; NEAR/p in one paragraph
      veto NOTNEAR/5 use  the first where the second is not so near
      veto france  both words
      veto OR sanctions  one of them or both
      veto NOT military  the first without the second
      -military  the same as NOT military
      veto (syria OR libya)  parentheses join
      year:2009..2013  in these years, both included
      speaker:France veto  the word in a statement of France, under any of its names
      mode:reported  in reported speech; also mode:speech, mode:turn
      date:2013-09..  from that month on; a day, a month or a year on either side
      about:Syria  a name of Syria in the text, outside the words that name the speaker
      title:dialogue  a word of the document's title; section:veto of a heading above the paragraph
      kind:report  also lang:en, doc:2013-09*, symbol:A/67/929
      level:statement  ranks statements, as --level does
    """

  private static let text = """
    A query is read as far as it can be: what cannot be read is taken as plain words, with a warning that says where, how it \
    was read and how to write it. --strict refuses every query that such a warning goes with (exit code 2), also where only \
    "and" stands in small letters or a field is none (autor:France). Of a field whose value can be none (mode:reprted, date:2013-13) the \
    value is looked for as words, and what has no word (speaker:*) is left out. JSON says under "interpreted" how a query was read.

    Quotation marks, parentheses and stars mean something to the shell too: put single quotes around them.

    LANGUAGE
    \(table)

    WORDS
    Capitals, accents and apostrophe-s make no difference: Cote finds Côte. A hyphenated word or a document's symbol is \
    found whole and by its parts: A/67/929, well-being, being.

    Words beside each other must all stand in one paragraph. With --match any one of them is enough, and paragraphs \
    with more of them come first; words such as "the" and "of" are then left out.

    A star and a tilde are held to words as written, not to stems. All stars and tildes of a query \
    together stand for at most 1,024 words: who needs less than an equal share has what it needs, the others share the rest, each \
    with its most frequent words. If any is cut, the answer says so and that it is incomplete (exit code 5).

    SYNONYMS
    A bare word that the corpus's synonyms.yaml has in a group finds all words and phrases of the group, which rank as one; \
    "interpreted" names them. In quotes or behind = it finds itself. The file is a list of groups:
      - [R2P, RtoP, responsibility to protect]
      - UNSC = Security Council
    It is read when an index is opened: "verbatim reload" after a change.

    NEAR
    NEAR, ADJ and NOTNEAR stand between words, phrases and groups: "focal point" NEAR/s (network OR group). They bind most, from left \
    to right. What is near is all from the first word of the one to the last of the other; of such stretches that hold one another \
    only the shortest count, and only what takes part in one is highlighted. They stand in one paragraph, and of a statement in \
    what of it stands there. Being near restricts; the rank is that of the words. A hyphenated word or a symbol that is found as a \
    whole (=follow-up, follow*) stands where its first part does, and is one word wide.

    OPERATORS
    AND, OR and NOT are operators in capitals only; "and" is a word. NOT binds more than AND, and AND more than OR. A dash is \
    an operator at the start of a word; on a command line, such a word needs "--" somewhere before it.

    DATES
    A document's date is a day, a month or only a year, and it is in a range if the two overlap. Undated documents match \
    no date. --from and --to say the same for the whole query.

    SPEAKERS
    A statement is what one speaker says in one go: a speech, a turn in a verbatim record, or a sentence of a report that says \
    what a speaker said. speaker: takes a name, a code or an adjective (France, FRA, "the French delegation", "Ban Ki-moon", \
    "Secretary-General"); what stands beside it is asked of that one statement, also where speaker: and mode: alone stand in parentheses: \
    "(speaker:France OR speaker:Chile) veto" is the word in what either says. speaker:(France AND Chile) is said by both \
    together, (speaker:France) (speaker:Chile) by each somewhere; "veto NOT (NOT speaker:France)" is the word anywhere in a unit with \
    something that France says. --speaker beside speaker: asks for both. --level statement ranks statements and quotes what each says in its best paragraph; --level document ranks documents.

    DOCUMENTS AND SECTIONS
    title: and section: ask for a word in any form, or with quotes for words as written, or with a star or tilde (title:dialog*); doc:, kind:, lang: and symbol: for the whole, \
    capitals and accents apart, or with a star for its beginning. doc: also takes what stands behind the last slash of an id, symbol: any words of one that \
    stand together (symbol:1973), lang:en is en-GB too. A field given twice means either; kind:(report OR speech) is the same.

    about: knows all names of states and organisations, also of those who say nothing in the collection: about:Syria is "Syrian \
    Arab Republic" too. level: alone, as in "count level:statement", asks for all that is of the level.

    WHAT IS NEW
    Every answer as JSON names the "generation" of the index. --since with it, or with its first six digits or more, asks for what that generation \
    lacked: paragraphs whose text their document has more often now than then (of equal ones the last), and statements and documents that \
    have such a paragraph. It narrows as dates do, shares and rates too. A paragraph that was rewritten is new; one that moved inside its document is \
    not; a file that was renamed is another document, all of it new. Without words, "verbatim --since GENERATION" lists all that is new. \
    The index keeps a history of its last 256 changes; of a generation that it does not know there is an error that names the oldest it knows. \
    "verbatim index diff" names the documents.

    NOTHING FOUND
    When nothing matches, standard error says of each part how many match it alone, and how many the rest matches without it; \
    words that stand nowhere, stars and tildes that no word is like, and values of fields that nothing has, come with those they may have been meant to be, with all \
    values where they are few, and with the years that the collection covers. Where a statement or a document has in several paragraphs \
    what no paragraph has, it says so, and how many do. Of a phrase, or words near each other, it says how many have the words at all; \
    where none has them all (0), how many have each. JSON has the same under "diagnosis": "clauses", "relaxed", "missing" and "values".

    LIMITS
    A query has at most 4,096 bytes, 1,024 words and 32 stars and tildes, and nests at most 256 deep.

    EXAMPLES
      verbatim '"responsibility to protect"'
      verbatim veto '(syria OR libya)' year:2011..
      verbatim veto NOT military
      verbatim -- veto -military
      verbatim =US sanctions
      verbatim '"focal point" NEAR/s network'
      verbatim 'prevent*' --level statement
      verbatim about:Syria speaker:France
      verbatim veto --speaker France --level statement
      verbatim veto --since 9f3c12
    """
}
