"""Credits of pictures amid a dump on one line, and the captions before them."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.credit_spans import credit_spans
from cleannews.label.lexicon import load_lexicon

TITLE = "Ferry to the islands stops for a week"
BODY = [
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop at the "
    "old quay and had counted everything in it twice."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
]
MENU = " ".join(f"Department {number}" for number in range(30))


def _credits(text: str, *others: str) -> list[str]:
    found = credit_spans([text, *others], load_lexicon())
    return [text[start:end] for start, end in found[0]]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo: Mara Field The guild met at noon.", "Photo: Mara Field"),
        ("Foto: Privat Fredrik, som jobber på kaia, er glad.", "Foto: Privat"),
        ("The old quay at noon. Foto: Jan de Boer/ANP De gilde kwam samen.", "Foto: Jan de Boer/ANP"),
        ("Bild: dpa Olaf Reiter sagte am Montag ab.", "Bild: dpa"),
        ("Фото: Дмитрий Лосев, Вестник Порт закрыт.", "Фото: Дмитрий Лосев, Вестник"),
        ("© VS Tristach", "© VS Tristach"),
        ("© HA Viele kamen am Sonntag.", "© HA"),
        ("Mike Marsh/Getty Images The dress was red.", "Mike Marsh/Getty Images"),
        ("Ohad Zwigen / Pool via Reuters Die Armee wartet.", "Ohad Zwigen / Pool via Reuters"),
        ("EFE/ J.J. Guillén", "EFE/ J.J. Guillén"),
        ("Florion Goga (REUTERS) Los agentes esperan.", "Florion Goga (REUTERS)"),
        ("Photo by Noah Seel / AFP via Getty The mill is shut.", "Photo by Noah Seel / AFP via Getty"),
        ("Boats at sea (Photo: harbour archive, 1987) The guild met.", "(Photo: harbour archive, 1987)"),
    ],
)
def test_a_credit_ends_where_the_next_sentence_begins(text: str, credit: str) -> None:
    assert _credits(text) == [credit]


def test_a_name_behind_several_pictures_is_known_by_that() -> None:
    others = ("Foto: Verein Hafen Die Kähne liegen im Eis.", "Foto: Verein Hafen Auch im Mai fror es.")
    assert _credits(others[0], others[1]) == ["Foto: Verein Hafen"]


@pytest.mark.parametrize(
    "text",
    [
        "The photo: a man at the quay, and nobody else.",
        "Ihr Bild: wie man Kähne baut.",
        "He is 1/2 of the guild.",
        "Ann Lee/Bo Carr won the double.",
        "The picture by the window shows him.",
        "Photographs of the quay hang in the shop.",
        "AFP reported that the quay is closed.",
        "Foto und Film sind erlaubt.",
    ],
)
def test_a_sentence_that_speaks_of_pictures_holds_no_credit(text: str) -> None:
    assert _credits(text) == []


def _text(*parts: str) -> str:
    return cleannews.clean(" ".join((TITLE, MENU, *parts))).text


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The keeper of the shop counts her bread at the old quay.", "Photo: Owen Pascoe/AFP"),
        ("The keeper of the shop counts her bread at the old quay", "Foto: Privat"),
        ("The keeper of the shop counts her bread at the old quay.", "© Valley Press/dpa"),
    ],
)
def test_the_sentence_before_a_credit_is_its_caption(caption: str, credit: str) -> None:
    text = _text(*BODY[:3], caption, credit, *BODY[3:])
    assert (caption in text, credit in text) == (False, False)
    assert all(paragraph in text for paragraph in BODY[1:])


def test_a_heading_before_a_credit_is_no_caption() -> None:
    dump = " ".join((TITLE, MENU, *BODY[:3], "What to bring", "Photo: Owen Pascoe/AFP", *BODY[3:]))
    found = [block for block in cleannews.clean(dump).blocks if block.reason == "credit_behind"]
    assert found == []


def test_a_dump_with_lines_is_left_to_its_lines() -> None:
    dump = "\n\n".join((TITLE, *BODY[:3], "Photo: Owen Pascoe/AFP The guild met.", *BODY[3:]))
    reasons = {block.reason for block in cleannews.clean(dump).blocks}
    assert reasons.isdisjoint({"line_credit", "credit_behind"})
