"""What every check needs: the programs, corpora whose index is known to the byte, and a verdict on an index.

The bytes of an index are a pure function of its corpus. So each check builds the index of each of its corpora once
where nothing goes wrong, and afterwards an index is whole if and only if its bytes are those of one of them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

WORDS = (
    "veto council resolution mandate sanctions referral mission report assembly protection prevention secretary "
    "dialogue focal point network minister delegation observer permanent member region partner"
).split()

# What a program may end with: done, error, killed by the check itself.
DONE, ERROR, KILLED = 0, 2, -9


class Lab:
    """A private folder, the programs, and the count of what was tried and what went wrong."""

    # The most complaints that are printed.
    shown = 20

    def __init__(self, title):
        self.title = title
        if len(sys.argv) < 2:
            sys.exit(f"usage: {os.path.basename(sys.argv[0])} BIN_FOLDER [seconds or rounds]")
        self.bin = os.path.abspath(sys.argv[1])
        self.amount = float(sys.argv[2]) if len(sys.argv) > 2 else None
        # A socket, an index or a corpus of the one who runs this is none of ours.
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("VERBATIM_")}
        # A trap is to be seen as the signal that it is, at once.
        self.environment["SWIFT_BACKTRACE"] = "enable=no"
        self.tried = 0
        self.start = time.monotonic()
        self.complaints = []

    def __enter__(self):
        # A short path: sockets take 107 bytes.
        self.folder = tempfile.mkdtemp(prefix="verbatim-lab-", dir="/tmp")
        os.mkdir(self.folder + "/run", 0o700)
        self.environment["XDG_RUNTIME_DIR"] = self.folder + "/run"
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    # Corpora and the indexes they must give

    def corpus(self, name, documents=6, paragraphs=40):
        """Writes a corpus that has the word `name` in every paragraph, and returns its folder."""
        folder = f"{self.folder}/corpora/{name}"
        os.makedirs(folder + "/meetings")
        for document in range(documents):
            lines = ["---", f"title: Meeting {document} of {name}", f"date: {2005 + document % 20}-09-1{document % 10}", "---", ""]
            for paragraph in range(paragraphs):
                words = [WORDS[(document * 7 + paragraph * 3 + i * i) % len(WORDS)] for i in range(40)]
                lines += [f"The {name} spoke of " + " ".join(words) + f" in point{document}x{paragraph}.", ""]
            with open(f"{folder}/meetings/{document:03}.md", "w") as file:
                file.write("\n".join(lines))
        return folder

    def reference(self, corpus):
        """The files of the index that `corpus` gives where nothing goes wrong."""
        index = f"{self.folder}/references/{os.path.basename(corpus)}"
        built = self.build(corpus, index)
        if built.returncode != DONE:
            sys.exit(f"{self.title}: the programs in {self.bin} cannot build an index: {built.stderr}")
        return files(index)

    def build(self, corpus, index, prefix=(), **options):
        return self.run([*prefix, self.bin + "/verbatimd", "index", "build", "--corpus", corpus, "--index", index], **options)

    def run(self, command, **options):
        # A file name in an answer may be any bytes.
        options = {"capture_output": True, "encoding": "utf-8", "errors": "replace", "timeout": 120, **options}
        return subprocess.run(command, env=self.environment, **options)

    # Verdicts

    def judge(self, index, allowed, what):
        """The name of the reference in `allowed` that `index` is, byte for byte; else a complaint and None.

        `allowed` maps names to references; None as a reference stands for an index that is not there yet.
        """
        found = files(index)
        manifest = found.get("manifest.json")
        for name, reference in allowed.items():
            if reference is None:
                if manifest is None:
                    return name
            elif manifest == reference["manifest.json"]:
                if all(found.get(path) == data for path, data in reference.items()):
                    return self.verified(index, name, what)
                self.complain(f"{what}: the manifest is that of the {name} index, its segments are not")
                return None
        self.complain(f"{what}: the manifest is none of {', '.join(allowed)}: {(manifest or b'missing')[:60]!r}")
        return None

    def verified(self, index, name, what):
        """`name`, if the program too says that the index is whole."""
        verify = self.run([self.bin + "/verbatimd", "index", "verify", "--index", index])
        if verify.returncode == DONE:
            return name
        self.complain(f"{what}: index verify: exit {verify.returncode}: {verify.stderr.strip()}")
        return None

    def complain(self, text):
        self.complaints.append(text)
        if len(self.complaints) <= self.shown:
            print(f"  WRONG {text}", file=sys.stderr)

    def finish(self, summary):
        """Prints the one line of this check, and exits 1 if anything was wrong."""
        seconds = time.monotonic() - self.start
        print(f"{self.title}: {summary}, {len(self.complaints)} wrong, {seconds:.0f} s", flush=True)
        sys.exit(1 if self.complaints or self.tried == 0 else 0)


def files(index):
    """Every file of an index but its lock and its history, which is of the folder rather than of the corpus, by path."""
    found = {}
    for folder, folders, names in os.walk(index):
        if folder == index and "history" in folders:
            folders.remove("history")
        for name in names:
            if name != ".lock":
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, index)] = file.read()
    return found


def skip(title, reason):
    """Ends a check that cannot be made here, saying so."""
    print(f"{title}: skipped: {reason}", flush=True)
    sys.exit(0)


def replace(target, template):
    """Makes the folder `target` a copy of `template`, or removes it if that is None."""
    shutil.rmtree(target, ignore_errors=True)
    if template:
        shutil.copytree(template, target)
