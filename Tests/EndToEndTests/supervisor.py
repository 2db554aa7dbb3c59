"""Starts a daemon as systemd does: with a socket that is listened at as file 3, and a socket for notices.

usage: supervisor.py VERBATIMD VERBATIM FOLDER

Prints each notice as it comes, and what the client got to read, a line each.
"""

import os
import socket
import subprocess
import sys

DAEMON, CLIENT, FOLDER = sys.argv[1:]
PATH = FOLDER + "/run/d.sock"


def start(listener, notices_path):
    child = os.fork()
    if child == 0:
        os.dup2(listener.fileno(), 3)
        os.set_inheritable(3, True)
        os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1", NOTIFY_SOCKET=notices_path)
        os.execv(DAEMON, [DAEMON, "serve"])
    return child


def client(*arguments):
    done = subprocess.run([CLIENT, *arguments, "--no-spawn", "--socket", PATH], capture_output=True, text=True)
    print(f"{arguments[0]}: exit {done.returncode} {done.stdout.strip()}", flush=True)


os.chdir(FOLDER)
os.umask(0o177)
listener = socket.socket(socket.AF_UNIX)
listener.bind(PATH)
listener.listen()
notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
notices.settimeout(60)
name = "\0verbatim-test-%d" % os.getpid()
notices.bind(name)
for stop in ["asked", "signal"]:
    child = start(listener, "@" + name[1:])
    print(notices.recv(100).decode(), flush=True)
    client("count", "veto")
    client("reload")
    for _ in range(2):
        print(notices.recv(100).decode().split("=")[0], flush=True)
    if stop == "asked":
        client("stop")
    else:
        os.kill(child, 15)
    print(notices.recv(100).decode(), flush=True)
    print(f"left: {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}", flush=True)
    print(f"socket stands: {os.path.exists(PATH)}", flush=True)
