"""End to end on gold: marked words are found as their speaker's, over the socket, at statement level.

usage: speakers.py BIN_FOLDER CORPUS CONFIG GOLD...

Each mark of a gold file (`verbatim help eval`) with `+` becomes a query for each of its speakers, `speaker:"NAME" WORDS --level
statement`; a hit must be a statement that names the speaker and stands in the mark's file. Each mark with `-` becomes one too, and
must not be found at the marked words. Prints the shares; exits 1 if fewer than 95 in a hundred are right.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

# A socket, an index or a corpus of the one who runs this is none of ours.
for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN, CORPUS, CONFIG = (os.path.abspath(path) for path in sys.argv[1:4])
LEAST = 0.95


def verbatim(*arguments):
    done = subprocess.run([BIN + "/verbatim", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"verbatim {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def marks(path):
    columns = None
    with open(path, encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(cells) < 4:
                continue
            if columns is None:
                columns = cells
            else:
                yield dict(zip(columns, cells))


def words(mark):
    """The marked words; without those that are cut by the mark's ends or are no words."""
    with open(os.path.join(CORPUS, mark["file"]), "rb") as file:
        line = file.read().split(b"\n")[int(mark["line"]) - 1]
    start = int(mark["column"]) - 1
    end = start + int(mark["length"])
    while start > 0 and chr(line[start - 1]).isalnum() and chr(line[start]).isalnum():
        start += 1
    while end < len(line) and chr(line[end]).isalnum() and chr(line[end - 1]).isalnum():
        end -= 1
    text = re.sub(r"\]\([^)]*\)|<[^>]*>|\*\*", " ", line[start:end].decode("utf-8", "ignore"))
    found = re.findall(r"[^\W_]{2,}", re.sub(r"['’]s\b", "", text))
    return [word for word in found if word not in ("AND", "OR", "NOT", "NEAR", "ADJ")]


def is_found(place, mark, name, terms):
    query = f'speaker:"{name}" ' + " ".join(terms)
    result = json.loads(verbatim("search", query, "--level", "statement", "--limit", "0", "--format", "json", *place))
    return any(
        hit["source"]["path"].endswith(mark["file"]) and hit["speakers"] and hit["level"] == "statement"
        # Other words of a speaker may hold the words of a mark that is not.
        and (mark["sign"] == "+" or hit["source"]["line"] <= int(mark["line"]) <= hit["source"]["endLine"])
        for hit in result["hits"]
    )


def main():
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        place = ["--corpus", CORPUS, "--config", CONFIG, "--index", folder + "/index", "--socket", folder + "/s"]
        try:
            verbatim("index", "build", *place[:6])
            right = everything = wrong = quiet = 0
            for gold in sys.argv[4:]:
                for mark in marks(gold):
                    terms = words(mark)
                    if mark["speakers"] == "nobody" or not terms or mark["sign"] == "?":
                        continue
                    for speaker in mark["speakers"].split(","):
                        names = [name.replace("-", " ") for name in speaker.split("|")]
                        found = any(is_found(place, mark, name, terms) for name in names)
                        if mark["sign"] == "+":
                            everything += 1
                            right += found
                            if not found:
                                print(f"not found: {mark['file']}:{mark['line']}: {speaker}: {' '.join(terms)}")
                        else:
                            quiet += 1
                            wrong += found
                            if found:
                                print(f"found: {mark['file']}:{mark['line']}: {speaker}: {' '.join(terms)}")
        finally:
            subprocess.run([BIN + "/verbatim", "stop", "--socket", folder + "/s"], stderr=subprocess.DEVNULL)
    print(f"found as their speaker's: {right} of {everything}; found as somebody's whose they are not: {wrong} of {quiet}")
    if right < LEAST * everything or wrong > (1 - LEAST) * quiet or everything == 0:
        sys.exit(1)


main()
