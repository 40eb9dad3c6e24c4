"""Cleaners that misbehave on demand; workers import them by the name ``tests.batch.cleaners:function``."""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import sys
import time
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any

from cleannews.article import Article, Block, Image, Link, Paragraph
from cleannews.labels import Kind, Label, Status


def plain(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Take the input as the article's text, whatever it is."""
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    text = raw.decode("utf-8", "replace").strip()
    first, _, second = text.partition(" ")
    status = Status(second) if first == "status" else Status.OK if text else Status.EMPTY
    digest = hashlib.sha256(raw).hexdigest()
    return Article(
        text=text,
        status=status,
        confidence=0.25 if "unsure" in text else 0.9,
        article_score=0.9,
        kind=Kind.TEXT,
        input_sha256=digest,
        title=text.split("\n", maxsplit=1)[0][:80] or None,
        url=options.get("url"),
        paragraphs=(Paragraph(Label.BODY, text, (0,), 0, len(text)),) if text else (),
        fingerprint=digest[:16] if text else "",
    )


def narrow(data: bytes | str, *, url: str | None, kind: str, mode: str, limits: object) -> Article:
    """Take what every cleaner is given, and no more."""
    del kind, mode, limits
    return plain(data, url=url)


def rich(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Fill every field there is."""
    article = troubled(data, **options)
    return replace(
        article,
        authors=("Ann Lee", "Bo, Jr."),
        published=datetime(2031, 5, 4, 6, 30, tzinfo=timezone.utc),
        modified=date(2031, 5, 5),
        section='News "today"',
        tags=("a;b", "c\nd"),
        image=Image("https://a.example/i.jpg", caption="Rain"),
        images=(Image("https://a.example/i.jpg", caption="Rain", credit="X"),),
        related=(Link("Floods"), Link("Ferry", "https://a.example/f")),
        comment_counts={"wordpress": 3},
        is_free=True,
        word_count=len(article.text.split()),
        sources={"title": "h1"},
        blocks=(Block(0, article.text, article.text, Label.BODY, "model", "", 0.9, 0, 5, None),),
    )


def troubled(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Do what the input's first word says, then clean it."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    word = (text.split() or [""])[0]
    if word in _TROUBLES:
        _TROUBLES[word](text)
    return plain(data, **options)


def slow(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Take a while over each input, as long as the environment says."""
    time.sleep(float(os.environ.get("NAP", "0.015")))  # so that a run lasts until it is stopped
    return plain(data, **options)


def counted(data: bytes | str, **options: Any) -> Article:  # noqa: ANN401 - the signature of clean()
    """Note in the file named by the environment that an input was cleaned."""
    article = plain(data, **options)
    with open(os.environ["CLEANED_LOG"], "a", encoding="utf-8") as log:  # noqa: PTH123 - a one-liner
        log.write(f"{article.title}\n")
    return article


def _die_once(text: str) -> None:
    """Crash the first time; the file named in the text remembers."""
    mark = text.split()[1]
    if not os.path.exists(mark):  # noqa: PTH110 - a one-liner
        with open(mark, "x", encoding="ascii"):  # noqa: PTH123 - a one-liner
            pass
        os.kill(os.getpid(), 9)


def _allocate(_text: str) -> None:
    """Take memory bit by bit, as a runaway loop does."""
    held = []
    while True:
        held.append(bytearray(16 << 20))
        time.sleep(0.01)  # so that the watch sees it grow before the machine is full


def _print(_text: str) -> None:
    """Print on every channel there is."""
    print("noise on stdout")  # noqa: T201 - the point
    sys.stderr.write("noise on stderr\n")
    os.write(1, b"noise on descriptor 1\n")
    os.write(2, b"noise on descriptor 2\n")


def _raise(_text: str) -> None:
    raise ValueError("no such thing")


def _raise_half(_text: str) -> None:
    raise ValueError("half a pair: \ud800")


def _write(path: str, word: str) -> None:
    """Change another input while the run is at work."""
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a one-liner
        file.write(word)


_TROUBLES = {
    "segv": lambda _text: ctypes.string_at(0),
    "quit": lambda _text: os._exit(0),
    "leave": lambda _text: sys.exit(3),
    "nap": lambda _text: time.sleep(0.03),  # longer than others, within any deadline
    "hang": lambda _text: time.sleep(3600),  # beyond any deadline
    "spin": lambda _text: re.match(r"(a+)+$", "a" * 64 + "b"),  # C code that holds the interpreter lock
    "allocate": _allocate,
    "giant": lambda _text: bytearray(1 << 40),
    "print": _print,
    "raise": _raise,
    "half": _raise_half,
    "write": lambda text: _write(*text.split()[1:]),
    "remove": lambda text: os.remove(text.split()[1]),  # noqa: PTH107 - a one-liner
    "once": _die_once,
}
