"""Pictures: credits cut off captions, and which addresses are of the same picture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.fields.images import split_credit


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
