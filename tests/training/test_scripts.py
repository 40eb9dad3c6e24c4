from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from cleannews import clean
from cleannews.label.language import detect_language
from cleannews.label.lexicon import load_lexicon
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from training.corpus import load_cases
from training.scripts import SCRIPTS, Script, is_cased, main, put

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The river rose by 12 metres in the night, and nobody had seen it: who knew? Read on."
GOLD = [f"The river rose by {count} metres in the night, and nobody had seen it." for count in range(5)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.language)
def test_a_text_keeps_its_numbers_and_is_in_the_script(script: Script) -> None:
    made = put(TEXT, script, "en")
    letters = [letter for letter in made if letter.isalpha()]
    known = {*script.letters, *script.small} | {letter for letter in letters if not letter.isascii()}
    assert "12" in made
    assert letters
    assert known.issuperset(letters)
    assert (" " in made.strip()) is (script.spaced or script.language == "th")
    assert put(TEXT, script, "en") == made


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.language)
def test_known_lines_become_known_lines_of_the_same_kind(script: Script) -> None:
    lexicon = load_lexicon()
    for line in ("Most read", "12 comments", "Subscribe to our newsletter", "All rights reserved"):
        label = lexicon.find_line(line.casefold())
        made = put(f"  {line}", script, "en")
        found = lexicon.find_line(made.strip().casefold())
        assert label is not None
        assert made.startswith("  ")
        assert found is label or found is None  # a language may have no line of the kind with a number
        assert re.findall(r"\d+", made) == re.findall(r"\d+", line)


def test_addresses_and_tags_stay() -> None:
    made = put(
        'See [the map](/map/old-harbour) or <a href="/x">mail</a> ann@harbour.example', SCRIPTS[0], "en"
    )
    assert "](/map/old-harbour)" in made
    assert '<a href="/x">' in made
    assert "ann@harbour.example" in made


def test_a_page_whose_letters_have_no_capitals_is_left_alone() -> None:
    assert is_cased(TEXT)
    assert not is_cased(put(TEXT, SCRIPTS[0], "en"))


def test_a_corpus_is_written_with_its_paragraphs(tmp_path: Path) -> None:
    source = tmp_path / "corpus"
    (source / "html").mkdir(parents=True)
    pages = {"cased": GOLD, "uncased": [put(one, SCRIPTS[2], "en") for one in GOLD]}
    with (source / "cases.jsonl").open("w", encoding="utf-8") as lines:
        for name, gold in pages.items():
            body = "".join(f"<p>{one}</p>" for one in gold)
            (source / "html" / f"{name}.html").write_text(f"<h1>{gold[0][:20]}</h1>{body}", encoding="utf-8")
            record = {"id": name, "html": f"html/{name}.html", "gold": gold, "domain": "harbour.example"}
            lines.write(json.dumps({**record, "language": "en"}) + "\n")
    assert main([str(source), "--out", str(tmp_path / "out"), "--copies", "2"]) == 0
    for number in range(2):
        (case,) = load_cases(tmp_path / "out" / f"corpus.script{number}")
        dump = case.read().decode()
        assert case.kind == "text"
        assert len(case.gold) == len(GOLD)
        joined = re.sub(r"\s+", "", dump)
        assert all(re.sub(r"\s+", "", paragraph) in joined for paragraph in case.gold)


def test_the_language_that_is_made_is_found() -> None:
    dump = "\n\n".join(put(one, SCRIPTS[2], "en") for one in GOLD)
    page, _ = read(dump, kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert detect_language(page) == "ko"
    assert clean(dump).text
