#!/usr/bin/env python3
"""Builders against each other, some of them killed, while readers look for a wrong answer.

usage: concurrency.py BIN_FOLDER [seconds]

Builders of three corpora replace one index over and over; every third is killed on its way. Meanwhile clients ask a daemon that
is reloaded all the time, and fresh processes open the index. Each answer names its generation, and its counts and
texts must be those of that generation alone; no answer may fail. At the end a last build must give its index to the byte,
with nothing left over.
"""

import collections
import json
import random
import subprocess
import threading
import time

from lab import DONE, ERROR, KILLED, Lab, files

TITLE = "concurrency"
# Each corpus has its name in all of its paragraphs and in no other corpus.
SIZES = {"alder": (3, 40), "birch": (4, 50), "cedar": (5, 30)}


class Race:
    def __init__(self, lab, seconds):
        self.lab = lab
        self.end = time.monotonic() + seconds
        self.corpora = {name: lab.corpus(name, *size) for name, size in SIZES.items()}
        self.references = {name: lab.reference(corpus) for name, corpus in self.corpora.items()}
        self.names = {json.loads(data["manifest.json"])["generation"]: name for name, data in self.references.items()}
        self.index, self.socket = lab.folder + "/index", lab.folder + "/run/race.sock"
        self.place = ["--corpus", self.corpora["alder"], "--index", self.index, "--socket", self.socket]
        self.counts = collections.Counter()
        self.seen = set()

    def verbatim(self, *arguments):
        return self.lab.run([self.lab.bin + "/verbatim", *arguments, *self.place, "--no-spawn"])

    # What goes on at the same time

    def build(self, randomness):
        name = randomness.choice(sorted(SIZES))
        command = [self.lab.bin + "/verbatimd", "index", "build", "--corpus", self.corpora[name], "--index", self.index]
        builder = subprocess.Popen(
            command, env=self.lab.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
        )
        is_victim = randomness.random() < 1 / 3
        if is_victim:
            time.sleep(randomness.random() * 0.06)
            builder.kill()
        _, message = builder.communicate()
        if builder.returncode == KILLED and is_victim:
            self.counts["killed"] += 1
        elif builder.returncode == ERROR and "another build holds" in message:
            self.counts["locked out"] += 1
        elif builder.returncode == DONE:
            self.counts["builds"] += 1
        else:
            self.lab.complain(f"build of {name}: exit {builder.returncode}: {message.strip()}")

    def reload(self, _):
        ended = self.verbatim("reload")
        self.counts["reloads"] += 1
        if ended.returncode != DONE:
            self.lab.complain(f"reload: exit {ended.returncode}: {ended.stderr.strip()}")

    def count(self, randomness):
        word = randomness.choice(sorted(SIZES))
        answer = self.answer("count", word)
        if answer:
            name, size = answer
            expected = size[0] * size[1]
            found = (name["total"], name["units"]["paragraph"])
            if found != (expected if self.names[name["generation"]] == word else 0, expected):
                self.lab.complain(f"count {word}: {found} in {self.names[name['generation']]}")

    def search(self, randomness):
        word = randomness.choice(sorted(SIZES))
        answer = self.answer("search", word)
        if answer and self.names[answer[0]["generation"]] == word:
            texts = [hit["text"] for hit in answer[0]["hits"]]
            if len(texts) != 10 or not all(f"The {word} spoke" in text for text in texts):
                self.lab.complain(f"search {word}: {len(texts)} hits, not all of {word}")

    def answer(self, command, word):
        """The daemon's answer and the size of the corpus it is about; None after a complaint."""
        ended = self.verbatim(command, word, "--format", "json")
        self.counts["answers"] += 1
        try:
            answer = json.loads(ended.stdout)
            if ended.returncode not in (0, 1) or answer["complete"] is not True:
                raise ValueError("no complete answer")
            name = self.names[answer["generation"]]
            self.seen.add(name)
            return answer, SIZES[name]
        except (ValueError, KeyError) as error:
            self.lab.complain(f"{command} {word}: exit {ended.returncode}, {error!r}: {ended.stdout[:200]}{ended.stderr[:300]}")
            return None

    def open(self, _):
        self.lab.verified(self.index, "", "a fresh process")
        self.counts["opened"] += 1

    # The race itself

    def repeat(self, step, seed):
        randomness = random.Random(seed)
        while time.monotonic() < self.end and len(self.lab.complaints) < 20:
            step(randomness)

    def run(self):
        self.lab.build(self.corpora["alder"], self.index)
        with open(self.lab.folder + "/daemon.log", "w") as log:
            daemon = subprocess.Popen(
                [self.lab.bin + "/verbatimd", "serve", *self.place], env=self.lab.environment, stdout=log, stderr=log
            )
            try:
                until = time.monotonic() + 30
                while self.verbatim("status").returncode != DONE and time.monotonic() < until:
                    time.sleep(0.02)
                steps = [self.build, self.build, self.reload, self.count, self.search, self.open]
                threads = [threading.Thread(target=self.repeat, args=(step, seed)) for seed, step in enumerate(steps)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                if daemon.poll() is not None:
                    self.lab.complain(f"the daemon died: {daemon.returncode}")
            finally:
                daemon.terminate()
                daemon.wait()


def main():
    with Lab(TITLE) as lab:
        race = Race(lab, lab.amount or 10)
        race.run()
        lab.build(race.corpora["cedar"], race.index)
        if files(race.index) != race.references["cedar"]:
            lab.complain("the last build did not give its index, or something is left over")
        # A race in which nothing happened shows nothing.
        lab.tried = min(race.counts[key] for key in ["builds", "killed", "reloads", "answers", "opened"])
        if len(race.seen) < len(SIZES):
            lab.complain(f"answers came only from {sorted(race.seen)}")
        lab.finish(", ".join(f"{count} {key}" for key, count in sorted(race.counts.items())))


if __name__ == "__main__":
    main()
