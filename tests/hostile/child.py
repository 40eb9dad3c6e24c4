"""Cleans hostile inputs, each in a process of its own: ``python -m tests.hostile.child SIZE FOLDER < names``.

This process loads cleannews once and forks for every case, so that a case can crash, hang or eat memory on
its own. It prints one JSON line per case. FOLDER holds a file that nothing may read; a server on this
machine waits for calls that nothing may make, and an audit hook watches what Python itself opens.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import cleannews
from tests.hostile.case import FILE, HOST
from tests.hostile.oracle import BrokenPromiseError, hold
from tests.hostile.table import CASES

if TYPE_CHECKING:
    from tests.hostile.case import Case

CPU_SECONDS = 10
"""No case may take longer; processor time, so that a busy machine does not matter."""

WALL_SECONDS = 120
"""What waits for something without using the processor hangs."""

MEMORY = 1 << 30
"""Bytes that no case may hold."""

CANARY = "canary-that-nothing-may-read"
"""What the file holds; in no article may it appear."""

_REACHING = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "ftplib.",
    "http.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_HOMES = tuple(
    sorted({sys.prefix, sys.base_prefix, str(Path(cleannews.__file__).parent), str(Path(os.__file__).parent)})
)


class Watch:
    """Audit hook: remembers what reaches out while it is on."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event.startswith(_REACHING):
            self.seen.append(event)
        elif event == "open":
            path, _, flags = arguments
            inside = isinstance(path, str) and path.startswith(_HOMES)  # a module loaded when first needed
            if not inside or flags & _WRITING:
                self.seen.append(f"open {path!r}")


def filled(dump: bytes | str, file: str, host: str) -> bytes | str:
    """Put the addresses of the canaries in."""
    if isinstance(dump, bytes):
        return dump.replace(FILE.encode(), file.encode()).replace(HOST.encode(), host.encode())
    return dump.replace(FILE, file).replace(HOST, host)


def outcome(case: Case, dump: bytes | str, watch: Watch) -> dict[str, Any]:
    """Clean one input, hold the article to its promises, and say what came of it."""
    watch.on = True
    start = time.process_time()
    try:
        article = cleannews.clean(dump, url="http://news.example/2031/05/04/ferry")
    except cleannews.CleanNewsError as error:
        return {"error": type(error).__name__}
    finally:
        seconds = time.process_time() - start
        watch.on = False
    try:
        hold(article, dump)
        broken = None
    except BrokenPromiseError as error:
        broken = str(error)
    written = article.to_json(blocks=True)
    said = " ".join(article.text.split())
    return {
        "seconds": round(seconds, 3),
        "status": str(article.status),
        "broken": broken or (f"reaches out: {watch.seen}" if watch.seen else None) or (
            "the canary is out" if CANARY in written else None
        ),
        "kept": case.first is None or case.first in said,
        "there": case.first is None or any(case.first in " ".join(b.text.split()) for b in article.blocks),
        "truncated": article.truncated,
        "warnings": list(article.warnings),
    }  # fmt: skip


def peak() -> int:
    """Bytes this process has held at most."""
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def one_case(case: Case, size: int, places: tuple[str, str], pipe: int, watch: Watch) -> NoReturn:
    """Run in the forked child: limits on, clean, tell, leave."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS + 5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))
    dump = filled(case.build(size), *places)
    try:
        told = outcome(case, dump, watch)
    except BaseException as error:  # noqa: BLE001 - whatever comes out is what the test is about
        told = {"raised": f"{type(error).__name__}: {error}"[:500]}
    told |= {"name": case.name, "size": len(dump), "peak": peak()}
    with os.fdopen(pipe, "wb") as stream:
        stream.write(json.dumps(told).encode("utf-8", "backslashreplace"))
    os._exit(0)


def run(case: Case, size: int, places: tuple[str, str], watch: Watch) -> dict[str, Any]:
    """Fork for one case and wait for what it tells."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        one_case(case, size, places, writing, watch)
    os.close(writing)
    told = b""
    end = time.monotonic() + WALL_SECONDS
    while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
        piece = os.read(reading, 1 << 20)
        if not piece:
            break
        told += piece
    else:
        os.kill(child, signal.SIGKILL)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if told:
        return dict(json.loads(told))
    return {"name": case.name, "died": os.waitstatus_to_exitcode(status)}


def was_asked(server: socket.socket) -> bool:
    """Tell whether somebody has called."""
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def main(size: int, folder: Path) -> None:
    """Run the cases whose names come in."""
    warnings.simplefilter("error")
    for first in (b"Rain\n\nIt rained all day in the valley.\n", "<p>Übermäßig</p>".encode("cp1252")):
        cleannews.clean(first)  # what is loaded with the first page is loaded before the forks
    (folder / "canary").write_text(CANARY, encoding="ascii")
    watch = Watch()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        places = (str(folder / "canary"), f"127.0.0.1:{server.getsockname()[1]}")
        for name in sys.stdin.read().split():
            told = run(CASES[name], size, places, watch)
            if was_asked(server):
                told["broken"] = "the server was asked"
            print(json.dumps(told), flush=True)  # noqa: T201 - the answer to who started us


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
