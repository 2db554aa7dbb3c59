#!/usr/bin/env python3
"""Power cuts under `verbatimd index build`, on ext4 and XFS.

usage: power_cuts.py BIN_FOLDER [rounds]

A file system of our own is mounted from a file. A build on it is killed before one of its calls, or ends; then the file system
is shut down without writing its log, as by a power cut, mounted again, and the index judged: the old one or the new
one to the byte, and the new one wherever success was reported. Three kinds of cut: at once; after the journal was
written because somebody else asked for it (which makes names last whose bytes do not); and after the build was
made again behind the one that was killed, and reported success.

ext4 is mounted with noauto_da_alloc: without it the system hides an fsync that is missing. One round (the default)
takes every call once on ext4 with one kind of cut after the other; each further round takes every kind of cut on each file system.
"""

import collections
import fcntl
import itertools
import os
import shutil
import struct
import subprocess
import sys

from lab import DONE, KILLED, Lab, replace, skip
from tracing import count_calls, index_paths, injecting

TITLE = "power cuts"
# _IOR('X', 125, __u32): EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN alike; 2 keeps the log from being written.
SHUTDOWN, WITHOUT_LOG = 0x8004587D, 2
CALLS = ["write", "fsync", "fdatasync", "rename", "unlink", "mkdir"]
CUTS = ["at once", "journal written", "built again"]
FILE_SYSTEMS = {
    "ext4": (["mkfs.ext4", "-q", "-F"], "64M", "loop,noauto_da_alloc"),
    "xfs": (["mkfs.xfs", "-q", "-f"], "320M", "loop"),
}


class Disk:
    """A file system in a file, whose power can be cut."""

    def __init__(self, lab, kind):
        make, size, self.options = FILE_SYSTEMS[kind]
        self.image, self.place = f"{lab.folder}/{kind}.img", f"{lab.folder}/{kind}"
        os.mkdir(self.place)
        with open(self.image, "w") as file:
            file.truncate(int(size[:-1]) << 20)
        subprocess.run([*make, self.image], check=True, capture_output=True)

    def mount(self):
        return subprocess.run(["mount", "-o", self.options, self.image, self.place], capture_output=True, text=True)

    def unmount(self):
        subprocess.run(["umount", self.place], check=True)

    def write_journal(self):
        with open(self.place + "/other", "a") as file:
            file.write("x")
            file.flush()
            os.fsync(file.fileno())

    def cut(self):
        folder = os.open(self.place, os.O_RDONLY)
        fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
        os.close(folder)
        self.unmount()
        mounted = self.mount()
        if mounted.returncode:
            sys.exit(f"{TITLE}: the file system cannot be mounted after a cut: {mounted.stderr}")


def try_cut(lab, disk, scene, call, number, cut):
    corpus, index, template, old, new = scene
    what = f"{os.path.basename(disk.place)}, {'over an index' if old else 'first build'}, before {call} {number}, {cut}"
    replace(index, template)
    subprocess.run(["sync", "-f", disk.place], check=True)
    prefix = []
    if call:
        prefix = injecting(index_paths(index, old, new), call, "signal=KILL", number)
    ended = lab.build(corpus, index, prefix)
    if ended.returncode not in (DONE, KILLED):
        lab.complain(f"{what}: exit {ended.returncode}: {ended.stderr.strip()[:300]}")
    reported = ended.returncode == DONE
    if cut == "journal written":
        disk.write_journal()
    elif cut == "built again":
        again = lab.build(corpus, index)
        reported = True
        if again.returncode != DONE:
            lab.complain(f"{what}: the build after it: exit {again.returncode}: {again.stderr.strip()}")
    disk.cut()
    lab.tried += 1
    return lab.judge(index, {"new": new} if reported else {"old": old, "new": new}, what)


def run(lab, disk, corpora, rounds):
    """Every call of a build over an index and of a first build."""
    (before, after), (old, new) = corpora, [lab.references[corpus] for corpus in corpora]
    results = collections.Counter()
    cuts = itertools.cycle(CUTS)
    for name, (old_, template) in {"over": (old, lab.folder + "/references/before"), "first": (None, None)}.items():
        index = f"{disk.place}/{name}"
        replace(index, template)
        counts = count_calls(lab, after, index, index_paths(index, old_, new), CALLS)
        points = [(call, number) for call, count in counts.items() for number in range(1, count + 1)] + [(None, 0)]
        for call, number in points:
            for cut in CUTS if rounds > 1 else [next(cuts)]:
                results[try_cut(lab, disk, (after, index, template, old_, new), call, number, cut)] += 1
    return results


def main():
    if os.geteuid() != 0:
        skip(TITLE, "only root may mount a file system")
    with Lab(TITLE) as lab:
        rounds = int(lab.amount or 1)
        corpora = [lab.corpus("before", documents=2), lab.corpus("after", documents=2)]
        lab.references = {corpus: lab.reference(corpus) for corpus in corpora}
        results, notes = collections.Counter(), []
        for kind, (make, _, _) in FILE_SYSTEMS.items():
            if not shutil.which(make[0]):
                notes.append(f"{kind} skipped (no {make[0]})")
                continue
            disk = Disk(lab, kind)
            mounted = disk.mount()
            if mounted.returncode:
                notes.append(f"{kind} skipped ({mounted.stderr.strip()})")
                continue
            try:
                for _ in range(max(1, rounds - 1)):
                    results += run(lab, disk, corpora, rounds)
            finally:
                disk.unmount()
            notes.append(kind)
        if lab.tried == 0:
            skip(TITLE, ", ".join(notes))
        lab.finish(f"{lab.tried} cuts, {results['old']} left the old index, {results['new']} gave the new one ({', '.join(notes)})")


if __name__ == "__main__":
    main()
