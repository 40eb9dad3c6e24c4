"""What a folder run costs besides cleaning: ``python -m benchmarks.folder_runs FOLDER``.

FOLDER gets ``in`` with that many small files (kept, and used again by the next call) and ``out``. They are
cleaned by a stub that takes the file for the article's text, so time and memory are the runner's own. Printed
are time an input and the parent's memory for each tenth of the run, and how long the same command takes once
more.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleannews.article import Article, Paragraph
from cleannews.batch import folder
from cleannews.labels import Kind, Label, Status

if TYPE_CHECKING:
    from cleannews.batch import BatchReport

PER_FOLDER = 1000
WORDS = 40
"""Words of one input: 40 make 340 bytes."""


def stub(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Take the input as the article's text."""
    raw = data if isinstance(data, bytes) else data.encode()
    text = raw.decode()
    digest = hashlib.sha256(raw).hexdigest()
    return Article(
        text=text,
        status=Status.OK,
        confidence=0.9,
        article_score=0.9,
        kind=Kind.TEXT,
        input_sha256=digest,
        title=text[:40],
        url=options.get("url"),
        paragraphs=(Paragraph(Label.BODY, text, (0,), 0, len(text)),),
        fingerprint=digest[:16],
    )


def fill(source: Path, inputs: int) -> None:
    """Write the inputs that are not there yet, no two alike."""
    for number in range(inputs):
        path = source / f"{number // PER_FOLDER:05}" / f"{number:08}.txt"
        if number % PER_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(" ".join(f"w{number * WORDS + word}" for word in range(WORDS)), encoding="ascii")


def memory_mb() -> float:
    """Return the memory that this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


class Meter:
    """Stands for the progress bar: prints a line for each tenth."""

    def start(self, what: str, total: int | None, done: int) -> None:
        """Begin."""
        del what
        self._tenth = max(1, ((total or 0) - done) // 10)
        self._count = 0
        self._clock, self._cpu = time.monotonic(), time.process_time()
        print(f"{'inputs':>9} {'wall us':>8} {'cpu us':>8} {'RSS MB':>7}   of the parent, an input")

    def step(self, *, failed: bool) -> None:
        """Count an input."""
        del failed
        self._count += 1
        if self._count % self._tenth == 0:
            clock, cpu = time.monotonic(), time.process_time()
            wall_each = (clock - self._clock) / self._tenth * 1e6
            cpu_each = (cpu - self._cpu) / self._tenth * 1e6
            print(f"{self._count:>9,} {wall_each:>8.0f} {cpu_each:>8.0f} {memory_mb():>7.1f}", flush=True)
            self._clock, self._cpu = clock, cpu

    def tell(self, what: str) -> None:
        """Pass over."""

    def close(self) -> None:
        """End."""


def timed_run(place: Path, *, workers: int, resume: bool) -> BatchReport:
    """Clean, and print how long it took."""
    start, cpu = time.monotonic(), time.process_time()
    report = folder.clean_folder(
        place / "in", place / "out", workers=workers, resume=resume, cleaner="benchmarks.folder_runs:stub"
    )
    wall, cpu = time.monotonic() - start, time.process_time() - cpu
    counts = f"{report.total:,} inputs, {report.resumed:,} resumed"
    print(f"{counts}: {wall:.1f} s, {cpu:.1f} s of the parent's CPU")
    return report


def main() -> None:
    """Fill the folder, clean it, and clean it again."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.folder_runs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    fill(options.folder / "in", options.inputs)
    vars(folder)["progress_of"] = lambda _kind: Meter()
    timed_run(options.folder, workers=options.workers, resume=False)
    timed_run(options.folder, workers=options.workers, resume=True)


if __name__ == "__main__":
    main()
