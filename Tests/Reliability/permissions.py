#!/usr/bin/env python3
"""What another user's permissions refuse, which no test that runs as root can see.

usage: permissions.py BIN_FOLDER

The programs run as a user who owns a corpus and an index, from which one right after the other is taken away. A
document that cannot be read must stop the build, an index that cannot be written must stay as it is and go on
answering, and each message must name the file and say what to do. Root becomes that user through setpriv; anybody
else is that user already.
"""

import os
import shutil

from lab import DONE, ERROR, Lab, files, replace, skip

TITLE = "permissions"
NOBODY = 65534

# What is taken away: a path below the lab, the rights that are left, and what the message must name and advise.
REFUSALS = [
    ("corpus/meetings/000.md", 0o000, "meetings/000.md: cannot be read", "out of the corpus"),
    ("corpus/meetings", 0o000, "meetings: cannot be read", "out of the corpus"),
    ("corpus/meetings", 0o400, "meetings/00", "out of the corpus"),
    ("corpus", 0o000, "corpus: cannot be read", "Make it readable"),
    ("index", 0o500, "index/manifest.json.tmp'", "--index"),
    ("index", 0o000, "index", "--index"),
    ("index/segments", 0o500, "segments/new.tmp'", "--index"),
    ("index/.lock", 0o000, "index/.lock'", "--index"),
]  # fmt: skip


class Ward(Lab):
    """A lab whose programs run as somebody whom permissions bind."""

    def __enter__(self):
        super().__enter__()
        self.prefix = []
        if os.geteuid() == 0:
            # Nobody may not look into root's folders.
            copy = self.folder + "/bin"
            os.mkdir(copy)
            for program in ["verbatim", "verbatimd"]:
                shutil.copy(f"{self.bin}/{program}", copy)
            self.bin = copy
            if not shutil.which("setpriv"):
                skip(TITLE, "no setpriv to become another user with")
            self.prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        return self

    def run(self, command, **options):
        return super().run([*self.prefix, *command], **options)

    def give_away(self):
        """Makes the user the owner of everything."""
        for folder, _, names in os.walk(self.folder):
            for path in [folder, *(os.path.join(folder, name) for name in names)]:
                if self.prefix:
                    os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def scene(lab, before, after, old):
    """A corpus and the older index that it replaces, both the user's."""
    corpus, index = lab.folder + "/corpus", lab.folder + "/index"
    replace(corpus, after)
    replace(index, lab.folder + "/references/before")
    lab.give_away()
    assert files(index) == old and lab.build(before, index).returncode == DONE
    return corpus, index


def count(lab, corpus, index):
    """Asks the index through a daemon of its own, which is stopped again."""
    place = ["--corpus", corpus, "--index", index]
    try:
        return lab.run([lab.bin + "/verbatim", "count", "spoke", *place])
    finally:
        lab.run([lab.bin + "/verbatim", "stop", *place])


def main():
    with Ward(TITLE) as lab:
        lab.give_away()
        before, after = lab.corpus("before"), lab.corpus("after")
        os.makedirs(lab.folder + "/references")
        lab.give_away()
        old, new = lab.reference(before), lab.reference(after)
        for path, mode, named, advice in REFUSALS:
            what = f"{path} with {mode:03o}"
            lab.tried += 1
            corpus, index = scene(lab, before, after, old)
            rights = os.stat(f"{lab.folder}/{path}").st_mode
            os.chmod(f"{lab.folder}/{path}", mode)
            ended = lab.build(corpus, index)
            if ended.returncode != ERROR or named not in ended.stderr or advice not in ended.stderr or "denied" not in ended.stderr:
                lab.complain(f"{what}: exit {ended.returncode}: {ended.stderr.strip()!r}; expected 2 with {named!r} and {advice!r}")
            if "index" in path and mode & 0o400:
                asked = count(lab, corpus, index)
                if asked.returncode != DONE or not asked.stdout.startswith("240"):
                    lab.complain(f"{what}: count: exit {asked.returncode}: {asked.stdout}{asked.stderr}")
            os.chmod(f"{lab.folder}/{path}", rights)
            lab.judge(index, {"old": old}, what)
            if lab.build(corpus, index).returncode != DONE or files(index) != new:
                lab.complain(f"{what}: the next build does not give the new index")
        lab.finish(f"{lab.tried} refusals")


if __name__ == "__main__":
    main()
