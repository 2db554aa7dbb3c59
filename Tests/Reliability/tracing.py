"""strace over the calls of a build that concern some paths: to count them, to make one fail, to end the program before one."""

import collections
import os
import re
import shutil

from lab import DONE, skip


def index_paths(index, *references):
    """Every path that a build of an index touches, its folder's folder included."""
    names = {name for reference in references for name in reference or {}}
    return [
        os.path.dirname(index), index, index + "/segments", index + "/.lock",
        index + "/segments/new.tmp", index + "/manifest.json.tmp", *(f"{index}/{name}" for name in sorted(names)),
    ]  # fmt: skip


def strace(paths, *options):
    """A command's prefix; `paths` are compared as text, so they must be real paths."""
    return ["strace", "-f", "-qq", *[word for path in paths for word in ("-P", path)], *options]


def injecting(paths, call, fault, when):
    return strace(paths, "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}")


def count_calls(lab, corpus, index, paths, calls):
    """How often the busiest thread of a build makes each of `calls`: strace numbers calls by thread."""
    if not shutil.which("strace"):
        skip(lab.title, "no strace; install it to reach into system calls")
    log = lab.folder + "/calls"
    traced = lab.build(corpus, index, strace(paths, "-o", log, "-e", "trace=" + ",".join(calls)))
    if traced.returncode != DONE:
        skip(lab.title, f"strace cannot trace here: {traced.stderr.strip()[:200]}")
    counts = collections.Counter()
    with open(log) as lines:
        for call in filter(None, (re.match(r"(\d+) +(\w+)\(", line) for line in lines)):
            counts[call.groups()] += 1
    return {call: max(n for (_, name), n in counts.items() if name == call) for call in {name for _, name in counts}}
