#!/usr/bin/env python3
"""System calls that fail, one at a time, under `verbatimd index build`.

usage: faults.py BIN_FOLDER [rounds]

strace counts the calls of a build that concern the index or the corpus, and then builds again once for each call and
each fault: the call fails, or fails from then on, or the program is killed before it. Afterwards the index must be the
old one or the new one to the byte, the program must have said which file and what went wrong, and the next build must
give the new index with nothing left over. One round (the default) takes every fault at every third call, three or more
take every fault at every call.
"""

import collections
import errno
import os
import re

from lab import DONE, ERROR, KILLED, Lab, files, replace
from tracing import count_calls, index_paths, injecting

TITLE = "faults"

# Each kind of call with the word that a message about the index has for it; opendir makes two calls.
CALLS = {
    "openat": "open", "write": "write", "fsync": "fsync", "fdatasync": "fsync", "rename": "rename", "unlink": "unlink",
    "mkdir": "mkdir", "flock": "flock", "mmap": "mmap", "fstat": "stat", "newfstatat": "stat|opendir",
    "getdents64": "readdir", "read": "read",
}  # fmt: skip
ERRORS = ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EACCES"]
PERSISTENT = ["EIO", "ENOSPC"]


def kinds_of_fault(call):
    yield from ((f"error={name}", "", name) for name in ERRORS)
    yield from ((f"error={name}", "+", name) for name in PERSISTENT)
    yield ("signal=KILL", "", None)
    if call == "rename":
        # A system that says it did and did not: only reading back finds it.
        yield ("retval=0", "", None)


def try_fault(lab, scene, call, number, fault, suffix, error):
    corpus, index, template, paths, old, new = scene
    what = f"{'over an index' if old else 'first build'}: {call} {number}{suffix} {fault}"
    replace(index, template)
    ended = lab.build(corpus, index, injecting(paths, call, fault, f"{number}{suffix}"))
    lab.tried += 1
    result = lab.judge(index, {"old": old, "new": new}, what)
    if ended.returncode == DONE:
        if result == "old":
            lab.complain(f"{what}: success was reported, the index is the old one")
    elif ended.returncode == ERROR:
        check_message(lab, what, ended.stderr, paths, call, error)
    elif ended.returncode != KILLED or fault != "signal=KILL":
        lab.complain(f"{what}: exit {ended.returncode}: {ended.stderr.strip()[:300]}")

    again = lab.build(corpus, index)
    if again.returncode != DONE:
        lab.complain(f"{what}: the next build: exit {again.returncode}: {again.stderr.strip()}")
    elif files(index) != new:
        odd = sorted(set(files(index)) ^ set(new)) or "the files' bytes"
        lab.complain(f"{what}: after the next build the index is not the new one: {odd}")
    return result


def check_message(lab, what, message, paths, call, error):
    """An error names the file, the call, and the system's reason."""
    if error:
        says_what = re.search(f"({CALLS[call]}|cannot be read)", message)
        says_where = any(os.path.basename(path) in message for path in paths)
        if not says_what or not says_where or os.strerror(getattr(errno, error)) not in message:
            lab.complain(f"{what}: the message does not name file, call and reason: {message.strip()!r}")
    elif not message.startswith("verbatimd: "):
        lab.complain(f"{what}: no message: {message!r}")


def scenes(lab):
    """A build over an older index, by what it asks of the index and by what it asks of the corpus; and a first build."""
    before, after = lab.corpus("before"), lab.corpus("after")
    old, new = lab.reference(before), lab.reference(after)
    sources = [after, after + "/meetings", *(f"{after}/meetings/{name}" for name in sorted(os.listdir(after + "/meetings")))]
    over, first = lab.folder + "/over", lab.folder + "/first"
    template = lab.folder + "/references/before"
    yield after, over, template, index_paths(over, old, new), old, new
    yield after, over, template, sources, old, new
    yield after, first, None, index_paths(first, new), None, new


def main():
    with Lab(TITLE) as lab:
        step = max(1, 3 - int((lab.amount or 1) - 1))
        results = collections.Counter()
        for scene in scenes(lab):
            corpus, index, template, paths = scene[:4]
            replace(index, template)
            for call, count in sorted(count_calls(lab, corpus, index, paths, CALLS).items()):
                for offset, (fault, suffix, error) in enumerate(kinds_of_fault(call)):
                    for number in range(1 + offset % step, count + 1, step):
                        results[try_fault(lab, scene, call, number, fault, suffix, error)] += 1
        lab.finish(f"{lab.tried} faults, {results['old']} left the old index, {results['new']} gave the new one")


if __name__ == "__main__":
    main()
