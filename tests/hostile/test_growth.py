"""Twice the input takes about twice the time, for storms that once took four times as long.

``python -m benchmarks.growth`` measures many more, at larger sizes.
"""

from __future__ import annotations

import gc
import time

import pytest

import cleannews

LIMITS = cleannews.Limits(input_bytes=10**9, elements=10**9, blocks=10**9, characters=10**9)
SENTENCE = "The council of the valley voted on Monday night to let the ferry sail after two years of dispute."

STORMS = {
    "a line below the headline again and again": ("", "rain falls\n"),
    "headings": ("<html><body>", "<h1>Rain stops</h1>"),
    "sentences between line breaks": ("<html><body>", f"{SENTENCE}<br>"),
}


def seconds(dump: str) -> float:
    gc.collect()
    gc.disable()  # its full passes would walk through what the other tests hold
    try:
        start = time.process_time()
        cleannews.clean(dump, limits=LIMITS)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("storm", STORMS)
def test_time_is_linear(storm: str) -> None:
    head, unit = STORMS[storm]
    seconds(head + 100 * unit)
    half, whole = seconds(head + 20_000 * unit), seconds(head + 40_000 * unit)
    if whole >= 3 * half:  # the machine may have been busy with something else
        whole = min(whole, seconds(head + 40_000 * unit))
    assert whole < 3 * half, f"{half:.2f} s, twice as much {whole:.2f} s"
