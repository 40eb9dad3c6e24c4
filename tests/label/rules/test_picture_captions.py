"""Captions that no element is made for."""

from __future__ import annotations

import pytest

import cleannews
from cleannews import Label

STORY = (
    "The council of Carrow voted on Monday to let the ferry sail after dark, by nine votes to four.",
    "Residents had argued about the noise for two years, and the vote was close until the end.",
    "The first boat leaves the quay at half past ten on the second of May, if the ramp is ready.",
)
CAPTION = "Passengers wait at the pier in Carrow on Monday"


def _page(between: str) -> str:
    first, *others = STORY
    return (
        f"<html><head><title>Night ferry returns</title></head><body><article><h1>Night ferry returns</h1>"
        f"<p>{first}</p>{between}{''.join(f'<p>{text}</p>' for text in others)}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("between", "reason"),
    [
        ('<div class="wp-caption"><img src=1.jpg><p class="wp-caption-text">{}.</p></div>', "class_caption"),
        ('<div><img src=1.jpg></div><p class="photo-caption">{}. They wait.</p>', "class_caption"),
        ('<p><img src=1.jpg> <span class="image-caption">{}</span></p>', "class_caption"),
        ('<p><img src=1.jpg><em class="img_desc">{}</em></p>', "class_caption"),
        ('<div class="bild"><img src=1.jpg><p class="bildunterschrift">{}</p></div>', "class_caption"),
        ('<div class="css-9a"><img src=1.jpg><p class="css-2b">{}.</p></div>', "picture_caption"),
        ('<div class="css-9a"><a href=1.jpg><img src=1.jpg></a><div>{}</div></div>', "picture_caption"),
        ("<figure><img src=1.jpg><p>{}</p></figure>", "picture_caption"),
        ("<p><img src=1.jpg><br><em>{}</em></p>", "picture_caption"),
        ('<p style="text-align:center"><img src=1.jpg><br>{}.</p>', "picture_caption"),
        (
            "<table align=right><tr><td><img src=1.jpg><tr><td><font size=1>{}</font></table>",
            "picture_caption",
        ),
    ],
)
def test_a_caption_is_told_by_its_class_or_by_its_picture(between: str, reason: str) -> None:
    article = cleannews.clean(_page(between.format(CAPTION)))
    caption = next(block for block in article.blocks if block.text.startswith(CAPTION))
    assert (caption.label, caption.reason) == (Label.CAPTION, reason)
    assert article.text.split("\n\n") == list(STORY)


@pytest.mark.parametrize(
    "between",
    [
        "<p><img src=1.jpg>{}, and nobody knew when the boat would come.</p>",
        f"<div><img src=1.jpg><p>{{}} and nobody knew{', they said,' * 9} when it would come.</p></div>",
        "<div><img src=1.jpg><p>{}, and nobody knew.</p><p>The boat came late on Sunday too.</p></div>",
        "<p><img src=1.jpg><br><b>{} and nobody knew when the boat would come.</b></p>",
        "<div><img src=1.jpg><h3>What happens next in Carrow</h3></div><p>{}, and nobody knew.</p>",
        "<ul><li><img src=1.jpg>{}, and nobody knew when the boat would come.</li></ul>",
        "<p><img src=1.jpg></p><p>{}, and nobody knew when the boat would come.</p>",
    ],
)
def test_a_paragraph_beside_a_picture_stays(between: str) -> None:
    article = cleannews.clean(_page(between.format(CAPTION)))
    assert not [block for block in article.blocks if block.label is Label.CAPTION]
    assert CAPTION in article.text
