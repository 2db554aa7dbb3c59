"""The index is built again and again, and some builders are killed, while clients ask: no answer may fail or mix generations.

usage: reload.py BIN_FOLDER [SECONDS]

Every answer is compared with what a daemon of its own says of that generation over standard input and output. Exits 1 with the
first thing that is wrong.
"""

import io
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

# A socket, an index or a corpus of the one who runs this is none of ours.
for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN = os.path.abspath(sys.argv[1])
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 10
CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "corpus")
QUESTIONS = [
    ("search", {"query": "veto", "limit": 0}),
    ("search", {"query": "responsibility OR council", "limit": 0}),
    ("count", {"query": "state"}),
    ("trend", {"query": "state"}),
]
REQUESTS = "".join(
    json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}) + "\n"
    for number, (method, parameters) in enumerate(QUESTIONS)
).encode()


class Wrong(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Wrong(message)


def read_replies(file):
    """Returns the results of one round of questions by number, without what differs from time to time."""
    results = {}
    while len(results) < len(QUESTIONS):
        line = file.readline()
        expect(line, "the daemon ended the connection")
        message = json.loads(line)
        if "id" in message:
            expect("result" in message, f"refused: {line}")
            result = message["result"]
            expect(result.pop("complete"), f"incomplete: {line}")
            result.pop("elapsedMicroseconds")
            # The corpus changes before the index does.
            result.pop("warnings")
            results[message["id"]] = result
    return results


def truth_of(place):
    """What a daemon that knows only one generation says."""
    done = subprocess.run(
        [BIN + "/verbatimd", "serve", "--stdio", *place], input=REQUESTS, stdout=subprocess.PIPE, check=True
    )
    results = read_replies(io.BytesIO(done.stdout))
    return results[0]["generation"], results


class Client(threading.Thread):
    """Asks until it is told to end; a new connection for every round, or one for all."""

    def __init__(self, path, truths, over, connects_anew):
        super().__init__(daemon=True)
        self.path, self.truths, self.over, self.connects_anew = path, truths, over, connects_anew
        self.answers, self.generations, self.problem = 0, set(), None

    def run(self):
        try:
            file = None
            while not self.over.is_set():
                if file is None or self.connects_anew:
                    connection = socket.socket(socket.AF_UNIX)
                    connection.settimeout(60)
                    connection.connect(self.path)
                    file = connection.makefile("rwb")
                file.write(REQUESTS)
                file.flush()
                for number, result in read_replies(file).items():
                    truth = self.truths.get(result["generation"])
                    expect(truth is not None, f"an unknown generation: {result['generation']}")
                    expect(result == truth[number], f"{QUESTIONS[number]}: {result}\nexpected: {truth[number]}")
                    self.answers += 1
                    self.generations.add(result["generation"])
        except Exception as error:  # pylint: disable=broad-except
            self.problem = error
            self.over.set()


with tempfile.TemporaryDirectory(dir="/tmp", prefix="verbatim-") as folder:
    # One corpus is ours, the other has one document less and one more.
    shutil.copytree(CORPUS, folder + "/a")
    shutil.copytree(CORPUS, folder + "/b")
    names = sorted(name for name in os.listdir(folder + "/b") if name[0].isdigit())
    os.remove(f"{folder}/b/{names[0]}")
    with open(folder + "/b/2015-01-01-other.md", "w", encoding="utf-8") as file:
        file.write("# Other\n\n" + "".join(f"State {n} spoke of the veto.\n\n" for n in range(200)))

    truths = {}
    for name in "ab":
        place = ["--corpus", f"{folder}/{name}", "--index", f"{folder}/index-{name}"]
        generation, results = truth_of(place)
        truths[generation] = results
    expect(len(truths) == 2, "the two corpora give one generation")

    index, path = folder + "/index", folder + "/d.sock"
    place = ["--index", index, "--socket", path]
    over = threading.Event()
    builds = kills = 0
    with open(folder + "/log", "wb") as log:
        daemon = subprocess.Popen(
            [BIN + "/verbatimd", "serve", "--corpus", folder + "/a", *place], stderr=log, stdin=subprocess.DEVNULL
        )
    try:
        while not os.path.exists(path):
            expect(daemon.poll() is None, "the daemon does not start")
            time.sleep(0.01)
        # Answered once the first index stands.
        subprocess.run([BIN + "/verbatim", "count", "veto", "--no-spawn", *place], capture_output=True, check=True)
        clients = [Client(path, truths, over, connects_anew=number % 2 == 0) for number in range(6)]
        for client in clients:
            client.start()
        chance = random.Random(7)
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and not over.is_set():
            corpus = f"{folder}/{'ab'[builds % 2]}"
            builds += 1
            if chance.random() < 0.3:
                builder = subprocess.Popen(
                    [BIN + "/verbatimd", "index", "build", "--corpus", corpus, "--index", index],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                time.sleep(chance.random() * 0.03)
                builder.kill()
                builder.wait()
                kills += 1
                done = subprocess.run([BIN + "/verbatim", "reload", *place], capture_output=True, text=True)
            else:
                done = subprocess.run(
                    [BIN + "/verbatim", "index", "build", "--corpus", corpus, *place], capture_output=True, text=True
                )
            expect(done.returncode == 0, f"exit {done.returncode}: {done.stderr}")
            search = subprocess.run(
                [BIN + "/verbatim", "search", "veto", "--no-spawn", *place], capture_output=True, text=True
            )
            expect(search.returncode == 0, f"search: exit {search.returncode}: {search.stderr}")
        over.set()
        for client in clients:
            client.join(120)
            if client.problem:
                raise client.problem
        for client in clients:
            expect(client.generations == set(truths), "a client has not seen both generations")
    except Wrong as problem:
        sys.exit(f"wrong: {problem}")
    finally:
        daemon.terminate()
        daemon.wait()
    answers = sum(client.answers for client in clients)
    print(f"{SECONDS:g} s: {builds} builds, {kills} of them killed; {answers} answers, all of one generation each")
