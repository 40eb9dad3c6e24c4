from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleannews.batch.place import other_place, place_of
from cleannews.batch.records import Identity

NAMES = st.one_of(
    st.sampled_from([b"a", b"a.md", b"A.MD", b"..", b".", b"", b"x" * 300, b"x" * 253, b"1", b"1.md"]),
    st.binary(min_size=1, max_size=8).filter(lambda name: b"/" not in name and b"\0" not in name),
)
IDENTITIES = st.builds(
    Identity, st.lists(NAMES, min_size=1, max_size=3).map(b"/".join), st.one_of(st.none(), st.integers(1, 12))
)


@pytest.mark.parametrize(
    ("path", "line", "place"),
    [
        (b"a.html", None, "a.html.md"),
        (b"a.txt", None, "a.txt.md"),
        (b"2031/05/a.html.gz", None, "2031/05/a.html.gz.md"),
        (b"d.jsonl", 7, "d.jsonl/7.md"),
        (b"-rf", None, "-rf.md"),
    ],
)
def test_an_article_lies_under_the_path_of_its_input(path: bytes, line: int | None, place: str) -> None:
    assert place_of(Identity(path, line), ".md") == place


@pytest.mark.parametrize("path", [b"../a.html", b"/etc/a.html", b"./a", b"a//b", b"x.md/a.html", b"x" * 254])
def test_what_cannot_stand_as_it_is_gets_a_name_of_its_own(path: bytes) -> None:
    place = place_of(Identity(path), ".md")
    parts = place.split("/")
    assert not {"", ".", ".."} & set(parts)
    assert all(len(part.encode()) <= 255 for part in parts)
    assert "~" in place
    assert place.endswith(".md")


def test_a_cut_name_ends_at_a_character() -> None:
    place_of(Identity(("é" * 200).encode()), ".md").encode()


@given(one=IDENTITIES, other=IDENTITIES)
@example(one=Identity(b"a"), other=Identity(b"a.md/b"))
@example(one=Identity(b"a", 1), other=Identity(b"a/1"))
@example(one=Identity(b"x" * 300), other=Identity(place_of(Identity(b"x" * 300), "").encode()))
def test_no_two_inputs_share_a_place_and_none_is_a_folder_of_another(one: Identity, other: Identity) -> None:
    if one == other or (one.path + b"/").startswith(other.path + b"/"):
        return  # a file is no folder, and no file of many is named like one of its parts
    if (other.path + b"/").startswith(one.path + b"/"):
        return
    first, second = place_of(one, ".md"), place_of(other, ".md")
    assert first != second
    assert not second.startswith(f"{first}/")
    assert not first.startswith(f"{second}/")


def test_a_taken_place_has_another() -> None:
    assert other_place("A/b.md") != other_place("a/b.md")
    assert other_place("A/b.md").startswith("A/b~")
    assert other_place("A/b.md").endswith(".md")
