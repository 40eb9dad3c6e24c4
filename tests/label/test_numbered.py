"""Parts with numbers: where text stands below most, all of them are the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cleannews
from cleannews.label import model
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.context import Context, Verdict

TITLE = "Seven places on the island that visitors miss"
LEAD = (
    "Every summer guests come to the island and ask where to go, and every summer they are sent to the same "
    "beach below the lighthouse, which is full by ten."
)
PLACES = (
    (
        "The lower pier",
        "The old pier has taken no steamer for twenty years, but its boards are warm.",
    ),
    ("Canteen No. 6", "Soup costs two crowns here, and the cashier knows everybody in the row by name."),
    (
        "The dragon house",
        "A merchant built it in 1903 and put a dragon on every gable, twelve in all.",
    ),
    (
        "The salt stairs",
        "A hundred and thirty-two steps lead from the salt works to the river.",
    ),
    (
        "The museum of cases",
        "A keeper of the left luggage saved in thirty years what nobody fetched.",
    ),
)

TEASERS = (
    "Storm closes the harbour for a week",
    "Keeper of the light wins a medal",
    "Council puts off its vote on the bridge",
    "School kitchen bakes for the whole town",
    "Ferry company orders two new ships",
)


def _dump(numbers: list[int]) -> str:
    parts = [
        f"{number}. {name}\n{text}\nRead also\n{teaser}"
        for number, (name, text), teaser in zip(numbers, PLACES, TEASERS, strict=True)
    ]
    return "\n\n".join((TITLE, LEAD, *parts))


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the model take headings, and the text of the last part, for furniture."""

    def score(context: Context, _verdicts: Iterable[Verdict]) -> tuple[float, ...]:
        texts = context.measures.columns.text
        low = {name for name, _ in PLACES} | {PLACES[-1][1]}
        return tuple(0.1 if text in low or text.partition(". ")[2] in low else 0.9 for text in texts)

    monkeypatch.setattr(model, "score", score)


@pytest.mark.usefixtures("doubtful")
@pytest.mark.parametrize("numbers", [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
def test_headings_with_numbers_are_given_back_with_their_text(numbers: list[int]) -> None:
    article = cleannews.clean(_dump(numbers))
    given = {block.text: block.label for block in article.blocks if block.reason == "numbered_part"}
    headings = [f"{number}. {name}" for number, (name, _) in zip(numbers, PLACES, strict=True)]
    assert given == dict.fromkeys(headings, Label.SUBHEADING) | {PLACES[-1][1]: Label.BODY}


@pytest.mark.usefixtures("doubtful")
def test_numbers_that_do_not_go_on_tell_nothing() -> None:
    article = cleannews.clean(_dump([3, 8, 2, 12, 5]))
    assert all(block.reason != "numbered_part" for block in article.blocks)


def test_the_most_read_articles_are_none() -> None:
    most = "\n".join(f"{number}. {name} is sold at last" for number, (name, _) in enumerate(PLACES, 1))
    body = "\n\n".join((TITLE, LEAD, *(text for _, text in PLACES)))
    article = cleannews.clean(f"{body}\n\nMost read\n\n{most}\n\nCopyright 2026 The Mail")
    assert "is sold at last" not in article.text
    assert all(block.reason != "numbered_part" for block in article.blocks)
