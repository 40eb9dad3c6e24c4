"""Cheap looks that spare a pattern: each must tell what the pattern tells, in any script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleannews.fields.byline_text import _DROPPED, _DROPPED_SIGNS, _HANDLE, _PICTURES, tidy
from cleannews.fields.bylines import openers, words
from cleannews.fields.dateline import _LINE, find_dateline
from cleannews.fields.dates import Locale, _search, find_shown
from cleannews.fields.urls import _WHOLE, absolute
from cleannews.label.lexicon import load_lexicon, mask_digits
from cleannews.label.masthead import SEPARATOR, separators, squeeze
from cleannews.label.measures import count_stops, count_words, ends_sentence, measure
from cleannews.label.rules.scene import CASE_BORDER, is_bordered, runs
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.sniff import _count_broken
from cleannews.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = """
    By von Ann LEE Łódź BBCNews homeNews ein ı İ ſ ß É × автор Анна 記者 王大明 كتب أحمد updated Min read
    e-mail photo yayınlandı 2024 ٢٠٢٤ 3.5.24 12:30 - – | : ： / @ann #rain www.example.com (dpa) BERLIN
    http://example.com … . ? 。 ！ ” ) _ ’ 12 69 มี.ค. 令和8年 3月 12日 12-Mar-26 Mar ’26
"""
_PIECES = (*_WORDS.split(), "\u200b", "\u00a0")
LINES = st.lists(st.sampled_from(_PIECES), max_size=9).flatmap(
    lambda pieces: st.sampled_from(("", " ")).map(lambda glue: glue.join(pieces))
) | st.text(max_size=40)


@settings(deadline=None)
@given(LINES)
def test_lines_without_the_sign_of_a_pattern_do_not_match_it(line: str) -> None:
    for language in ("en", "de", "tr", None):
        rules = openers(language)
        assert _span(rules.begin(line)) == _span(rules.start.match(line))
        if line.isascii():
            assert rules.leads(line) == (rules.anywhere.search(line) is not None)
    assert _span(words().find_end(line)) == _span(words().ends.search(line))
    assert [match.span() for match in separators(line)] == [
        match.span() for match in SEPARATOR.finditer(line)
    ]
    assert is_bordered(line) == (CASE_BORDER.search(line) is not None)
    for locale in (Locale("th"), Locale("fr"), Locale("ja")):
        assert find_shown(line, locale) == tuple(_search(line[:400], locale, first=1990))


@settings(deadline=None)
@given(LINES)
@example("\N{PENCIL}\N{VARIATION SELECTOR-16} By Ann Lee")
@example("\\")
def test_lines_are_changed_as_by_their_pattern(line: str) -> None:
    assert squeeze(line) == re.sub(r"[\W_]+", "", line.casefold())
    assert mask_digits(line) == re.sub(r"\d+", "#", line)
    bare = _DROPPED.sub(" ", line.replace("\u00a0", " "))
    bare = _PICTURES.sub("", _HANDLE.sub(" ", bare))
    assert tidy(line) == " ".join(bare.split()).strip(" |•·,;\\")
    assert _count_broken(line) == len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]", line))
    if _LINE.match(line[:90]) is None:
        assert find_dateline(line) is None
    assert _DROPPED.search(line) is None or not line.isascii() or any(sign in line for sign in _DROPPED_SIGNS)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12))
def test_columns_say_what_single_texts_say(lines: list[str]) -> None:
    segments = read_text("\n\n".join(lines), DEFAULT_LIMITS).segments
    measures = measure(segments)
    texts = [segment.text for segment in segments]
    assert measures.words == tuple(map(count_words, texts))
    assert measures.stops == tuple(map(count_stops, texts))
    assert measures.ended == tuple(map(ends_sentence, texts))


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 4))
def test_runs_are_the_longest_stretches(members: list[bool], least: int) -> None:
    found = runs(members, least=least)
    assert found == _stretches(members, least)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a?b#c",
        "http://example.com",
        "https://example.com/./a",
        "https://user@example.com/a",
        "https://[::1]/a",
        "https://[bad/a",
        "https://example.com:8080/a",
        "https://bücher.example/a",
        "https:///a",
        "HTTPS://example.com/a",
        "https://example.com\\a",
    ],
)
def test_a_plain_host_needs_no_parsing(address: str) -> None:
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_web = False
    found = absolute(address, base=None)
    assert (found is not None) == is_web
    if found and _WHOLE.match(address):
        assert found == address


def test_phrases_hold_no_digits() -> None:
    """``find_sentence`` masks the digits of a line only for phrases with ``#``."""
    phrases = [text for entries in load_lexicon().sentences.values() for text, _ in entries]
    assert not [text for text in phrases if re.search(r"\d", text)]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


def _stretches(members: Sequence[bool], least: int) -> list[range]:
    found, begin = [], 0
    for end in range(len(members) + 1):
        if end == len(members) or not members[end]:
            if end - begin >= least:
                found.append(range(begin, end))
            begin = end + 1
    return found
