/// What `cite` says of itself.
enum CiteManual {
  static let text = """
    DESCRIPTION
    Prints a citation of each id, in their order: who says it, if that is known, the document's title, publisher, date \
    and symbol, the number of the paragraph, and the id with six digits of a hash of the paragraph's text. With these \
    digits get and cite tell when the text under that id has changed since.

    A paragraph is cited for those who speak in it, a statement by the paragraph it begins in, a document as a whole. \
    What is reported of somebody is cited so: as reported in the document, and in a bibliography the speaker is \
    in the note, not the author.

    STYLES
      footnote  one line of plain text, which ends with the id
      markdown  the paragraph, or what of a statement its first paragraph has, as a quotation, and the footnote below it; \
    who speaks in a paragraph is named, though not all of it need be theirs
      bibtex  an entry for BibTeX and biblatex; its key is the id, with a colon for #
      csl-json  one array of items for citation processors and reference managers (pandoc, Zotero)

    An id that is not found is said on standard error, and the others are printed; the exit code is then 1. An entry that is asked for twice is \
    printed once in bibtex and csl-json. --format json prints the reply as the daemon gives it.

    \(Manual.environmentOfAnswers)

    \(Manual.files)

    EXIT CODES
      0  everything was found
      1  something was not
      2  an error
      3  the index is of another format
      4  no daemon answers
      5  the time ran out

    EXAMPLES
      verbatim cite 2013-09-11-general-assembly-dialogue#p20
      verbatim cite talk#p12@3f9a1c --style markdown
      verbatim cite talk#p12 talk#s3 report --style bibtex >> sources.bib
      verbatim cite $(verbatim veto --format jsonl | jq -r 'select(.id) | .id') --style csl-json
    """
}
