from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleannews.batch import clean_folder

if TYPE_CHECKING:
    from tests.batch.shapes import Fill


class Scale:
    """Stands for the progress bar and weighs this process now and then."""

    def __init__(self) -> None:
        self.bytes: list[int] = []
        self._inputs = 0

    def start(self, what: str, total: int | None, done: int) -> None:
        """Begin."""

    def step(self, *, failed: bool) -> None:
        """Weigh at every 500th input."""
        del failed
        self._inputs += 1
        if self._inputs % 500 == 0:
            self.bytes.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)

    def tell(self, what: str) -> None:
        """Pass over."""

    def close(self) -> None:
        """End."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow_with_the_inputs(
    fill: Fill, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scale = Scale()
    monkeypatch.setattr("cleannews.batch.folder.progress_of", lambda _kind: scale)
    source = fill({f"{number // 500}/{number}.txt": f"page {number} " * 20 for number in range(20_000)})
    clean_folder(source, target, workers=2, cleaner="tests.batch.cleaners:plain")
    first, last = max(scale.bytes[:4]), sorted(scale.bytes[-8:])[4]
    assert last < 1.05 * first
