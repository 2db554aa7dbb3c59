"""Files that change while they are read.

A writer changes the files of a corpus without pause, each in its own way, while builds follow one another. A build must end with 0,
or with 2 and a message that names a file; `index verify` must find the index whole; and after a build each
document must be, whole, something that its file was at one moment. No document may be begun by one version and ended by another.
"""

import json
import os
import random
import threading
import time

from lab import DONE

PATIENCE = 60
WORDS = 3_000


def version(letter, number, words=WORDS):
    """A text of one paragraph that says in each of its words which version it is."""
    return f"Version {number} " + f"{letter}{number} " * words


class Writer:
    """Changes one file over and over, in one way."""

    def __init__(self, path, letter):
        self.path, self.letter, self.number = path, letter, 0
        self.rewrite(0)

    def text(self, number):
        # Lengths differ, so that a mixture shows.
        return version(self.letter, number, WORDS + number * 37 % 1_000)

    def rewrite(self, number):
        with open(self.path, "w") as file:
            file.write(self.text(number))

    def step(self, randomness):
        self.number += 1
        self.change(randomness)

    def is_whole(self, text):
        """Whether the words of a text are those of one version."""
        words = text.split()
        return len(words) > 2 and set(words[2:]) == {f"{self.letter}{words[1]}"} and text.strip() == self.text(int(words[1])).strip()


class Renamer(Writer):
    """Puts whole files in the place of whole files, as careful editors do."""

    def change(self, _):
        other = os.path.dirname(self.path) + "/." + os.path.basename(self.path)
        with open(other, "w") as file:
            file.write(self.text(self.number))
        os.rename(other, self.path)


class Rewriter(Writer):
    """Empties the file and writes it anew, as a shell's `>` does. Between the two it is empty."""

    def change(self, _):
        self.rewrite(self.number)

    def is_whole(self, text):
        return text == "" or super().is_whole(text)


class Stretcher(Writer):
    """Cuts the file short and lets it grow again: always a beginning of the same text."""

    def change(self, randomness):
        text = self.text(0)
        os.truncate(self.path, randomness.randrange(len(text)))
        with open(self.path, "r+") as file:
            file.seek(0, os.SEEK_END)
            file.write(text[file.tell() :])

    def is_whole(self, text):
        return self.text(0).startswith(text)


class Remover(Writer):
    """Takes the file away and brings it back; puts a folder or a FIFO in its place."""

    def change(self, randomness):
        os.unlink(self.path)
        make = randomness.choice([os.mkdir, os.mkfifo, None])
        if make:
            make(self.path)
            (os.rmdir if make == os.mkdir else os.unlink)(self.path)
        other = os.path.dirname(self.path) + "/.other"
        with open(other, "w") as file:
            file.write(self.text(self.number))
        os.rename(other, self.path)


WRITERS = {"renamed.md": Renamer, "rewritten.txt": Rewriter, "stretched.txt": Stretcher, "removed.md": Remover}


class Changes:
    def __init__(self, lab):
        self.lab = lab
        self.corpus, self.index = lab.folder + "/changing", lab.folder + "/changing-index"
        os.mkdir(self.corpus)
        with open(self.corpus + "/plain.md", "w") as file:
            file.write("Said plainly on 11 September 2013.\n")
        self.writers = {name: kind(f"{self.corpus}/{name}", name[:3]) for name, kind in WRITERS.items()}
        self.is_over = threading.Event()
        self.built = self.refused = self.steps = 0

    def write(self, name):
        randomness = random.Random(name)
        while not self.is_over.is_set():
            self.writers[name].step(randomness)
            self.steps += 1
            # A moment's rest, without which no build would find a file unchanged.
            time.sleep(randomness.random() * 0.01)

    def build(self):
        command = [self.lab.bin + "/verbatimd", "index", "build", "--corpus", self.corpus, "--index", self.index]
        ended = self.lab.measured(command, PATIENCE)
        self.lab.check_messages(ended, "files that change", ".")
        if ended.code == DONE:
            self.built += 1
            self.check_texts()
        else:
            self.refused += 1
        # Until a build has found its files unchanged there is no index.
        if self.built > 0:
            self.lab.verified(self.index, "", "files that change")

    def check_texts(self):
        """Each document's only paragraph against what its file was."""
        names = [name.rsplit(".", 1)[0] for name in WRITERS]
        for name, writer in zip(names, self.writers.values()):
            place = ["--corpus", self.corpus, "--index", self.index]
            ended = self.lab.run([self.lab.bin + "/verbatim", "get", name + "#p1", "--local", "--format", "json", *place])
            items = json.loads(ended.stdout)["items"] if ended.stdout else []
            text = items[0]["hit"]["text"] if items and items[0]["hit"] else ""
            # A file that is gone or empty has no paragraph.
            if text and not writer.is_whole(text):
                self.lab.complain(f"{name}: no version of it: {text[:40]!r} … {text[-40:]!r}, {len(text)} characters")

    def run(self, seconds):
        threads = [threading.Thread(target=self.write, args=(name,)) for name in self.writers]
        for thread in threads:
            thread.start()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.build()
        self.is_over.set()
        for thread in threads:
            thread.join()
        self.build()
        if self.built < 3:
            self.lab.complain(f"files that change: only {self.built} builds came to an end, {self.refused} were refused")
        return f"{self.built} builds and {self.refused} refusals while files changed {self.steps} times"


def run(lab, old, seconds):
    if not lab.wants("files that change"):
        return "no changes"
    return Changes(lab).run(seconds)
