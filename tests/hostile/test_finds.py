"""What fuzzing found once stays mended; what it begins with is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.fuzz import FINDS, PAGES, WORDS, dump_of, one_input, plant

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("find", sorted(FINDS.iterdir()), ids=lambda find: find.name)
def test_a_find_stays_mended(find: Path) -> None:
    one_input(find.read_bytes())


def test_the_first_byte_chooses_how_the_rest_is_given() -> None:
    given = {(type(dump), kind) for dump, kind in (dump_of(bytes((choice,)) + b"x") for choice in range(6))}
    assert len(given) == 6
    assert dump_of(b"") == (b"", "auto")


def test_the_words_are_a_dictionary_of_libfuzzer() -> None:
    lines = WORDS.read_text(encoding="ascii").splitlines()
    assert len(lines) > 50
    assert all(line.startswith('"') and line.endswith('"') for line in lines)


def test_the_pages_of_the_tests_are_planted(tmp_path: Path) -> None:
    plant(tmp_path)
    assert len(list(tmp_path.iterdir())) > len(list(PAGES.glob("*/source.*")))
