"""Folders of odd things: what stands beside two plain documents, and what a build makes of it.

What is passed over must leave no trace: the index is then that of the plain documents to the byte, and a warning names the
thing. What is refused must be named, and leaves the index that stood before.
"""

import os
import shutil
import socket

from lab import DONE, ERROR, files

# Wall time after which a build of a folder hangs.
PATIENCE = 60
PLAIN = "---\ndate: 2013-09-11\n---\nSaid plainly.\n"
CSV = "rules:\n  - files: '*.csv'\n    columns: {text: text, id: id}\n"


def write(path, text=PLAIN):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def link(path, target):
    os.symlink(target, path)


def bind(path):
    """A socket in the file system; its path may be long, so it is bound from inside its folder."""
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.basename(path))
    finally:
        os.chdir(here)


def many(corpus, count):
    for index in range(count):
        write(f"{corpus}/n{index:05}.md")


def deep(corpus, depth, name):
    """Folders in folders, made one by one as the whole path may be longer than the system takes."""
    descriptor = os.open(corpus, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=descriptor)
        inner = os.open(name, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    file = os.open("deep.md", os.O_WRONLY | os.O_CREAT, dir_fd=descriptor)
    os.write(file, PLAIN.encode())
    os.close(file)
    os.close(descriptor)


def outside(corpus):
    write(corpus + "/../secret/secret.md", "The secret spoke.\n")
    return corpus + "/../secret"


# What is passed over: with the name that a warning must hold, or None where none is due.
PASSED_OVER = {
    "a link out of the corpus": (lambda c: link(c + "/out.md", outside(c) + "/secret.md"), "out.md"),
    "a relative link out of the corpus": (lambda c: [outside(c), link(c + "/out.md", "../secret/secret.md")], "out.md"),
    "a link to a link out of the corpus": (
        lambda c: [link(c + "/hidden", outside(c) + "/secret.md"), link(c + "/out.md", "hidden")],
        "out.md",
    ),
    "a link to a folder outside": (lambda c: link(c + "/out", outside(c)), "out"),
    "a link to the root": (lambda c: link(c + "/out", "/"), "out"),
    "a link to a folder with the name of a file": (lambda c: link(c + "/out.md", outside(c)), "out.md"),
    "a link to the corpus itself": (lambda c: link(c + "/again", "."), None),
    "a FIFO": (lambda c: os.mkfifo(c + "/fifo.md"), "fifo.md"),
    "a socket": (lambda c: bind(c + "/socket.txt"), "socket.txt"),
    "/dev/zero": (lambda c: link(c + "/zero.txt", "/dev/zero"), "zero.txt"),
    "/dev/tty": (lambda c: link(c + "/tty.md", "/dev/tty"), "tty.md"),
    "/proc/self/mem": (lambda c: link(c + "/mem.md", "/proc/self/mem"), "mem.md"),
    "an empty folder named as a file": (lambda c: os.mkdir(c + "/folder.txt"), None),
    "a FIFO of another name": (lambda c: os.mkfifo(c + "/fifo"), None),
}

# What stops the build, and the name that the message must hold.
REFUSED = {
    "a link to itself": (lambda c: link(c + "/loop.md", "loop.md"), "loop.md"),
    "two links to each other": (lambda c: [link(c + "/a.md", "b.md"), link(c + "/b.md", "a.md")], ".md: cannot be read"),
    "a dangling link": (lambda c: link(c + "/gone.md", "nowhere.md"), "gone.md"),
    "a link through a file": (lambda c: link(c + "/gone.md", "plain.md/x"), "gone.md"),
    "a name that is not UTF-8": (lambda c: write(os.fsencode(c).decode() + "/C\udcf4te.md"), r"C\xF4te.md"),
    "a name that is not UTF-8, with an escape": (lambda c: write(c + "/\x1b[31m\n\udcf4.md"), r"\xF4.md"),
    "a name with a line's end, not UTF-8 inside": (lambda c: write(c + "/new\nline.md", b"word \xff"), "line.md:1"),
    "a name with an escape, not UTF-8 inside": (lambda c: write(c + "/\x1b[31mred.md", b"word \xff"), "[31mred.md:1"),
    "a dangling link with an escape": (lambda c: link(c + "/\x1b[31m\n.md", "nowhere"), "[31m"),
    "a path that is too long": (lambda c: deep(c, 20, "d" * 250), "dddd"),
    "a file of 300 MB": (lambda c: [write(c + "/big.md"), os.truncate(c + "/big.md", 300_000_000)], "big.md"),
    "a sparse file of 8 TB": (lambda c: [write(c + "/big.md"), os.truncate(c + "/big.md", 8 << 40)], "big.md"),
    "a FIFO as corpus.yaml": (lambda c: os.mkfifo(c + "/corpus.yaml"), "corpus.yaml"),
    "a folder as corpus.yaml": (lambda c: os.mkdir(c + "/corpus.yaml"), "corpus.yaml"),
    "/dev/zero as corpus.yaml": (lambda c: link(c + "/corpus.yaml", "/dev/zero"), "corpus.yaml"),
    "a dangling corpus.yaml": (lambda c: link(c + "/corpus.yaml", "nowhere"), "corpus.yaml"),
    "a corpus.yaml that is a link to itself": (lambda c: link(c + "/corpus.yaml", "corpus.yaml"), "corpus.yaml"),
    "a FIFO as speakers.yaml": (lambda c: os.mkfifo(c + "/speakers.yaml"), "speakers.yaml"),
    "a dangling speakers.yaml": (lambda c: link(c + "/speakers.yaml", "nowhere"), "speakers.yaml"),
}

# What becomes documents, and how many.
BUILT = {
    "a folder named as a file": (lambda c: write(c + "/folder.txt/in.md"), 1),
    "names of any characters": (lambda c: [write(f"{c}/{name}.md") for name in ["new\nline", "\x1b[31mred\x07", "\u202egnp", " ", "'\"\\"]], 5),
    "undated names of any characters": (lambda c: [write(f"{c}/{name}.md", "Said.") for name in ["new\nline", "\x1b[31mred\x07", "\x9b"]], 3),
    "a name of 255 bytes": (lambda c: write(f"{c}/{'n' * 252}.md"), 1),
    "a name of combining marks": (lambda c: write(f"{c}/a{chr(0x301) * 120}.md"), 1),
    "20,000 files in one folder": (lambda c: many(c, 20_000), 20_000),
    "folders 200 deep": (lambda c: deep(c, 200, "d"), 1),
    "ids that are given twice": (lambda c: [write(c + "/a.md"), write(c + "/a.txt", "Said on 11 September 2013.")], 2),
    "rows whose id is an escape": (lambda c: [write(c + "/corpus.yaml", CSV), write(c + "/t.csv", "id,text\n" + "\x1b[31m,yes\n" * 2)], 2),
}  # fmt: skip

# What `verbatim import` refuses.
NOT_IMPORTED = {
    "a FIFO": lambda path: os.mkfifo(path),
    "a folder": lambda path: os.mkdir(path),
    "a socket": bind,
    "/dev/zero": lambda path: link(path, "/dev/zero"),
    "a link to itself": lambda path: link(path, os.path.basename(path)),
    "a dangling link": lambda path: link(path, "nowhere"),
    "a file of 300 MB": lambda path: [write(path), os.truncate(path, 300_000_000)],
    "an empty file": lambda path: write(path, ""),
}


def documents(lab, index):
    """The number of documents in an index, as the program says."""
    stats = lab.run([lab.bin + "/verbatimd", "index", "stats", "--index", index])
    return next((int(line.split()[1].rstrip(",")) for line in stats.stdout.splitlines() if line.startswith("documents")), None)


class Place:
    """A corpus of one plain document and an odd thing, with the older index beside it."""

    def __init__(self, lab, what, old):
        self.lab, self.what, self.old = lab, what, old
        self.corpus, self.index = lab.folder + "/place/corpus", lab.folder + "/place/index"

    def build(self, make):
        shutil.rmtree(self.lab.folder + "/place", ignore_errors=True)
        write(self.corpus + "/plain.md")
        shutil.copytree(self.lab.folder + "/references/before", self.index)
        make(self.corpus)
        command = [self.lab.bin + "/verbatimd", "index", "build", "--corpus", self.corpus, "--index", self.index]
        return self.lab.measured(command, PATIENCE)

    def expect(self, ended, code, named):
        self.lab.check_messages(ended, self.what, named or "")
        self.lab.check_index(ended, self.index, self.old, self.what)
        lines = ended.errors.decode(errors="replace")
        if ended.code != code or (named and named not in lines):
            self.lab.complain(f"{self.what}: ended with {ended.code}, expected {code} and {named!r}: {lines[:300]!r}")


def check_import(lab, what, make):
    folder = lab.folder + "/place"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/corpus")
    for name in ["odd.html", "\x1b[31modd\n.txt"]:
        make(f"{folder}/{name}")
        ended = lab.measured([lab.bin + "/verbatim", "import", f"{folder}/{name}", "--corpus", folder + "/corpus"], PATIENCE)
        lab.check_messages(ended, f"import of {what}", "odd")
        if ended.code != ERROR or os.listdir(folder + "/corpus"):
            lab.complain(f"import of {what}: ended with {ended.code}, the corpus holds {os.listdir(folder + '/corpus')}")


def run(lab, old):
    """Tries every folder; the number of them."""
    before = lab.tried
    plain = lab.folder + "/plain"
    write(plain + "/plain.md")
    reference = lab.reference(plain)
    for what, (make, named) in PASSED_OVER.items():
        if lab.wants(what):
            place = Place(lab, what, old)
            place.expect(place.build(make), DONE, named)
            if files(place.index) != reference:
                lab.complain(f"{what}: the index is not that of the plain document")
    for what, (make, named) in REFUSED.items():
        if lab.wants(what):
            place = Place(lab, what, old)
            place.expect(place.build(make), ERROR, named)
    for what, (make, count) in BUILT.items():
        if lab.wants(what):
            place = Place(lab, what, old)
            place.expect(place.build(make), DONE, None)
            if documents(lab, place.index) != count + 1:
                lab.complain(f"{what}: {documents(lab, place.index)} documents, expected {count + 1}")
    for what, make in NOT_IMPORTED.items():
        if lab.wants(what):
            check_import(lab, what, make)
    shutil.rmtree(lab.folder + "/place", ignore_errors=True)
    return lab.tried - before
