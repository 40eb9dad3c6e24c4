"""Blocks that no reader sees, in a text that everybody does."""

from __future__ import annotations

import pytest

import cleannews

TEXT = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop at the "
    "old quay and had counted everything in it twice before she said so."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)
NOTE = (
    "Only editors see this note. Check how the name of the keeper is spelled before you publish this piece."
)


def _page(*notes: str, shown: tuple[str, ...] = TEXT) -> cleannews.Article:
    first, *others = (f"<p>{text}</p>" for text in shown)
    return cleannews.clean(
        f"<html><body><h1>Bread for the islands</h1><div class=story>{first}{''.join(notes)}"
        f"{''.join(others)}</div></body></html>"
    )


@pytest.mark.parametrize(
    "note", ["<div hidden><p>{}</p></div>", '<div style="display:none"><p>{}</p></div>', "<p hidden>{}</p>"]
)
def test_a_hidden_note_amid_the_text_is_no_part_of_it(note: str) -> None:
    article = _page(note.format(NOTE))
    assert NOTE not in article.text
    assert TEXT[0] in article.text
    assert next(block.label for block in article.blocks if block.text == NOTE).in_text is False


def test_answers_that_open_on_a_click_stay() -> None:
    answers = [
        f'<h3>Question {n}</h3><div style="display:none"><p>{text}</p></div>' for n, text in enumerate(TEXT)
    ]
    article = _page(*answers, shown=tuple(text.replace("bread", "flour") for text in TEXT))
    assert [text for text in TEXT if text not in article.text] == []


def test_a_text_that_a_script_shows_stays() -> None:
    hidden = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f'<html><body><h1>Bread</h1><div class=story style="display:none">{hidden}</div></body></html>'
    assert TEXT[2] in cleannews.clean(page).text
