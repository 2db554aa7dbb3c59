#!/usr/bin/env python3
"""Seeds for the fuzzers, made of the repository's own files.

usage: seeds.py FOLDER

Writes a folder of small files for each target. The fuzzer makes far more of its own; seeds only show it what
the real thing looks like.
"""

import glob
import json
import os
import re
import shutil
import sys

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def pieces(data, size=2000):
    """`data` cut at lines into pieces of about `size` bytes."""
    piece = b""
    for line in data.splitlines(keepends=True):
        piece += line
        if len(piece) >= size:
            yield piece
            piece = b""
    yield piece


def queries():
    """What stands in the README and in the parser's tests as a query: whatever is in quotes."""
    for path in ["README.md", *glob.glob("Tests/QueryTests/*.swift")]:
        for text in re.findall(rb'`([^`\n]+)`|"((?:[^"\\\n]|\\.)+)"', read(path)):
            yield (text[0] or text[1]).replace(b'\\"', b'"')


def requests():
    for query in list(queries())[:200]:
        text = query.decode("utf-8", "replace")
        for method in ["search", "count", "trend"]:
            parameters = {"query": text, "limit": 3, "k1": 1.2, "strict": True, "timeout": 100, "cursor": "a"}
            if method != "search":
                parameters = {"query": text, "timeout": 7}
            yield b"\x09" + json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters}).encode() + b"\n"
    for line in ['{"jsonrpc":"2.0","id":"a","method":"hello","params":{}}', '{"id":null,"method":"\\ud83d\\ude00","x":[1,-2.5e3,[{}]]}']:
        yield b"\x40" + line.encode() + b"\r\n" + line.encode()


def documents():
    for path in glob.glob("corpus/*.md"):
        for piece in pieces(read(path)):
            yield b"\0" + piece
            yield b"\1" + piece
    for path in glob.glob("Tests/CorpusTests/*.swift"):
        for text in re.findall(rb'"""\n(.*?)"""', read(path), re.DOTALL):
            yield b"\0" + re.sub(rb"(?m)^ {4,}", b"", text)


def pages():
    for path in glob.glob("Tests/ImportingTests/*.swift") + ["Tests/EndToEndTests/ImportCommandTests.swift"]:
        for text in re.findall(rb'"""\n(.*?)"""|"((?:[^"\\\n]|\\.)*<(?:[^"\\\n]|\\.)*)"', read(path), re.DOTALL):
            yield b"\0" + (text[0] or text[1]).replace(b'\\"', b'"')
    for path in glob.glob("corpus/*.md"):
        for piece in pieces(read(path)):
            yield b"\0<p>" + piece.replace(b"\n\n", b"\n<p>")
            yield b"\1" + piece


def manifests():
    segment = '    {"name": "%s", "bytes": 90112, "documents": 4, "paragraphs": 120, "words": 7300}' % ("0" * 64)
    for count in [1, 2, 3]:
        yield (
            '{\n  "format": 2,\n  "generation": "%s",\n  "pipeline": "corpus-2 text-2 segment-2",\n  "documents": %d,\n'
            '  "paragraphs": %d,\n  "words": %d,\n  "segments": [\n%s\n  ],\n  "checksum": "00000000"\n}\n'
            % ("f" * 64, 4 * count, 120 * count, 7300 * count, ",\n".join([segment] * count))
        ).encode()


SEEDS = {
    "Query": queries(),
    "Analyzer": [piece for path in glob.glob("corpus/*.md") + ["README.md"] for piece in pieces(read(path), 500)],
    "Request": requests(),
    "Document": documents(),
    "Html": pages(),
    "Manifest": manifests(),
    "Segment": [read(path) for path in glob.glob("Tests/SegmentTests/Golden/small-*.seg")],
}

for target, seeds in SEEDS.items():
    folder = os.path.join(sys.argv[1], target)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    count = 0
    for count, seed in enumerate(seeds, 1):
        with open(f"{folder}/{count:04}", "wb") as file:
            file.write(seed)
    if count == 0:
        sys.exit(f"no seeds for {target}: have its files moved?")
