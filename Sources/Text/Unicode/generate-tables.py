#!/usr/bin/env python3
"""Writes UnicodeTables.swift and SentenceTables.swift: what the Text room knows about Unicode.

usage: generate-tables.py [--check] UCD_DIR

UCD_DIR holds the Unicode Character Database (Debian: package unicode-data, /usr/share/unicode):
UnicodeData.txt, CaseFolding.txt, auxiliary/WordBreakProperty.txt, auxiliary/SentenceBreakProperty.txt and
emoji/emoji-data.txt, all of version VERSION. With --check nothing is written; the exit code is 1 when a file in
the repository differs.

Three tables come out, each a two-stage trie (Unicode Standard 5.1.1): `stage1[scalar >> SHIFT]` names a
block, `stage2[block << SHIFT | scalar & MASK]` is the value.

properties: one byte a scalar: the word-break class (UAX #29, table 3) in the low five bits, then
    0x20  makes a word: a letter (L*) that is no apostrophe, a decimal digit (Nd), a letter-like number (Nl)
    0x40  Extended_Pictographic (UTS #51)
    0x80  a capital letter (Lu)
folding: an index into `foldOffsets`; 0 means that the scalar stays as it is. Entry i is the UTF-8 in
    `foldBytes[foldOffsets[i] ..< foldOffsets[i + 1]]`, empty for what is dropped.
sentence break (in a file of its own, with a digest of its own, since the analyzer does not depend on it): the
    sentence-break class of a scalar (UAX #29, table 4).
"""

import hashlib
import os
import sys

VERSION = "15.0.0"
SHIFT = 7
FOLDER = os.path.dirname(os.path.abspath(__file__))

# The order is that of WordBreakClass in WordBreakClass.swift.
CLASSES = [
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format", "ALetter", "Hebrew_Letter", "Numeric",
    "Katakana", "ExtendNumLet", "MidLetter", "MidNum", "MidNumLet", "Single_Quote", "Double_Quote",
    "Regional_Indicator", "WSegSpace",
]

# The order is that of SentenceBreakClass in SentenceBreakClass.swift.
SENTENCE_CLASSES = [
    "Other", "CR", "LF", "Sep", "Extend", "Format", "Sp", "Lower", "Upper", "OLetter", "Numeric", "ATerm",
    "STerm", "Close", "SContinue",
]

IN_WORDS, PICTOGRAPHIC, CAPITAL = 0x20, 0x40, 0x80

# Foldings of ours, for letters that Unicode does not decompose but readers type without their stroke, and
# the apostrophes that stand for U+0027. Applied after case folding, so lower case only.
OURS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i",
    "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
    "\u02bc": "'", "\u2018": "'", "\u2019": "'", "\uff07": "'",
}

# Nonspacing marks that are accents or optional points, and so are dropped. Marks elsewhere (vowel signs of
# Indic scripts, Thai tones, Japanese voicing) spell a different word and stay.
ACCENTS = [
    (0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),  # combining
    (0x0483, 0x0489),  # Cyrillic titlo and its kin
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),  # Hebrew points
    (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4),  # Arabic points
    (0x06E7, 0x06E8), (0x06EA, 0x06ED),
]
VARIATION_SELECTORS = [(0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)]


# Goes into the generated file, as the licence asks.
NOTICE = """\
UNICODE LICENSE V3 (https://www.unicode.org/license.txt), for the data this file is made from, changed in form.

COPYRIGHT AND PERMISSION NOTICE

Copyright (c) 1991-2022 Unicode, Inc.

NOTICE TO USER: Carefully read the following legal agreement. BY DOWNLOADING, INSTALLING, COPYING OR OTHERWISE
USING DATA FILES, AND/OR SOFTWARE, YOU UNEQUIVOCALLY ACCEPT, AND AGREE TO BE BOUND BY, ALL OF THE TERMS AND
CONDITIONS OF THIS AGREEMENT. IF YOU DO NOT AGREE, DO NOT DOWNLOAD, INSTALL, COPY, DISTRIBUTE OR USE THE DATA
FILES OR SOFTWARE.

Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated
documentation (the "Data Files") or software and any associated documentation (the "Software") to deal in the
Data Files or Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data
Files or Software are furnished to do so, provided that either (a) this copyright and permission notice appear
with all copies of the Data Files or Software, or (b) this copyright and permission notice appear in associated
Documentation.

THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF
THIRD PARTY RIGHTS.

IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL
INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER
IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THE DATA FILES OR SOFTWARE.

Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise
to promote the sale, use or other dealings in these Data Files or Software without prior written authorization of
the copyright holder.
"""
LICENCE = "\n".join(f"// {line}".rstrip() for line in NOTICE.splitlines())


def fields(path):
    """The semicolon-separated fields of each line of `path`, comments and blank lines left out."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].strip()
            if line:
                yield [field.strip() for field in line.split(";")]


def property_values(path):
    """(scalar, value) for each line `FIRST..LAST ; VALUE` of `path`."""
    for row in fields(path):
        ends = row[0].split("..")
        for scalar in range(int(ends[0], 16), int(ends[-1], 16) + 1):
            yield scalar, row[1]


def within(scalar, ranges):
    return any(first <= scalar <= last for first, last in ranges)


class Database:
    def __init__(self, folder):
        breaks = [f"auxiliary/{kind}BreakProperty.txt" for kind in ("Word", "Sentence")]
        for name in ["CaseFolding.txt", *breaks]:
            self.require_version(os.path.join(folder, name))
        self.category, self.decomposition = {}, {}
        first = None
        for row in fields(os.path.join(folder, "UnicodeData.txt")):
            scalar = int(row[0], 16)
            if row[1].endswith(", First>"):
                first = scalar
                continue
            for each in range(first if row[1].endswith(", Last>") else scalar, scalar + 1):
                self.category[each] = row[2]
            if row[5] and not row[5].startswith("<"):
                self.decomposition[scalar] = [int(part, 16) for part in row[5].split()]
        self.case_folding = {
            int(row[0], 16): [int(part, 16) for part in row[2].split()]
            for row in fields(os.path.join(folder, "CaseFolding.txt")) if row[1] in "CF"
        }
        self.word_break, self.sentence_break = (
            dict(property_values(os.path.join(folder, name))) for name in breaks)
        self.pictographic = {
            scalar for scalar, value in property_values(os.path.join(folder, "emoji/emoji-data.txt"))
            if value == "Extended_Pictographic"
        }

    @staticmethod
    def require_version(path):
        with open(path, encoding="utf-8") as file:
            first = file.readline().strip()
        if VERSION not in first:
            sys.exit(f"{path}: expected Unicode {VERSION}, found: {first}")

    def decomposed(self, scalars):
        """Full canonical decomposition, without reordering. Hangul syllables stay whole."""
        for scalar in scalars:
            if scalar in self.decomposition:
                yield from self.decomposed(self.decomposition[scalar])
            else:
                yield scalar

    def is_dropped(self, scalar):
        category = self.category.get(scalar, "Cn")
        return (
            category == "Cf"
            or (category in ("Mn", "Me") and within(scalar, ACCENTS))
            or within(scalar, VARIATION_SELECTORS)
        )

    def folded(self, scalar):
        before, after = None, [scalar]
        while after != before:
            before = after
            cased = [to for each in self.decomposed(before) for to in self.case_folding.get(each, [each])]
            kept = [each for each in self.decomposed(cased) if not self.is_dropped(each)]
            after = [ord(to) for each in kept for to in OURS.get(chr(each), chr(each))]
        return after

    def properties(self, scalar):
        category = self.category.get(scalar, "Cn")
        value = CLASSES.index(self.word_break.get(scalar, "Other"))
        if (category[0] == "L" or category in ("Nd", "Nl")) and OURS.get(chr(scalar)) != "'":
            value |= IN_WORDS
        if scalar in self.pictographic:
            value |= PICTOGRAPHIC
        if category == "Lu":
            value |= CAPITAL
        return value


def two_stage(values):
    """The trie of `values`, one a scalar; equal blocks are kept once, the empty tail is cut off."""
    size = 1 << SHIFT
    stage1, stage2, known = [], [], {}
    for start in range(0, len(values), size):
        block = tuple(values[start:start + size])
        if block not in known:
            known[block] = len(known)
            stage2.extend(block)
        stage1.append(known[block])
    empty = known.get((0,) * size)
    while stage1 and stage1[-1] == empty:
        stage1.pop()
    return stage1, stage2


def packed(values, width):
    """`values` of `width` bits, packed into 64-bit words, the first in the lowest bits."""
    per_word = 64 // width
    for start in range(0, len(values), per_word):
        yield sum(value << (width * place) for place, value in enumerate(values[start:start + per_word]))


def swift_array(name, summary, width, values):
    if max(values) >> width:
        sys.exit(f"{name}: {max(values)} needs more than {width} bits")
    lines, line = [], "   "
    for word in packed(values, width):
        item = f" 0x{word:X},"
        if len(line) + len(item) > 110:
            lines.append(line)
            line = "   "
        line += item
    lines.append(line)
    body = "\n".join(lines)
    return f"  /// {summary} {width} bits each.\n  static let {name}: [UInt64] = [\n{body}\n  ]\n"


def digest(arrays):
    """The first 64 bits of the SHA-256 of the tables."""
    return hashlib.sha256(repr([array[3] for array in arrays]).encode()).hexdigest()[:16]


HEADER = f"""\
// Generated by generate-tables.py from the Unicode Character Database {VERSION}: do not edit.
//
{LICENCE}
// swift-format-ignore-file
"""


def unicode_tables(database):
    properties, folding = [], []
    entries, known = [b""], {}
    for scalar in range(0x110000):
        surrogate = 0xD800 <= scalar <= 0xDFFF
        properties.append(0 if surrogate else database.properties(scalar))
        to = [scalar] if surrogate else database.folded(scalar)
        if properties[-1] & IN_WORDS and not to:
            sys.exit(f"U+{scalar:04X} would fold to nothing")
        if to == [scalar]:
            folding.append(0)
            continue
        utf8 = "".join(map(chr, to)).encode()
        if utf8 not in known:
            known[utf8] = len(entries)
            entries.append(utf8)
        folding.append(known[utf8])

    offsets = [0]
    for entry in entries:
        offsets.append(offsets[-1] + len(entry))
    property_stages, fold_stages = two_stage(properties), two_stage(folding)
    arrays = [
        ("propertyStage1", f"The block of `propertyStage2` for `scalar >> {SHIFT}`.", 8, property_stages[0]),
        ("propertyStage2", "Word-break class and flags of each scalar.", 8, property_stages[1]),
        ("foldStage1", f"The block of `foldStage2` for `scalar >> {SHIFT}`.", 8, fold_stages[0]),
        ("foldStage2", "A scalar's place in `foldOffsets`; 0 keeps the scalar.", 16, fold_stages[1]),
        ("foldOffsets", "Where each folding starts in `foldBytes`, and the end of the last.", 16, offsets),
        ("foldBytes", "The foldings' UTF-8, one behind the other.", 8, list(b"".join(entries))),
    ]
    body = "\n".join(swift_array(*array) for array in arrays)
    return f"""\
{HEADER}
/// The tables behind ``WordBreakClass`` and ``Folding``, as two-stage tries.
enum UnicodeTables {{
  /// The version of Unicode the tables were made from.
  static let version = "{VERSION}"

  /// The first 64 bits of the tables' SHA-256; part of the analyzer's fingerprint.
  static let digest = "{digest(arrays)}"

  /// A block holds `1 << blockShift` scalars.
  static let blockShift: UInt32 = {SHIFT}

  /// The bits of a scalar that say where in its block it stands.
  static let blockMask: UInt32 = {(1 << SHIFT) - 1}

  /// Scalars from `propertyBlockCount << blockShift` on have no property.
  static let propertyBlockCount = {len(property_stages[0])}

  /// Scalars from `foldBlockCount << blockShift` on stay as they are.
  static let foldBlockCount = {len(fold_stages[0])}

{body}}}
"""


def sentence_tables(database):
    classes = [
        SENTENCE_CLASSES.index(database.sentence_break.get(scalar, "Other")) for scalar in range(0x110000)
    ]
    stages = two_stage(classes)
    arrays = [
        ("stage1", f"The block of `stage2` for `scalar >> {SHIFT}`.", 8, stages[0]),
        ("stage2", "The sentence-break class of each scalar.", 8, stages[1]),
    ]
    body = "\n".join(swift_array(*array) for array in arrays)
    return f"""\
{HEADER}
/// The table behind ``SentenceBreakClass``, a two-stage trie with the blocks of ``UnicodeTables``.
enum SentenceTables {{
  /// The first 64 bits of the tables' SHA-256; part of the sentence breaker's fingerprint.
  static let digest = "{digest(arrays)}"

  /// Scalars from `blockCount << UnicodeTables.blockShift` on have no class.
  static let blockCount = {len(stages[0])}

{body}}}
"""


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    folders = [argument for argument in arguments if not argument.startswith("-")]
    if len(folders) != 1 or any(a.startswith("-") and a != "--check" for a in arguments):
        sys.exit(__doc__)
    database = Database(folders[0])
    for name, generate in [("UnicodeTables.swift", unicode_tables), ("SentenceTables.swift", sentence_tables)]:
        path, text = os.path.join(FOLDER, name), generate(database)
        if not check:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            continue
        with open(path, encoding="utf-8") as file:
            if file.read() != text:
                sys.exit(f"{path} differs from what {folders[0]} gives; run generate-tables.py {folders[0]}")


if __name__ == "__main__":
    main()
