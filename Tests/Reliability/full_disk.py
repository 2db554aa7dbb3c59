#!/usr/bin/env python3
"""Disks that are full at every stage of `verbatimd index build`.

usage: full_disk.py BIN_FOLDER [rounds]

A tmpfs holds an index and has room for a little more, step by step, up to the first size at which a build of another corpus
succeeds; then the same with inodes instead of bytes, and without an index. A build that fails must say that the disk is
full and where, must leave the folder as it was to the byte, and must succeed once there is room. One round (the
default) takes every fourth page, four or more every page.
"""

import os
import shutil
import subprocess
import sys

from lab import DONE, ERROR, Lab, files, skip

TITLE = "full disk"
PAGE = 4096
ROOM = "64m"


def mount(place, options):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, text=True)


def unmount(place):
    subprocess.run(["umount", place], check=True)


def build_with(lab, place, limit, corpus, old, new):
    """Builds on a tmpfs with this limit; whether it succeeded."""
    what = f"{'over an index' if old else 'first build'}, {limit}"
    index = place + "/index"
    lab.tried += 1
    mounted = mount(place, limit)
    if mounted.returncode:
        sys.exit(f"{TITLE}: {mounted.stderr}")
    try:
        if old:
            shutil.copytree(lab.folder + "/references/before", index)
            assert files(index) == old
        ended = lab.build(corpus, index)
        if ended.returncode == DONE:
            lab.judge(index, {"new": new}, what)
            return True
        if ended.returncode != ERROR:
            lab.complain(f"{what}: exit {ended.returncode}: {ended.stderr.strip()[:300]}")
        if "No space left on device" not in ended.stderr or index not in ended.stderr:
            lab.complain(f"{what}: the message does not say that the disk is full, and where: {ended.stderr!r}")
        if files(index) != old:
            odd = {path: len(data) for path, data in files(index).items() if old.get(path) != data}
            lab.complain(f"{what}: the index is not as it was: {odd or 'files are missing'}")
        if old:
            lab.verified(index, "old", what)
        subprocess.run(["mount", "-o", f"remount,size={ROOM},nr_inodes=100", place], check=True)
        again = lab.build(corpus, index)
        if again.returncode != DONE or files(index) != new:
            lab.complain(f"{what}: once there is room: exit {again.returncode}: {again.stderr.strip()}")
        return False
    finally:
        unmount(place)


def pages(data):
    return sum(-(-len(file) // PAGE) for file in data.values())


def main():
    if os.geteuid() != 0:
        skip(TITLE, "only root may mount a tmpfs")
    with Lab(TITLE) as lab:
        place = lab.folder + "/disk"
        os.mkdir(place)
        refused = mount(place, f"size={ROOM}")
        if refused.returncode:
            skip(TITLE, f"no tmpfs can be mounted here: {refused.stderr.strip()}")
        unmount(place)

        step = max(1, 4 - int((lab.amount or 1) - 1))
        before, after = lab.corpus("before", documents=3), lab.corpus("after", documents=3)
        old, new = lab.reference(before), lab.reference(after)
        for standing in [old, {}]:
            # The root folder has an inode, the index three, each file one.
            for kind, first, step_ in [("size={}k", 4 * max(1, pages(standing)), 4 * step), ("nr_inodes={},size=" + ROOM, 4 + len(standing), 1)]:
                limit = first
                while not build_with(lab, place, kind.format(limit), after, standing, new):
                    limit += step_
        lab.finish(f"{lab.tried} sizes")


if __name__ == "__main__":
    main()
