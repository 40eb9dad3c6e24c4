"""The quality gate: what cleannews makes of the project's own pages never gets worse unnoticed."""

from __future__ import annotations

import pytest

from quality import gate
from quality.score import score


@pytest.fixture(scope="module")
def found() -> list[gate.Page]:
    return gate.pages()


@pytest.fixture(scope="module")
def results(found: list[gate.Page]) -> list[gate.Result]:
    return [gate.judge(page) for page in found]


def test_figures_stay_above_their_floors(results: list[gate.Result]) -> None:
    failures = gate.broken(gate.figures(results), gate.read_baseline()["floors"])
    assert not failures, "\n".join(failures)


def test_floors_belong_to_these_pages(found: list[gate.Page]) -> None:
    message = "the pages changed: look at `make gate`, then run `python -m quality.gate --raise`"
    assert gate.read_baseline()["pages"] == gate.digest(found), message


def test_the_pages_are_many_and_varied(found: list[gate.Page]) -> None:
    sets = {page.expected["set"] for page in found}
    layouts = {"gettext", "lines", "inner", "inscriptis", "html2text", "htmltext", "lynx", "w3m", "oneline"}
    assert len(found) >= 60
    assert len({page.expected.get("language") for page in found} - {None}) >= 15
    assert layouts | {"html", "crude", "not_article", "no_text"} == sets


def test_every_page_is_accounted_for(results: list[gate.Result]) -> None:
    """Kept and removed blocks of a dump are its characters, each exactly once."""
    for page, article, _, _ in results:
        if article.blocks and article.blocks[0].start is not None:
            kept_and_removed = "".join("".join(block.raw.split()) for block in article.blocks)
            source = page.source.decode().lstrip("\ufeff")
            assert kept_and_removed == "".join(source.split()), page.name


FLOORS: gate.Figures = {"layout html": {"f1": 0.95}, "fields": {"title": 0.9}}


def test_a_figure_below_its_floor_is_reported() -> None:
    measured: gate.Figures = {"layout html": {"f1": 0.94}, "fields": {"title": 0.97}}
    assert gate.broken(measured, FLOORS) == ["layout html: f1 0.9400 is below its floor 0.9500"]


def test_a_figure_that_is_gone_counts_as_broken() -> None:
    assert len(gate.broken({"layout html": {"f1": 0.99}}, FLOORS)) == 1


def test_rounding_does_not_break_a_floor() -> None:
    assert gate.broken({"layout html": {"f1": 0.9496}, "fields": {"title": 0.9}}, FLOORS) == []


def test_raising_never_lowers() -> None:
    measured: gate.Figures = {"layout html": {"f1": 0.97}, "fields": {"title": 0.8}}
    assert gate.raised(measured, FLOORS) == {"layout html": {"f1": 0.97}, "fields": {"title": 0.9}}


def test_lowering_needs_a_line_in_the_change_log() -> None:
    measured: gate.Figures = {"layout html": {"f1": 0.9}, "fields": {"title": 0.95}}
    assert gate.unexplained(measured, FLOORS, "## Unreleased") == ["layout html"]
    changelog = "## Unreleased\n- Quality floor lowered: layout html: captions count as text no more.\n"
    assert gate.unexplained(measured, FLOORS, changelog) == []


def test_lowering_one_group_leaves_the_floors_of_others() -> None:
    measured: gate.Figures = {"layout html": {"f1": 0.9}, "fields": {"title": 0.8997}}
    changelog = "## Unreleased\n- Quality floor lowered: layout html: captions count as text no more.\n"
    assert gate.lowered(measured, FLOORS, changelog) == {"layout html": {"f1": 0.9}, "fields": {"title": 0.9}}
    assert gate.lowered(measured, FLOORS, "## Unreleased") == FLOORS


def test_the_score_counts_words_not_lines() -> None:
    whole = score("One two.\n\nThree", "one TWO three")
    assert whole == (1.0, 1.0, 1.0, True)
    assert score("", "one").f1 == 0.0
    assert score("", "").f1 == 1.0
    assert score("one one", "one").precision == 0.5
