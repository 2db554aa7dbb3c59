"""End to end on the four raw papers: who is found, and that every hit leads back to its source.

usage: raw_papers.py BIN_FOLDER PAPERS_FOLDER

Exits 1 with the first thing that is wrong.
"""

import json
import os
import subprocess
import sys
import tempfile

# A socket, an index or a corpus of the one who runs this is none of ours.
for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN, PAPERS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


def verbatim(*arguments):
    """Runs the client; returns exit code and standard output."""
    done = subprocess.run([BIN + "/verbatim", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"verbatim {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()}")
    return done.returncode, done.stdout.decode()


def expect(condition, message):
    if not condition:
        sys.exit("wrong: " + message)


def check(place, query, dates, absent):
    code, output = verbatim("search", query, "--format", "json", "--limit", "0", *place)
    result = json.loads(output)
    found = {hit["document"]["date"] for hit in result["hits"]}
    expect(code == 0 and result["complete"], f"{query}: exit {code}")
    expect(found >= dates and not found & absent, f"{query}: hits from {sorted(found)}, expected {sorted(dates)}")
    expect(result["total"] == len(result["hits"]), f"{query}: total {result['total']}, {len(result['hits'])} hits")
    for hit in result["hits"]:
        expect(hit["highlights"], f"{hit['id']} has no highlight")
        start, end = hit["highlights"][0]
        source = hit["source"]
        with open(source["path"], encoding="utf-8", newline="\n") as file:
            line = file.read().split("\n")[source["line"] - 1].encode()
        word = hit["text"][start:end].split()[0].encode()
        expect(
            line[source["column"] - 1 :].startswith(word),
            f"{source['path']}:{source['line']}:{source['column']} does not show {word.decode()}",
        )
        expect(source["endLine"] >= source["line"], f"{hit['id']} ends before it starts")

    count = int(verbatim("count", query, *place)[1])
    trend = json.loads(verbatim("trend", query, "--format", "json", *place)[1])
    rows = sum(row["hits"] for row in trend["rows"])
    expect(count == rows == result["total"], f"{query}: count {count}, trend {rows}, search {result['total']}")
    print(f"{query}: {count} paragraphs from {', '.join(sorted(found))}")


with tempfile.TemporaryDirectory() as folder:
    place = ["--corpus", PAPERS, "--index", folder + "/index"]
    try:
        check(place, "veto", {"2009-09-25", "2013-04-16", "2013-09-11"}, {"2012-09-28"})
        check(place, '"focal point"', {"2012-09-28", "2013-04-16", "2013-09-11"}, {"2009-09-25"})
        check(place, "focal point", {"2012-09-28", "2013-04-16", "2013-09-11"}, {"2009-09-25"})
        check(place, '"responsibility to protect"', {"2009-09-25", "2012-09-28", "2013-04-16", "2013-09-11"}, set())
        code, output = verbatim("search", "zzzz", *place)
        expect(code == 1 and output == "", f"no hit: exit {code}, output {output!r}")
    finally:
        verbatim("stop", "--index", folder + "/index")
