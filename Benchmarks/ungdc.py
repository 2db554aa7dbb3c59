"""Builds the index of the UN General Debate and holds its answers to a scan of the raw files.

usage: ungdc.py BIN_FOLDER TXT_FOLDER

TXT_FOLDER holds YEAR/ISO3_SESSION_YEAR.txt, 10,952 documents (Jankin, Baturo, Dasandi, doi:10.7910/DVN/0TJX8Y). Prints the
time and the peak memory of the build and the time of a query as a whole process; exits 1 if the build takes more than 4 GiB,
a file has not come in under its year and its state, or an answer differs from the scan. The scan knows nothing of the index: it joins lines, and looks for words by a regular expression.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata

# A socket, an index or a corpus of the one who runs this is none of ours.
for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN, TXT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
CONFIG = os.path.join(os.path.dirname(os.path.abspath(__file__)), "collections", "ungdc.yaml")
LIMIT = 4 << 30

# What is asked, and the words that answer it, in order.
QUERIES = {
    "veto": ["veto|vetoes|vetos|vetoed|vetoing"],
    '"focal point"': ["focal", "point"],
    '"responsibility to protect"': ["responsibility", "to", "protect"],
}


def scan():
    """For each query the number of occurrences in each statement that has one."""
    # Between two words: anything that is no letter, digit or mark.
    patterns = {
        query: re.compile(r"(?<!\w)" + r"[\W_]+".join(f"(?:{word})" for word in words) + r"(?:['’]s)?(?!\w)", re.IGNORECASE)
        for query, words in QUERIES.items()
    }
    found = {query: {} for query in QUERIES}
    for folder, _, names in os.walk(TXT):
        for name in names:
            if not name.endswith(".txt"):
                continue
            with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
                text = unicodedata.normalize("NFC", file.read())
            statement = os.path.relpath(os.path.join(folder, name), TXT)[:-4]
            for query, pattern in patterns.items():
                count = len(pattern.findall(text))
                if count:
                    found[query][statement] = count
    return found


def names_of_files():
    """How many files there are of each year, and of each state by its code."""
    years, codes = {}, {}
    for _, _, names in os.walk(TXT):
        for name in names:
            if name.endswith(".txt"):
                code, _, year = name[:-4].split("_")
                years[int(year)] = years.get(int(year), 0) + 1
                codes[code] = codes.get(code, 0) + 1
    return years, codes


def differences_from_names(place):
    """Years and states whose documents in the index are not as many as their files."""
    years, codes = names_of_files()
    every = ["--level", "document", "--from", "1900", *place]
    rows = verbatim("trend", "--format", "json", *every)["rows"]
    for row in rows:
        if row["hits"] != years.get(row["year"], 0):
            yield f"year {row['year']}: {row['hits']} documents, {years.get(row['year'], 0)} files"
    if sum(row["hits"] for row in rows) != sum(years.values()):
        yield "the years of the index are not those of the files"
    for code, count in sorted(codes.items()):
        found = verbatim("count", "--speaker", code, "--format", "json", *every)["total"]
        if found != count:
            yield f"{code}: {found} documents, {count} files"
    print(f"files: {sum(years.values())} of {len(years)} years and {len(codes)} states")


def verbatim(*arguments):
    done = subprocess.run([BIN + "/verbatim", *arguments], stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"verbatim {' '.join(arguments)}: exit {done.returncode}")
    return json.loads(done.stdout)


def answers(query, place):
    """The occurrences in each statement with a hit, by the highlights; and what `count` and `trend` say."""
    result = verbatim("search", query, "--format", "json", "--limit", "0", *place)
    statements = {}
    for hit in result["hits"]:
        document = hit["document"]["id"]
        statements[document] = statements.get(document, 0) + len(hit["highlights"])
    trend = verbatim("trend", query, "--format", "json", *place)
    return statements, result["total"], verbatim("count", query, "--format", "json", *place)["total"], trend


with tempfile.TemporaryDirectory() as folder:
    place = ["--corpus", TXT, "--config", CONFIG, "--index", folder + "/index"]
    start = time.monotonic()
    subprocess.run([BIN + "/verbatimd", "index", "build", *place], check=True, stderr=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    size = sum(entry.stat().st_size for entry in os.scandir(folder + "/index/segments"))
    print(f"build: {seconds:.1f} s, peak memory {peak >> 20} MiB, index {size / 1e6:.0f} MB")

    wrong = peak > LIMIT
    try:
        for difference in differences_from_names(place):
            wrong = True
            print(f"  {difference}")
        expected = scan()
        for query in QUERIES:
            statements, total, count, trend = answers(query, place)
            occurrences = sum(statements.values())
            print(
                f"{query}: {occurrences} times in {total} paragraphs of {len(statements)} documents; "
                f"scan: {sum(expected[query].values())} times in {len(expected[query])}"
            )
            for statement in sorted(expected[query].keys() | statements.keys()):
                ours, theirs = statements.get(statement, 0), expected[query].get(statement, 0)
                if ours != theirs:
                    wrong = True
                    print(f"  {statement}: {ours}, scan {theirs}")
            rows = trend["rows"]
            if not total == count == trend["total"] == sum(row["hits"] for row in rows):
                wrong = True
                print(f"  search {total}, count {count}, trend {trend['total']} do not agree")
            if occurrences != sum(row["occurrences"] for row in rows):
                wrong = True
                print("  highlights and the occurrences of trend do not agree")
        times = []
        for _ in range(50):
            start = time.monotonic()
            subprocess.run([BIN + "/verbatim", "search", "veto", *place], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times.append(time.monotonic() - start)
        times.sort()
        print(f"search veto, whole process: p50 {times[25] * 1e3:.1f} ms, p90 {times[45] * 1e3:.1f} ms")
    finally:
        subprocess.run([BIN + "/verbatim", "stop", "--index", folder + "/index"], stdout=subprocess.DEVNULL)
sys.exit(1 if wrong else 0)
