from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.batch.names import spell, unspell


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (b"2031/05/storm.html", "2031/05/storm.html"),
        ("köln/überflutung.html".encode(), "köln/überflutung.html"),
        (b"line\nbreak.txt", "line\nbreak.txt"),
        (b"caf\xe9.html", r"caf\xe9.html"),
        (b"back\\slash.html", "back\\slash.html"),
        (rb"caf\xe9.html", r"caf\x5cxe9.html"),
    ],
)
def test_names_that_are_utf8_stay_and_others_are_escaped(path: bytes, name: str) -> None:
    assert spell(path) == name
    assert unspell(name) == path


@given(st.binary(max_size=40) | st.text(alphabet="\\xe9a/").map(str.encode))
def test_every_name_comes_back_and_is_json(path: bytes) -> None:
    assert unspell(json.loads(json.dumps(spell(path)).encode())) == path
    spell(path).encode("utf-8")  # no half surrogate pairs


@given(st.sets(st.binary(max_size=6) | st.text(alphabet="\\xe9", max_size=6).map(str.encode)))
def test_no_two_names_share_a_spelling(paths: set[bytes]) -> None:
    assert len({spell(path) for path in paths}) == len(paths)
