"""Pictures: credits cut off captions, and which addresses are of the same picture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.fields.images import split_credit
from cleannews.fields.same_pictures import picture_key


@pytest.mark.parametrize(
    ("caption", "rest", "credit"),
    [
        ("The bridge (AP)", "The bridge", "AP"),
        ("The bridge [dpa]", "The bridge", "dpa"),
        ("The bridge (Efe)", "The bridge", "Efe"),
        ("The bridge. AP", "The bridge.", "AP"),
        ("The bridge. dpa", "The bridge.", "dpa"),
        ("“The bridge is shut.” AFP", "“The bridge is shut.”", "AFP"),
        ("The bridge - AFP", "The bridge", "AFP"),
        ("The bridge | EPA", "The bridge", "EPA"),
        ("The bridge / AFP", "The bridge", "AFP"),
        ("The bridge. Mara Field/AFP", "The bridge.", "Mara Field/AFP"),
        ("The bridge. Mara Field | AFP", "The bridge.", "Mara Field | AFP"),
        ("The bridge. Mara Field, AP", "The bridge.", "Mara Field, AP"),
        ("The bridge at noon Mara Field/AFP", "The bridge at noon", "Mara Field/AFP"),
        ("The bridge — M. de Boer / AP", "The bridge", "M. de Boer / AP"),
        ("The bridge (Mara Field/Reuters)", "The bridge", "Mara Field/Reuters"),
        ("The bridge. EFE/ M. Campos", "The bridge.", "EFE/ M. Campos"),
        ("The bridge. EPA-EFE/MARA FIELD", "The bridge.", "EPA-EFE/MARA FIELD"),
        ("The bridge Getty Images", "The bridge", "Getty Images"),
        ("The bridge reuters", "The bridge", "reuters"),
        ("The bridge. 田中太郎/AFP", "The bridge.", "田中太郎/AFP"),
    ],
)
def test_an_agency_behind_a_caption_is_its_credit(caption: str, rest: str, credit: str) -> None:
    assert split_credit(caption) == (rest, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "Officials of the EPA",
        "Soldiers of the AFP",
        "Protest vor dem Haus der dpa",
        "The church of St. Efe",
        "Two friends, Can and Efe",
        "Children are reading ap",
        "The school teaches AP",
        "Nuove sedie per Ansa",
        "A letter from the EPA/Washington",
        "Rhys ap",
        "Stadt. Ap",
        "A map",
        "The Reutersberg",
        "AFP",
    ],
)
def test_words_at_the_end_of_a_caption_stay(caption: str) -> None:
    assert split_credit(caption) == (caption, None)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_caption_is_survived(caption: str) -> None:
    rest, credit = split_credit(caption)
    assert all(part in caption for part in (rest, credit) if part)


def test_a_long_caption_takes_linear_time() -> None:
    for caption in ("Ann " * 50_000, "/AFP" * 50_000, "A. " * 60_000 + "AP"):
        split_credit(caption)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/1/large.jpg", "/2/large.jpg"),
        ("/a/1/800x600.jpg", "/a/2/800x600.jpg"),
        ("/img.php?id=1", "/img.php?id=2"),
        ("/img.php?id=1&w=600", "/img.php?id=2&w=600"),
        ("/images/106113552/1920/1440/image.jpg", "/images/106113553/1920/1440/image.jpg"),
        ("/2024/05/1.jpg", "/2024/06/1.jpg"),
        ("/photo-1.jpg", "/photo-2.jpg"),
        ("/get?url=https%3A%2F%2Fa.example%2Fferry.jpg", "/get?url=https%3A%2F%2Fa.example%2Fbridge.jpg"),
        ("/view?picture=17", "/view?picture=18"),
        ("/ferry.jpg", "/bridge.jpg"),
        ("/a/", "/b/"),
        ("", "/ferry.jpg"),
    ],
)
def test_different_pictures_have_different_keys(one: str, other: str) -> None:
    assert picture_key(one) != picture_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/big/ferry.jpg?w=1200", "/small/ferry.jpg"),
        ("/1/large.jpg", "/1/small.jpg"),
        ("/1/1200x800/image.jpg", "/1/w_600/image.jpg"),
        ("/img.php?id=1&w=600", "/img.php?w=1200&id=1"),
        ("/img.php?id=1&overlay-align=left&s=a1", "/img.php?id=1&s=b2"),
        ("https://a.example/resizer/aXb=/1200x630/ferry.jpg", "https://b.example/resizer/cYd=/ferry.jpg"),
        ("/styles/large/public/Ferry.jpg?itok=a1b2", "/files/ferry.jpg"),
        ("/4/ferry_6246962.jpg", "/208/ferry_6246962.jpg"),
        ("/img/1100/194191.jpg", "/img/450/194191.jpg"),
        ("/alternates/SOCIAL/157526023", "/alternates/ORIGINAL/157526023"),
        ("/_next/image?url=%2Fa%2Fferry.jpg%3Fw%3D9&w=640&q=75", "https://a.example/a/ferry.jpg"),
        (
            "/thumbor/RT2K1crTQC1PP24hr9KTP8NT0uc=/1x0:4739x2468/1200x625/m/4/original.jpg",
            "/thumbor/z-CAcNt1wCi2ldUX4e0jXp9ARQM=/0x72:4739x2738/720x405/m/4/original.jpg",
        ),
        ("/m/e5aa/master/1569.jpg?precrop=40:21&overlay-align=bottom", "/m/e5aa/master/1569.jpg?s=none"),
    ],
)
def test_copies_of_a_picture_in_several_sizes_have_one_key(one: str, other: str) -> None:
    assert picture_key(one) == picture_key(other)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_any_address_has_a_key(address: str) -> None:
    assert picture_key(address) or not address
