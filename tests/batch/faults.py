"""A program that runs a folder under one fault after the other and tells which of them left a mark.

``python -m tests.batch.faults KIND FOLDER STRIDE``: for every point at which the run changes the disk, a
forked child meets the fault there, a second one runs the same command undisturbed, and what it leaves is
compared with a run that met no fault. With a stride of 5 every fifth point is tried. Cleaning is done in the
same process, so that the points can be counted.

Kinds: ``kill`` (SIGKILL), ``power`` (SIGKILL, and what was not synced is lost), ``full`` (no space on the
disk from there on), ``error`` (the disk fails that once), ``limit`` (files may not grow beyond a size, which
also strikes inside SQLite), ``trace`` (no fault: print the operations).
"""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any, NoReturn

import cleannews.batch.learn
import cleannews.batch.sketching  # here and not in every child: it takes longer than a run
from cleannews import learn_site
from cleannews.batch import clean_folder, run
from cleannews.errors import FolderError
from tests.batch.inline import InlineSupervisor
from tests.label.site.newsroom import HARBOUR, VALLEY

OPTIONS: dict[str, Any] = {"cleaner": "tests.batch.cleaners:troubled", "commit_seconds": 0.0}
PACKED = ("jsonl.gz", "txt")
LEARNING: dict[str, Any] = {"learn": "always", "site_by": "folder"}


class Faults:
    """Counts the operations that change the disk, and strikes at one of them.

    Args:
        kind: What happens then.
        at: Before which operation, from 0; -1 for never.
    """

    def __init__(self, kind: str, at: int) -> None:
        self.kind = kind
        self.at = at
        self.count = 0
        self.trace: list[tuple[str, str]] = []
        self.synced: dict[str, int] = {}

    def point(self, operation: str, path: str) -> None:
        """Strike, if this is the point."""
        here = self.count
        self.count += 1
        if self.at >= 0 and (here == self.at or (here > self.at and self.kind == "full")):
            self.strike(operation)
        self.trace.append((operation, Path(path).name))

    def strike(self, operation: str) -> None:
        """Do what this kind of fault does."""
        if self.kind == "error":
            if operation in ("BEGIN", "COMMIT"):
                raise sqlite3.OperationalError("disk I/O error")
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if self.kind == "full":
            if operation in ("BEGIN", "COMMIT"):
                raise sqlite3.OperationalError("database or disk is full")
            if operation in ("write", "fsync"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return
        if self.kind == "power":
            for path, length in self.synced.items():
                if os.path.exists(path):  # noqa: PTH110 - paths of descriptors are strings
                    size = os.stat(path).st_size  # noqa: PTH116 - the same
                    real_truncate(path, min(size, length))
                    real_truncate(path, size)  # the length got to the disk, the bytes did not
        os.kill(os.getpid(), signal.SIGKILL)


real_write, real_fsync, real_ftruncate, real_truncate = os.write, os.fsync, os.ftruncate, os.truncate
real_replace, real_unlink, real_connect = Path.replace, Path.unlink, sqlite3.connect


def install(faults: Faults) -> None:
    """Put the points into the operations that change the disk."""

    def write(descriptor: int, data: bytes) -> int:
        path = name_of(descriptor)
        faults.synced.setdefault(path, 0)
        faults.point("write", path)
        half = len(data) // 2
        written = real_write(descriptor, bytes(data)[:half])
        faults.point("write", path)
        return written + real_write(descriptor, bytes(data)[half:])

    def fsync(descriptor: int) -> None:
        path = name_of(descriptor)
        faults.point("fsync", path)
        real_fsync(descriptor)
        faults.synced[path] = os.fstat(descriptor).st_size

    def ftruncate(descriptor: int, length: int) -> None:
        faults.point("truncate", name_of(descriptor))
        real_ftruncate(descriptor, length)

    def replace(path: Path, target: Path) -> Path:
        faults.point("rename", str(target))
        return real_replace(path, target)

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        faults.point("unlink", str(path))
        real_unlink(path, missing_ok=missing_ok)

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401 - passed on
            word = sql.split(maxsplit=1)[0]
            if word in ("BEGIN", "COMMIT"):
                faults.point(word, "ledger.sqlite")
            return super().execute(sql, *arguments)

    def connect(path: Path, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 - passed on
        return real_connect(path, factory=Connection, **options)

    for owner, name, double in (
        (os, "write", write),
        (os, "fsync", fsync),
        (os, "sync", lambda: faults.point("sync", "all")),
        (os, "ftruncate", ftruncate),
        (Path, "replace", replace),
        (Path, "unlink", unlink),
        (sqlite3, "connect", connect),
    ):
        setattr(owner, name, double)


def name_of(descriptor: int) -> str:
    """Return the path of an open file."""
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())


def in_child(source: Path, target: Path, faults: Faults, **options: Any) -> int:  # noqa: ANN401 - passed on
    """Run once in a child process; return its exit code, negative if a signal ended it."""
    child = os.fork()
    if child == 0:
        run_and_exit(source, target, faults, OPTIONS | options)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run_and_exit(source: Path, target: Path, faults: Faults, options: dict[str, Any]) -> NoReturn:
    """Run once, and end the process: 0 done, 2 refused, 3 a surprise, 4 done without meeting the fault."""
    code = 3
    try:
        for module in (run, cleannews.batch.learn):
            setattr(module, "Supervisor", InlineSupervisor)  # noqa: B010 - a double, of another type
        if faults.kind == "limit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (faults.at, faults.at))
        else:
            install(faults)
        clean_folder(source, target, **options)
        code = 4 if faults.at >= faults.count or faults.at < 0 else 0
    except FolderError:
        code = 2
    finally:
        if faults.kind == "trace":
            sys.stdout.write(json.dumps(faults.trace))
            sys.stdout.flush()
        os._exit(code)


def fill(source: Path) -> None:
    """Make an input folder with what there can be: files, failures, copies, a container."""
    (source / "sub").mkdir(parents=True)
    for name, text in {
        "a.txt": "one",
        "b.txt": "raise",
        "c.txt": "one",
        "d.jsonl": '"two"\n\n"three"\n5\n',
        "e.jsonl": "",
        "sub/f.txt": "four",
        "sub/g.txt": "",
        "y.txt": " ".join(f"word{number}" for number in range(200)),
        "z.txt": " ".join(f"word{number}" for number in range(205)),
    }.items():
        (source / name).write_text(text)


def fill_sites(source: Path) -> None:
    """Make an input folder with pages of two sites, and what is no page."""
    for name, site in (("harbour", HARBOUR), ("valley", VALLEY)):
        (source / name).mkdir(parents=True)
        for number in range(3):
            (source / name / f"{number}.txt").write_text(site.text(number))
    (source / "harbour" / "nothing.txt").touch()
    (source / "more.jsonl").write_text("".join(json.dumps(HARBOUR.text(number)) + "\n" for number in (4, 5)))


def change_sites(source: Path) -> None:
    """Change it behind a finished run: the template of one site, and what is made with it."""
    (source / "harbour" / "3.txt").write_text(HARBOUR.text(3))
    (source / "valley" / "1.txt").touch()


def change(source: Path) -> None:
    """Change the folder behind a finished run."""
    (source / "a.txt").write_text("changed")
    (source / "bb.txt").write_text("new")
    (source / "sub" / "f.txt").unlink()
    (source / "d.jsonl").write_text('"two"\n\n"three"\n5\n"six"\n')


def whole_lines(path: Path) -> bool:
    """Tell whether a file ends where a record ends."""
    data = path.read_bytes() if path.exists() else b""
    return not data or data.endswith(b"\n")


class Campaign:
    """Runs a scenario under every fault of a kind.

    Args:
        kind: The kind of fault.
        folder: Where to work.
        stride: From one point to the next that is tried.
    """

    def __init__(self, kind: str, folder: Path, *, stride: int) -> None:
        self.kind = kind
        self.stride = stride
        self.folder = folder
        self.source = folder / "in"
        self.bad: list[str] = []
        self.points = 0
        self.struck = 0

    def scenario(
        self,
        name: str,
        *,
        start: Path | None,
        always: dict[str, Any] | None = None,
        source: Path | None = None,
        **options: Any,  # noqa: ANN401 - passed on
    ) -> None:
        """Run one scenario: a run that begins with a copy of an output folder, or with none.

        ``always`` are options of all its runs, the others those of the one that meets the fault.
        """
        always, source = always or {}, source or self.source
        fresh = self.folder / f"{name}-fresh"
        in_child(source, fresh, Faults("none", -1), **always)
        expected = contents(fresh)
        for at in range(0, 60_000, 1500) if self.kind == "limit" else range(0, 10_000, self.stride):
            target = self.folder / f"{name}-{at}"
            if start is not None:
                shutil.copytree(start, target)
            code = in_child(source, target, Faults(self.kind, at), **always, **options)
            self.points += 1
            self.struck += code in (-signal.SIGKILL, 2)
            if code not in (0, 2, 4, -signal.SIGKILL):
                self.bad.append(f"{name} {at}: exit code {code}")
            if code == 2 and not whole_lines(target / "articles.jsonl"):
                self.bad.append(f"{name} {at}: half a record is left")
            if in_child(source, target, Faults("none", -1), **always) != 4:
                self.bad.append(f"{name} {at}: does not go on")
            elif contents(target) != expected:
                self.bad.append(f"{name} {at}: differs")
            shutil.rmtree(target)
            if code == 4:
                break


def contents(target: Path) -> dict[str, bytes]:
    """Return what a run left: the names of all files, and the bytes of those that are records."""
    return {
        path.relative_to(target).as_posix(): b""
        if path.is_dir() or path.suffix == ".sqlite"
        else path.read_bytes()
        for path in target.rglob("*")
    }


def learn(campaign: Campaign, folder: Path) -> None:
    """Run the scenarios of a folder that is learned from."""
    learn_site([HARBOUR.text(0), HARBOUR.text(1)])  # what reading loads is loaded before the forks
    sites, learned = folder / "sites", folder / "learned"
    fill_sites(sites)
    in_child(sites, learned, Faults("none", -1), **LEARNING)
    campaign.scenario("learning", start=None, always=LEARNING, source=sites)
    change_sites(sites)
    campaign.scenario("relearning", start=learned, always=LEARNING, source=sites)


def main() -> None:
    """Run the campaign and print what came of it."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    campaign = Campaign(kind, folder, stride=int(sys.argv[3]))
    fill(campaign.source)
    finished = folder / "finished"
    if kind == "trace":
        in_child(campaign.source, finished, Faults(kind, -1))
        return
    in_child(campaign.source, finished, Faults("none", -1))
    campaign.scenario("fresh", start=None)
    campaign.scenario("forms", start=finished, always={"formats": ("csv", "md", "jsonl.gz", "report")})
    packed = folder / "packed"
    in_child(campaign.source, packed, Faults("none", -1), formats=PACKED)
    campaign.scenario("over", start=finished, resume=False)
    change(campaign.source)
    campaign.scenario("changed", start=finished)
    campaign.scenario("repacked", start=packed, always={"formats": PACKED})
    learn(campaign, folder)
    result = {"points": campaign.points, "struck": campaign.struck, "bad": campaign.bad[:20]}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
