"""The README's first command, as a new user runs it: no daemon, no index, just the corpus.

usage: first_use.py BIN_FOLDER

Runs in a folder of its own with a copy of `corpus/`, and exits 1 with the first thing that is wrong.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

# A socket, an index or a corpus of the one who runs this is none of ours.
for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN = os.path.abspath(sys.argv[1])
CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "corpus")


def expect(condition, message):
    if not condition:
        sys.exit("wrong: " + message)


with tempfile.TemporaryDirectory() as folder:
    shutil.copytree(CORPUS, folder + "/corpus")

    def verbatim(*arguments):
        return subprocess.run([BIN + "/verbatim", *arguments], cwd=folder, capture_output=True, text=True)

    try:
        first = verbatim("search", "veto")
        expect(first.returncode == 0, f"exit {first.returncode}: {first.stderr}")
        print(first.stdout)
        for words in ["2009-09-25", "2013-04-16", "2013-09-11", "Crises and the use of the veto", "corpus/2013"]:
            expect(words in first.stdout, f"'{words}' is not in the answer")
        expect(os.path.exists(folder + "/index/manifest.json"), "no index was built")
        status = verbatim("status")
        expect(status.returncode == 0, f"status: exit {status.returncode}: {status.stderr}")

        start = time.monotonic()
        second = verbatim("search", "veto")
        print(f"second search, whole process: {(time.monotonic() - start) * 1e3:.1f} ms")
        expect(second.stdout == first.stdout, "the second answer is another one")
        expect(verbatim("search", "zzzz").returncode == 1, "no hit is not exit 1")
    finally:
        verbatim("stop")
