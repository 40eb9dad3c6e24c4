"""Threads do not disturb each other. ``python -m benchmarks.soak`` does the same with thousands of pages."""

from __future__ import annotations

from benchmarks.soak import differing, soak
from tests.hostile.case import CHINESE, CZECH, RUSSIAN, dump, page, paragraphs

PAGES = [
    *(page(paragraphs(body)).encode() for body in (CZECH, RUSSIAN, CHINESE)),
    *(dump(body).encode() for body in (CZECH, RUSSIAN, CHINESE)),
    page().encode(),
    dump().encode(),
    page(paragraphs(CZECH)).encode("cp1250"),
]


def test_threads_give_what_one_thread_gives() -> None:
    assert differing(PAGES, threads=4) == 0


def test_memory_is_taken_after_the_warm_up_and_at_the_end() -> None:
    told = soak(PAGES, 20)
    assert told["pages"] == 20
    assert told["growth"] < 1
