"""Thousands of connections, most of them ill-behaved, at one daemon: is it still there for those who behave?

usage: load.py BIN_FOLDER [SECONDS [CORPUS]]

Idle connections, senders of a byte now and then, clients that ask for large pages and never read, and busy ones, up to the limit and
beyond. One client asks all the while, on a connection of its own for each question, and must always be answered. Prints its times
without and with the load, and what the daemon used; exits 1 if an answer is missing or wrong.
"""

import json
import multiprocessing
import os
import resource
import select
import socket
import subprocess
import sys
import tempfile
import time

for name in ["VERBATIM_CORPUS", "VERBATIM_INDEX", "VERBATIM_SOCKET", "VERBATIM_FORMAT", "VERBATIM_NO_SPAWN", "CI"]:
    os.environ.pop(name, None)

BIN = os.path.abspath(sys.argv[1])
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 10
CORPUS = sys.argv[3] if len(sys.argv) > 3 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "corpus")
IDLE, SLOW, DEAF, BUSY, LIMIT = 2500, 500, 200, 50, 4096


def request(method, number=1, **parameters):
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}).encode() + b"\n"


def connect(path, seconds=60):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(path)
    connection.settimeout(seconds)
    return connection


def ask(connection, method, **parameters):
    try:
        connection.sendall(request(method, **parameters))
    except BrokenPipeError:
        pass  # Who is refused may have been told before asking.
    return json.loads(connection.makefile("rb").readline())


def hold_idle(path, ready, over):
    connections = [connect(path) for _ in range(IDLE)]
    ready.release()
    over.wait()
    return connections


def send_slowly(path, ready, over):
    connections = [connect(path) for _ in range(SLOW)]
    ready.release()
    line = request("count", query="veto")
    position = 0
    while not over.wait(0.1):
        for connection in connections:
            connection.send(line[position : position + 1])
        position = (position + 1) % (len(line) - 1)


def never_read(path, ready, over):
    connections = [connect(path) for _ in range(DEAF)]
    for connection in connections:
        connection.setblocking(False)
    ready.release()
    line = b"".join(request("search", number, query="the OR of", limit=0) for number in range(8))
    while not over.wait(0.05):
        for connection in connections:
            try:
                connection.send(line)
            except (BlockingIOError, BrokenPipeError, ConnectionResetError):
                pass


def keep_busy(path, ready, over, replies):
    poll = select.epoll()
    connections = {}
    for _ in range(BUSY):
        connection = connect(path)
        connections[connection.fileno()] = connection
        poll.register(connection, select.EPOLLIN)
        connection.sendall(request("search", query="veto"))
    ready.release()
    while not over.is_set():
        for number, _ in poll.poll(0.1):
            received = connections[number].recv(1 << 20)
            if not received:
                sys.exit("a busy client was cut off")
            lines = received.count(b"\n")
            replies.value += lines
            for _ in range(lines):
                connections[number].sendall(request("search", query="veto"))


def probe(path, seconds):
    """Asks on a new connection each time; returns the times it took, sorted, in milliseconds."""
    times, deadline = [], time.monotonic() + seconds
    while time.monotonic() < deadline:
        start = time.monotonic()
        with connect(path) as connection:
            reply = ask(connection, "count", query="veto")
        if reply.get("result", {}).get("total") != TOTAL:
            sys.exit(f"wrong: {reply}")
        times.append((time.monotonic() - start) * 1e3)
        time.sleep(0.005)
    return sorted(times)


def show(name, times):
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{name}: {len(times)} questions, p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms, longest {times[-1]:.1f} ms")


def used(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        fields = dict(line.split(":", 1) for line in file)
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        ticks = file.read().rpartition(")")[2].split()
    files = len(os.listdir(f"/proc/{pid}/fd"))
    seconds = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
    return f"{int(fields['VmRSS'].split()[0]) // 1024} MiB, at most {int(fields['VmHWM'].split()[0]) // 1024}; {files} files; {seconds:.1f} s of processor"


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
with tempfile.TemporaryDirectory(dir="/tmp", prefix="verbatim-") as folder:
    path = folder + "/d.sock"
    with open(folder + "/log", "wb") as log:
        daemon = subprocess.Popen(
            [BIN + "/verbatimd", "serve", "--corpus", CORPUS, "--index", folder + "/index", "--socket", path],
            stderr=log,
            stdin=subprocess.DEVNULL,
        )
    over, ready, replies = multiprocessing.Event(), multiprocessing.Semaphore(0), multiprocessing.Value("q", 0)
    loads = []
    try:
        while not os.path.exists(path):
            time.sleep(0.01)
        with connect(path, 600) as first:
            file = first.makefile("rwb")
            file.write(request("count", query="veto"))
            file.flush()
            reply = json.loads(file.readline())
            while "method" in reply:
                reply = json.loads(file.readline())
            TOTAL = reply["result"]["total"]
        show("alone", probe(path, min(SECONDS, 5)))
        for load in [hold_idle, send_slowly, never_read]:
            loads.append(multiprocessing.Process(target=load, args=(path, ready, over)))
        loads.append(multiprocessing.Process(target=keep_busy, args=(path, ready, over, replies)))
        start = time.monotonic()
        for load in loads:
            load.start()
        for _ in loads:
            ready.acquire()
        print(f"{IDLE} idle, {SLOW} slow, {DEAF} that never read, {BUSY} busy: connected in {time.monotonic() - start:.2f} s")
        start, before = time.monotonic(), replies.value
        show("under load", probe(path, SECONDS))
        print(f"busy clients: {(replies.value - before) / (time.monotonic() - start):.0f} replies a second")
        print(f"the daemon: {used(daemon.pid)}")

        rest, refused = [], 0
        while refused < 100:
            connection = connect(path)
            reply = ask(connection, "status")
            if "result" in reply:
                rest.append(connection)
            elif reply["error"]["data"]["kind"] == "Busy":
                refused += 1
            else:
                sys.exit(f"wrong: {reply}")
        print(f"{len(rest)} more let in, then refused: limit {LIMIT}")
    finally:
        over.set()
        for load in loads:
            load.join(10)
            load.kill()
        start = time.monotonic()
        daemon.terminate()
        code = daemon.wait()
        print(f"left {time.monotonic() - start:.2f} s after the signal: exit {code}")
    if code != 0:
        sys.exit("wrong: the daemon did not end as it should")
