from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.read.head import head_of, unread


@pytest.mark.parametrize(
    ("source", "limit", "head"),
    [
        ("a b\n\nc d\ne f", 20, "a b\n\nc d\ne f"),
        ("a b\n\nc d\ne f", 9, "a b\n\n"),
        ("a b\nc d e f", 9, "a b\n"),
        ("a b c d e f", 8, "a b c d "),
        ("abcdefgh", 3, "abc"),
        ("abc \n ", 3, "abc \n "),
        ("", 0, ""),
    ],
)
def test_the_head_ends_where_a_paragraph_a_line_or_a_word_ends(source: str, limit: int, head: str) -> None:
    assert head_of(source, limit) == head


@given(st.text("ab \n", min_size=1, max_size=60), st.integers(1, 30))
def test_head_and_rest_are_the_whole(source: str, limit: int) -> None:
    head = head_of(source, limit)
    assert source.startswith(head)
    if head != source:
        rest = unread(source, len(head))
        assert rest.start is not None
        assert source[rest.start : rest.end] == rest.raw == source[len(head) :].strip()
        assert rest.text == ""
        assert len(head) <= limit
