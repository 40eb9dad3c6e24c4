from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.read.wrappers import thin_wrappers


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 20 + "<p>Rain</p>" + "</div>" * 20,
        "<div><p>Rain</p></div>" * 100,
        "<div>a" * 100 + "</div>" * 100,
        "<div><section>" * 100 + "</section></div>" * 100,
        "<br>" * 100 + "<p>" * 100 + "<li>" * 100,
        "<ul><li>" * 100,
        "</div>" * 100,
        "<" * 100,
    ],
)
def test_what_is_no_row_of_wrappers_is_left_alone(source: str) -> None:
    assert thin_wrappers(source) == source


@pytest.mark.parametrize("gap", ["", "\n", "  \n\t"])
@pytest.mark.parametrize("tag", ["div", "DIV", "div class='a'", "x-y"])
def test_a_row_of_wrappers_is_thinned_with_its_ends(tag: str, gap: str) -> None:
    name = tag.split(maxsplit=1)[0]
    inside = f"<{name}><p>Rain</p></{name}><p>Sun</p>"
    thin = thin_wrappers(f"<b>{f'<{tag}>{gap}' * 300}<nav>x</nav>{inside}{f'</{name}>' * 300}</b>")
    assert thin.startswith(f"<b><{tag}>")
    assert f"<nav>x</nav>{inside}</{name}>" in thin
    assert thin.count(f"<{name}") == 21
    assert thin.count(f"</{name}>") == 21


@given(st.text(st.sampled_from("<>/ab div"), max_size=60))
def test_any_text_is_taken(source: str) -> None:
    assert len(thin_wrappers(source)) <= len(source)
