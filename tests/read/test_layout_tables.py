"""Tables that lay a page out, and tables of data."""

from __future__ import annotations

import cleannews
from cleannews.labels import Label
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS

TEXT = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
MENU = "<table><tr><td><a href=/n>News</a></td></tr><tr><td><a href=/s>Sport</a></td></tr></table>"
STORY = f"<h1>Bread</h1>{TEXT[0]}<br><br>{TEXT[1]}<br><br>"
DATA = "<table><tr><th>Tower</th><th>Weight</th></tr><tr><td>Thornlaw</td><td>19 cwt</td></tr></table>"
BARE = DATA.replace("th>", "td>")


def _tags(body: str) -> dict[str, str]:
    """The element of each block."""
    page = read_html(f"<html><body>{body}</body></html>", DEFAULT_LIMITS)
    return {segment.text: segment.tag for segment in page.segments}


def test_cells_around_a_table_are_columns() -> None:
    tags = _tags(f"<table><tr><td>{MENU}</td><td>{STORY}{DATA}{TEXT[2]}</td></tr></table>")
    assert tags[TEXT[0]] == tags[TEXT[2]] == tags["News"] == "div"
    assert (tags["Tower"], tags["19 cwt"]) == ("th", "td")


def test_a_table_without_headings_is_a_box_where_tables_lay_the_page_out() -> None:
    tags = _tags(f"<table><tr><td>{MENU}</td><td>{STORY}{BARE}{TEXT[2]}</td></tr></table>")
    assert tags["19 cwt"] == "div"


def test_tables_of_a_page_without_such_stay_tables() -> None:
    tags = _tags(f"{STORY}{BARE}{DATA}<p>{TEXT[2]}</p>")
    assert (tags["Tower"], tags["19 cwt"]) == ("th", "td")


def test_one_table_in_another_lays_no_page_out() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    nested = f"<table><tr><td>Ports</td><td>{BARE}</td></tr></table>"
    tags = _tags(f"<h1>Bread</h1>{paragraphs}{nested}{BARE.replace('Thornlaw', 'Brack').replace('19', '11')}")
    assert (tags["Ports"], tags["Brack"], tags["11 cwt"]) == ("td", "td", "td")


def test_paths_stay_as_written_and_the_text_is_no_table() -> None:
    cells = f"<td>{MENU}</td><td>{STORY}{TEXT[2]}<br><br>{TEXT[3]}</td>"
    article = cleannews.clean(f"<html><body><table><tr>{cells}</tr></table></body></html>")
    block = next(block for block in article.blocks if block.text == TEXT[1])
    assert block.label is Label.BODY
    assert block.path == "/html/body/table/tr/td[2]"
