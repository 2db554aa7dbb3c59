"""Files that nobody writes on purpose: each an endless pattern that is cut at the size that is asked for.

A case is a name, the file it becomes, its size in the long form, and a function of a size that gives the bytes in pieces, so
that a file of 100 MB never stands in memory here.
"""

import collections
import itertools
import random

MEGABYTE = 1_000_000
# A hundred megabytes in one line, or a million of something.
LINE, MILLION = 100 * MEGABYTE, 1_000_000
# Files that people write by hand are refused beyond a mebibyte; just below they are read.
BY_HAND = 1 << 20

# `more`: bytes of memory that each byte of it may take beyond the common 25.
Case = collections.namedtuple("Case", "name file size pieces setting more", defaults=({}, 0))

COLUMNS = "rules:\n  - files: '*.csv'\n    columns: {text: text, speaker: who, id: id}\n  - files: '*.jsonl'\n    columns: {text: text}\n"


def repeat(unit, head="", tail=""):
    """`head`, then `unit` over and over, then `tail`: at most the size that is asked for, in whole units."""
    head, unit, tail = (text if isinstance(text, bytes) else text.encode() for text in (head, unit, tail))

    def pieces(size):
        count = max(1, (size - len(head) - len(tail)) // len(unit))
        yield head
        per_piece = max(1, 1_000_000 // len(unit))
        for _ in range(count // per_piece):
            yield unit * per_piece
        yield unit * (count % per_piece) + tail

    return pieces


def number(form, head="", tail=""):
    """As `repeat`, with the unit's number in each."""

    def pieces(size):
        written = len(head) + len(tail)
        yield head.encode()
        for start in itertools.count(0, 10_000):
            piece = "".join(form.format(i, i=i, name=name(i)) for i in range(start, start + 10_000)).encode()
            if written + len(piece) >= size:
                yield piece[: max(0, size - written)] if start == 0 else b""
                break
            written += len(piece)
            yield piece
        yield tail.encode()

    return pieces


def name(index):
    """A surname of its own for each number."""
    letters = []
    for _ in range(6):
        index, letter = divmod(index, 20)
        letters.append("bcdfghklmnprstvwzjqx"[letter] + "aeiou"[letter % 5])
    return "".join(letters).capitalize()


def noise(make):
    """A megabyte of what `make` gives for a source of randomness, as often as it takes."""

    def pieces(size):
        randomness = random.Random(size)
        while size > 0:
            piece = make(randomness)[:size]
            size -= len(piece)
            yield piece

    return pieces


def scalars(randomness):
    """Any characters that there are, words and lines apart."""
    ranges = [(0x20, 0x7E), (0x09, 0x0D), (0xA0, 0x24F), (0x300, 0x36F), (0x590, 0x6FF), (0x2000, 0x206F), (0x3040, 0x9FFF), (0xE000, 0x10FFFF)]
    drawn = (randomness.randint(*ranges[randomness.randrange(len(ranges))]) for _ in range(100_000))
    return "".join(map(chr, drawn)).encode()


def in_one_line():
    """What a line of 100 MB may consist of."""
    units = {
        "words": "peace and security are indivisible ",
        "no space": "abcdefghij",
        "digits": "0123456789",
        "brackets": "[",
        "angles": "<",
        "stars": "*",
        "parentheses": "(",
        "quotation marks": '"',
        "curly quotation marks": "“",
        "combining marks": "\u0301",
        "marks out of order": "\u0323\u0301",
        "full stops": ".",
        "capitals": "VETO ",
        "capitals unbroken": "A",
        "ideographs": "漢",
        "soft hyphens": "ab\u00ad",
        "only soft hyphens": "\u00ad",
        "letters of many marks": "a" + "\u0323\u0301" * 60,
        "joiners": "\u200d",
        "apostrophes": "a's",
        "hyphens": "a-",
        "symbols": "A/67/",
        "abbreviations": "U.S. ",
        "list marks": "1. ",
        "backquotes": "`a``",
        "links": "[a](b) ",
        "half links": "[a](",
        "emphasis": "*a ",
        "tags": "<u>",
        "line separators": "a\u2028",
        "NUL bytes": "\0",
        "names": "France, Mali and ",
        "reported speech": "France stressed that peace matters. ",
        "speakers in one sentence": "the representative of Mali, ",
        "stressed that": "stressed that ",
    }
    # Those of which each sign is a part of its own take some 100 bytes a byte, too much for most machines at full size.
    parts = ["line separators", "NUL bytes"]
    for kind, unit in units.items():
        yield kind, 10 * MEGABYTE if kind in parts else LINE, repeat(unit)


def in_many_lines():
    """A million of what stands on lines of its own."""
    units = {
        "headings": "# a\n",
        "headings apart": "# a\n\n",
        "underlined headings": "a\n=\n",
        "bullets": "- a\n",
        "numbered": "1. a\n",
        "words": "word\n",
        "words apart": "word\n\n",
        "hyphens at line ends": "inter-\n",
        "form feeds": "word of\n\f12\n",
        "turns": "Mr. Gasana (Rwanda): yes\n\n",
        "reports": "France stressed that peace matters.\n\n",
        "quotes": "> > a\n",
        "fences": "```\n",
        "comments": "<!-- a\n",
        "links": "[France](#)\n\n",
        "names": "France\nMali\n",
        "blank": "\n",
        "carriage returns": "\r",
        "dates": "11 September 2013\n",
        "page numbers": "word of\n\n7\n\n",
    }
    for kind, unit in units.items():
        yield kind, MILLION * len(unit), repeat(unit)
    many = "\u0323\u0301" * 100_000
    yield "a name of marks", 5 * MEGABYTE, repeat(f"Mr. Gasana{many} (Rwanda): yes\n\nMr. Mali (Chad): yes\n\n")
    yield "a reporting name of marks", 5 * MEGABYTE, repeat(f"Mr. Gasana{many} stressed that peace matters.\n\n")
    yield "a heading of marks", 5 * MEGABYTE, repeat(f"# France{many}\n\nThe text of it went on.\n\n")
    few = "\u0323\u0301" * 60
    yield "a name of few marks", 5 * MEGABYTE, repeat(f"Mr. Gasana{few} (Rwanda): yes\n\n# France{few}\n\n")
    yield "speakers", 100_000 * 40, number("Mr. {name} (Rwanda): yes, number {i}.\n\n")
    yield "reporting speakers", 100_000 * 40, number("Mr. {name} stressed that peace matters.\n\n")
    yield "different headings", 10 * MEGABYTE, number("# {name}\n\n{name}\n\n")


def texts():
    """Text and Markdown."""
    for head, kinds in [("one line of ", in_one_line()), ("lines of ", in_many_lines())]:
        for kind, size, pieces in kinds:
            for extension in ["txt", "md"]:
                yield Case(f"{head}{kind}", f"hostile.{extension}", size, pieces)
    # Each stands in the dictionary.
    yield Case("different words", "hostile.txt", 10 * MEGABYTE, number("w{i} "), more=50)


def encodings():
    """What is no text, or not in UTF-8."""
    controls = bytes(byte for byte in range(0x20))
    units = {
        "UTF-16": "\ufeff".encode("utf-16-le") + "word ".encode("utf-16-le"),
        "surrogates": b"\xed\xa0\x80\xed\xb0\x80 ",
        "overlong forms": b"\xc0\xaf\xe0\x80\xaf ",
        "beyond Unicode": b"\xf4\x90\x80\x80 ",
        "a cut sequence": b"word \xe2\x82",
        "control characters": controls + "".join(map(chr, range(0x7F, 0xA0))).encode(),
        "escape sequences": b"\x1b[31m\x1b]0;title\x07 word ",
        "byte order marks": "\ufeff".encode(),
    }
    for kind, unit in units.items():
        yield Case(kind, "hostile.txt", 20 * MEGABYTE, repeat(unit))
    yield Case("random bytes", "hostile.txt", 20 * MEGABYTE, noise(lambda source: source.randbytes(1_000_000)))
    for extension in ["txt", "md"]:
        yield Case("random characters", f"hostile.{extension}", 20 * MEGABYTE, noise(scalars))


def front_matter():
    """YAML at the head of a document."""
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    laughs += "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh"))
    heads = {
        "huge": ("title: x\nkey: ", "abc "),
        "many keys": ("title: x\n", None),
        "aliases": (laughs + "speaker: *h\nother: x", " "),
        "aliases as a key": (laughs + "? *h\n: x\n? *h\n: y", " "),
        "never closed": ("title: x\n", "word: x\n"),
    }
    for kind, (head, unit) in heads.items():
        tail = "" if kind == "never closed" else "\n---\n\nSaid here.\n"
        pieces = repeat(unit, "---\n" + head, tail) if unit else number("k{i}: x\n", "---\n" + head, tail)
        for size in [5 * MEGABYTE, 60_000]:
            yield Case(f"front matter, {kind}, {size} bytes", "hostile.md", size, pieces)
    for kind, pieces in [("indented", indented), ("brackets", repeat("[", "---\na: ", "\n---\nSaid."))]:
        yield Case(f"front matter, {kind}", "hostile.md", 60_000, pieces)


def indented(size):
    """Maps in maps, each a column further in."""
    lines, depth = [], 0
    while size > 0:
        lines.append(" " * depth + "a:")
        size -= depth + 3
        depth += 1
    yield ("---\n" + "\n".join(lines[:-1]) + "\n---\nSaid.\n").encode()


def settings():
    """`corpus.yaml` and `speakers.yaml`."""
    laughs = "x:\n- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"- &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh"))
    person = "- id: p1\n  kind: person\n  names: ["
    contents = {
        "corpus.yaml": {
            "5 MB": (5 * MEGABYTE, repeat("# x\n")),
            "aliases": (2_000, repeat(" ", laughs + "ignore: *h")),
            "aliases as a key": (2_000, repeat(" ", laughs + "? *h\n: y\n? *h\n: z")),
            "patterns": (BY_HAND, repeat('"**/a*a*a*b", ', "ignore: [", "z]")),
            "stars": (BY_HAND, repeat("*", 'ignore: ["', 'b"]')),
            "rules": (BY_HAND, repeat("  - files: '*'\n    kind: x\n", "rules:\n")),
            "fields": (BY_HAND, repeat("{year}", "rules:\n  - files: '*'\n    name: '", "'\n")),
            "indented": (BY_HAND, indented),
            "dashes": (BY_HAND, repeat("-\n ", "ignore: ")),
            "NUL bytes": (1_000, repeat("\0")),
            "escapes": (1_000, repeat(r"\e[31m\n", 'rules: [{"', '": x}]')),
            "marks": (BY_HAND, repeat("\u0323\u0301", "ignore: [a", "]\n")),
            "escaped marks": (BY_HAND, repeat(r"\u0323\u0301", '"a', '": x\n')),
        },
        "speakers.yaml": {
            "5 MB": (5 * MEGABYTE, repeat("# x\n")),
            "aliases": (2_000, repeat(" ", laughs.replace("x:\n", "", 1))),
            "people": (BY_HAND, number("- {{id: p{i}, kind: person, names: [{name}]}}\n")),
            "names of one": (BY_HAND, number("{name}, ", person, "Zed]\n")),
            "one name of many words": (BY_HAND, repeat("word ", person, "]\n")),
            "one name unbroken": (BY_HAND, repeat("w", person, "]\n")),
            "codes of one": (BY_HAND, number("{i}, ", "- id: p1\n  kind: state\n  names: [Zed]\n  codes: [", "1]\n")),
            "indented": (BY_HAND, indented),
            "escapes": (1_000, repeat(r"\e[31m\n", '- {"', '": x}\n')),
        },
    }
    for file, kinds in contents.items():
        for kind, (size, pieces) in kinds.items():
            yield Case(f"{file}, {kind}", file, size, pieces)


def tables():
    """CSV and JSON lines, with a `corpus.yaml` that says what the columns are."""
    setting = {"corpus.yaml": COLUMNS}
    head = "id,who,text\n"
    contents = {
        "csv": {
            "an unclosed quotation mark": (LINE, repeat("word ", head + '1,France,"')),
            "rows": (MILLION * 20, number("{i},France,yes it is\n", head)),
            "rows of one id": (MILLION * 20, repeat("1,France,yes it is\n", head)),
            "rows without text": (MILLION * 20, number("{i},,\n", head)),
            "columns": (MILLION * 8, number("c{i},", head[:-1] + ",", "z\n1,France,yes\n")),
            "columns, none of ours": (MILLION * 8, number("c{i},", "", "z\n1,France,yes\n")),
            "commas": (LINE // 4, repeat(",", head + "1,France,")),
            "quotation marks": (LINE // 4, repeat('""', head + '1,France,"', '"')),
            "a name of marks": (5 * MEGABYTE, repeat("\u0323\u0301", head + "1,a", ",yes\n")),
            "an id of marks": (5 * MEGABYTE, repeat("\u0323\u0301", head + "a", ",France,yes\n")),
            "a header of marks": (5 * MEGABYTE, repeat("\u0323\u0301", head[:-1] + ",a", "\n1,France,yes,no\n")),
            "an id of escapes": (1_000, repeat("\x1b[31m,,yes\n", head)),
            "a date of escapes": (1_000, repeat("1,\x1b[31m\u202e\n,yes\n", head)),
            "speakers": (100_000 * 40, number("{i},Mr. {name},yes it is\n", head)),
            "speakers in one cell": (5 * MEGABYTE, number("Mr. {name}; ", head + "1,", ",yes\n")),
            "NUL bytes": (5 * MEGABYTE, repeat("\0", head + "1,France,", "\n")),
        },
        "jsonl": {
            "nested": (200_000, repeat("[", '{"x":', "")),
            "nested and closed": (200_000, lambda size: [b'{"x":' + b"[" * (size // 2) + b"]" * (size // 2) + b',"text":"yes"}\n']),
            "rows": (MILLION * 20, repeat('{"text":"yes it is"}\n')),
            "keys": (MILLION * 10, number('"k{i}":1,', '{"text":"yes",', '"z":1}\n')),
            "escapes": (5 * MEGABYTE, repeat(r"\u0301", '{"text":"', '"}\n')),
            "half a surrogate": (5 * MEGABYTE, repeat(r"word ", '{"text":"', '\\ud800"}\n')),
            "a key of marks": (5 * MEGABYTE, repeat("\u0323\u0301", '{"text":"yes","a', '":1}\n')),
        },
    }
    for extension, kinds in contents.items():
        for kind, (size, pieces) in kinds.items():
            # Each different speaker stands in the index with its names.
            more = 25 if kind.startswith("speakers") else 0
            yield Case(f"{extension}, {kind}", f"hostile.{extension}", size, pieces, setting, more)


def pages():
    """What is imported: HTML, and text."""
    units = {
        "elements": (LINE // 20, repeat("<div>", "", "end")),
        "lists": (LINE // 20, repeat("<ul><li>a", "", "end")),
        "tables": (LINE // 20, repeat("<table><tr><td>a", "", "end")),
        "an unclosed comment": (LINE, repeat("a ", "<p>word<!--")),
        "an attribute": (LINE, repeat("a", '<p>word<p title="', '">end')),
        "an unclosed attribute": (LINE, repeat("a ", '<p>word<p title="')),
        "attributes": (MILLION * 10, number("a{i}=1 ", "<p>word<p ", ">end")),
        "one attribute again": (MILLION * 8, repeat("lang=en ", "<p>word<html ", ">end")),
        "entities": (MILLION * 5, repeat("&amp;")),
        "numbered entities": (MILLION * 10, repeat("&#x301;")),
        "half entities": (MILLION * 5, repeat("&CounterClockwiseContourIntegra")),
        "a number in an entity": (5 * MEGABYTE, repeat("9", "<p>&#", ";")),
        "paragraphs": (MILLION * 10, repeat("<p>word")),
        "headings": (MILLION * 10, repeat("<h1>word</h1>")),
        "a title": (5 * MEGABYTE, repeat("word ", "<title>", "</title><p>word")),
        "titles": (5 * MEGABYTE, repeat("<title>a</title>", "", "<p>word")),
        "line breaks": (MILLION * 4, repeat("<br>", "", "word")),
        "spaces": (LINE // 4, repeat(" ", "word", "word")),
        "stars": (5 * MEGABYTE, repeat("*", "<p>a")),
        "NUL bytes": (5 * MEGABYTE, repeat("\0", "<p>a")),
        "dates": (5 * MEGABYTE, repeat('<meta name="date" content="2013-09-11">', "", "<p>word")),
        "names of elements": (5 * MEGABYTE, number("<x{i} hidden>a</x{i}>", "<p>word", "<p>end")),
        "an element's name": (5 * MEGABYTE, repeat("a", "<p>word<", ">end")),
        "an encoding": (5 * MEGABYTE, repeat("x", '<meta charset="', '"><p>word')),
    }
    for kind, (size, pieces) in units.items():
        yield Case(f"HTML, {kind}", "hostile.html", size, pieces)
    yield Case("HTML, random bytes", "hostile.html", 5 * MEGABYTE, noise(lambda source: b"<p>word" + source.randbytes(1_000_000)))
    yield Case("HTML, UTF-16", "hostile.html", 5 * MEGABYTE, lambda size: [b"\xff\xfe" + ("<p>word" * (size // 14)).encode("utf-16-le")])
    yield Case("PDF, noise", "hostile.pdf", 5 * MEGABYTE, noise(lambda source: b"%PDF-1.7\n" + source.randbytes(1_000_000)))
    for kind, size, pieces in itertools.chain(in_one_line(), in_many_lines()):
        if kind in ["words", "brackets", "hyphens at line ends", "headings", "blank"]:
            yield Case(f"imported text, {kind}", "hostile.txt", min(size, 20 * MEGABYTE), pieces)
