from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.learning import cost
from tests.label.site.newsroom import HARBOUR, VALLEY

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_of_sites_with_enough_of_them_are_sampled(tmp_path: Path) -> None:
    for name, site, count in (("a", HARBOUR, 3), ("b", VALLEY, 5)):
        head = f'<head><link rel="canonical" href="https://{name}.example/">'
        for number in range(count):
            page = site.html(number).replace("<head>", head, 1)
            (tmp_path / f"{name}{number}.html").write_text(page, encoding="utf-8")
    found = cost(tmp_path)
    assert (found.pages, found.sampled) == (8, 5)
    assert "5 sampled" in found.told()
    assert min(found.first, found.second, found.cleaning) > 0
