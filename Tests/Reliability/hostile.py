#!/usr/bin/env python3
"""Hostile input to `verbatimd index build` and `verbatim import`: nothing traps, hangs or grows without bound.

usage: hostile.py BIN_FOLDER [short|long] [PART_OF_A_NAME]

Each file (hostile_texts.py) is read by the real programs at two sizes, the larger four times the smaller. They must end with 0, or with
2 and a message that names the file, in clean lines; user time may grow tenfold, and memory is held to 25 bytes a
byte of input and 500 a part of it. After a refusal the index that stood before must still stand to the byte, after a build `index verify` must find the new
one whole. Then folders of odd things (hostile_places.py), and files that change while they are read (hostile_changes.py).

short takes lines of 5 MB and other files of 1 MB, long those of 100 MB. With part of a name just the cases whose names hold it are tried. Prints
the slowest and the largest.
"""

import collections
import concurrent.futures
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import hostile_changes
import hostile_places
import hostile_texts
from lab import DONE, ERROR, Lab, files

TITLE = "hostile input"
# Of a file of one line in the short form, and of any other; the sizes of the long form stand with each.
SHORT_LINE, SHORT = 5_000_000, 1_000_000
# The smaller size of a case is the larger divided by GROWTH; user time may grow MOST_GROWTH-fold, unless it is little anyway.
# What is quadratic takes sixteen times as long for four times as much; a busy machine may take ten.
GROWTH, MOST_GROWTH, LITTLE_SECONDS = 4, 10, 1.0
# Memory: for the programs themselves, for a byte of input, and for each part of it: a line, a cell or a sign of markup, of which
# any may become a paragraph or a piece with its own way back to the source.
FLOOR, BYTES_A_BYTE, BYTES_A_PART = 64 << 20, 25, 500
PARTS = [sign.encode() for sign in "\n\r\f\0\u2028\u00ad,;[<*`\""]
# What glibc's malloc keeps for itself differs from run to run (of one line of 5 MB in capitals 140 to 179 MiB, and 123 each time if large
# pieces are given back at once), and is not what is asked here.
GIVING_BACK = {"MALLOC_MMAP_THRESHOLD_": "131072"}
# Wall time after which a program hangs.
PATIENCE, PATIENCE_A_MEGABYTE = 20, 3
# Longer lines are no messages, and more of them are a flood.
LINE_LENGTH, LINE_COUNT = 10_000, 2_000
# What is looked at of all that a program prints: what is read here counts as memory of the next program that is started.
PRINTED = 1_000_000

Ended = collections.namedtuple("Ended", "code output errors wall user memory")


class Range(Lab):
    """A lab that measures what it runs, in threads if need be."""

    shown = 200

    def __init__(self, title, selection):
        super().__init__(title)
        self.selection = selection
        self.environment.update(GIVING_BACK)
        self.rows = []
        self.counter = threading.Lock()

    def measured(self, command, limit, **options):
        """Runs `command`; killed after `limit` seconds, which is seen as the code -9."""
        with self.counter:
            self.tried += 1
            place = f"{self.folder}/output-{self.tried}"
        with open(place, "wb") as output, open(place + "e", "wb") as errors:
            start = time.monotonic()
            child = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, **options)
            timer = threading.Timer(limit, child.kill)
            timer.start()
            _, status, used = os.wait4(child.pid, 0)
            timer.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for path in [place, place + "e"]:
            with open(path, "rb") as file:
                texts.append(file.read(PRINTED))
            os.unlink(path)
        return Ended(child.returncode, *texts, time.monotonic() - start, used.ru_utime, used.ru_maxrss << 10)

    def wants(self, name):
        return self.selection in name

    def check_messages(self, ended, what, named):
        """Exit code and messages: 0, or 2 and a line that holds `named`; lines that a terminal can show."""
        if ended.code not in (DONE, ERROR):
            reason = signal.Signals(-ended.code).name if ended.code < 0 else ended.code
            self.complain(f"{what}: ended with {reason} after {ended.wall:.1f} s: {ended.errors[-300:]!r}")
            return
        try:
            lines = ended.errors.decode().split("\n")
        except UnicodeDecodeError as error:
            return self.complain(f"{what}: messages are not UTF-8: {error}")
        for line in lines[:-1]:
            if not line.startswith(("verbatimd: ", "verbatim: ", "warning: ", "indexing: ")) or len(line) > LINE_LENGTH or not is_clean(line):
                self.complain(f"{what}: no clean line of {len(line)} characters: {line[:300]!r}")
                break
        if lines[-1]:
            self.complain(f"{what}: a last line without an end: {lines[-1][:300]!r}")
        if len(lines) > LINE_COUNT:
            self.complain(f"{what}: {len(lines)} lines of messages: {lines[0][:200]!r}")
        if ended.code == ERROR and not any(named in line for line in lines):
            self.complain(f"{what}: no message names {named!r}: {lines[0][:300]!r}")

    def check_index(self, ended, index, old, what):
        """The old index after a refusal, a whole one after success."""
        if ended.code == DONE:
            self.verified(index, "new", what)
        elif files(index) != old:
            self.complain(f"{what}: ended with {ended.code}, and the index is not what it was")


def is_clean(line):
    return all(ord(c) >= 0x20 and not 0x7F <= ord(c) < 0xA0 and not 0x202A <= ord(c) <= 0x202E for c in line)


class Trial:
    """One file at its two sizes."""

    def __init__(self, lab, case, is_import, form):
        self.lab, self.case, self.is_import = lab, case, is_import
        shortened = SHORT_LINE if case.size == hostile_texts.LINE else min(case.size, SHORT)
        self.is_long = form == "long"
        self.largest = case.size if self.is_long else shortened
        self.folder = f"{lab.folder}/trials/{case.name}.{case.file}".replace(" ", "-")

    def run(self, old):
        small, large = (self.once(size, old) for size in [self.largest // GROWTH, self.largest])
        if small and large and large.user > max(LITTLE_SECONDS, MOST_GROWTH * small.user):
            self.lab.complain(
                f"{self.title}: {self.largest // GROWTH} bytes took {small.user:.2f} s, {self.largest} bytes {large.user:.2f} s"
            )

    @property
    def title(self):
        return f"{self.case.name} ({self.case.file})"

    def once(self, size, old):
        corpus, index = self.folder + "/corpus", self.folder + "/index"
        os.makedirs(corpus)
        shutil.copytree(self.lab.folder + "/references/before", index)
        with open(corpus + "/plain.md", "w") as file:
            file.write("---\ndate: 2013-09-11\n---\nSaid plainly.\n")
        for name, text in self.case.setting.items():
            with open(f"{corpus}/{name}", "w") as file:
                file.write(text)
        source = (self.folder if self.is_import else corpus) + "/" + self.case.file
        parts = 0
        with open(source, "wb") as file:
            for piece in self.case.pieces(size):
                file.write(piece)
                parts += sum(map(piece.count, PARTS))
            size = file.tell()
        ended = self.program(source, corpus, index, size)
        what = f"{self.title}, {size} bytes"
        self.lab.check_messages(ended, what, self.case.file)
        if self.is_import:
            self.check_import(ended, corpus, what)
        elif ended.code != DONE or self.is_long or size > self.largest // 2:
            self.lab.check_index(ended, index, old, what)
        if ended.memory > FLOOR + (BYTES_A_BYTE + self.case.more) * size + BYTES_A_PART * parts:
            self.lab.complain(f"{what}: {ended.memory >> 20} MiB of memory, {ended.memory / size:.0f} bytes a byte, {parts} parts")
        with self.lab.counter:
            self.lab.rows.append((self.title, size, ended))
        shutil.rmtree(self.folder)
        return ended

    def program(self, source, corpus, index, size):
        limit = PATIENCE + PATIENCE_A_MEGABYTE * size / 1e6
        if self.is_import:
            return self.lab.measured([self.lab.bin + "/verbatim", "import", source, "--corpus", corpus], limit)
        return self.lab.measured([self.lab.bin + "/verbatimd", "index", "build", "--corpus", corpus, "--index", index], limit)

    def check_import(self, ended, corpus, what):
        """A document after success, nothing after a refusal; and no other file in either case."""
        expected = {"plain.md", "hostile.md"} if ended.code == DONE else {"plain.md"}
        if set(os.listdir(corpus)) != expected:
            self.lab.complain(f"{what}: ended with {ended.code}, and the corpus holds {sorted(os.listdir(corpus))}")


def trials(lab, form):
    sources = [
        hostile_texts.texts, hostile_texts.encodings, hostile_texts.front_matter, hostile_texts.settings, hostile_texts.tables,
    ]  # fmt: skip
    cases = [(case, False) for source in sources for case in source()] + [(case, True) for case in hostile_texts.pages()]
    return [Trial(lab, case, is_import, form) for case, is_import in cases if lab.wants(case.name)]


def show(rows):
    """The slowest and the largest, with what they took."""
    slowest = sorted(rows, key=lambda row: row[2].wall)[-8:]
    largest = sorted(rows, key=lambda row: row[2].memory)[-8:]
    for head, chosen in [("slowest", slowest), ("largest", largest)]:
        print(f"  {head:52} {'input MB':>9} {'wall s':>7} {'user s':>7} {'peak MiB':>9} {'bytes a byte':>13}")
        for name, size, ended in reversed(chosen):
            figures = f"{size / 1e6:9.2f} {ended.wall:7.2f} {ended.user:7.2f} {ended.memory >> 20:9} {ended.memory / max(size, 1):13.1f}"
            print(f"  {name[:52]:52} {figures}")


def main():
    selection = sys.argv.pop(3) if len(sys.argv) > 3 else ""
    form = sys.argv.pop(2) if len(sys.argv) > 2 else "short"
    if form not in ("short", "long"):
        sys.exit("usage: hostile.py BIN_FOLDER [short|long] [PART_OF_A_NAME]")
    with Range(TITLE, selection) as lab:
        old = lab.reference(lab.corpus("before"))
        # The long form takes gigabytes for some, so one at a time.
        with concurrent.futures.ThreadPoolExecutor(1 if form == "long" else 2) as pool:
            for done in [pool.submit(trial.run, old) for trial in trials(lab, form)]:
                done.result()
        places = hostile_places.run(lab, old)
        changes = hostile_changes.run(lab, old, 120 if form == "long" else 8)
        show(lab.rows)
        lab.finish(f"{len(lab.rows)} files, {places} folders, {changes}")


if __name__ == "__main__":
    main()
