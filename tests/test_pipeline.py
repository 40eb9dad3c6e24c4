"""The spine through its front door: what goes in, what comes out, what must always hold."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleannews
from cleannews.errors import ReadError, TooLarge
from cleannews.labels import Kind, Label, Mode, Status

STORY = (
    "Bridge to be rebuilt\n\n"
    "The council met on Monday and agreed to rebuild the bridge over the river, which a flood broke.\n\n"
    "Work will begin in spring and take two years, the mayor said, and the ferry will run until then.\n\n"
    "COMMENTS\n\nDISQUS: 3\n"
)

HTML = (
    "<html><head><title>Bridge to be rebuilt</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Bridge to be rebuilt</h1><p>The council met on Monday and agreed to rebuild the bridge.</p>"
    "<p>Work will begin in spring and take two years, the mayor said.</p></article><footer>© 2026</footer>"
)


def check(article: cleannews.Article, source: str | None = None) -> None:
    """Hold an article to what is promised of every article."""
    kept = [block for block in article.blocks if block.kept]
    assert len(kept) + len(article.removed) == len(article.blocks)
    assert [block.index for block in article.blocks] == list(range(len(article.blocks)))
    assert all(block.kept is block.label.kept and block.reason for block in article.blocks)
    assert article.text == "\n\n".join(paragraph.text for paragraph in article.paragraphs)
    for paragraph in article.paragraphs:
        assert all(article.blocks[index].label.in_text for index in paragraph.blocks)
    if source is not None and article.kind.value == "text" and article.status is not Status.NOT_TEXT:
        end = 0
        for block in article.blocks:
            assert block.start is not None
            assert block.end is not None
            assert not source[end : block.start].strip()
            assert block.raw == source[block.start : block.end]
            end = block.end
        assert not source[end:].strip()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_text_is_never_refused_and_never_lost(text: str) -> None:
    source = cleannews.decode(text).text
    check(cleannews.clean(text, kind="text"), source)
    check(cleannews.clean(text), source)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_are_never_refused(data: bytes) -> None:
    check(cleannews.clean(data))


_TAGS = st.sampled_from(
    ["p", "div", "a", "h1", "li", "td", "b", "nav", "article", "br", "script", "table", "x-y"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_TAGS, st.booleans(), st.text("ab .<&é\n", max_size=12)), max_size=25))
def test_generated_pages_are_never_refused(parts: list[tuple[str, bool, str]]) -> None:
    page = "".join(f"<{'' if opens else '/'}{tag}>{text}" for tag, opens, text in parts)
    check(cleannews.clean(page, kind="html"))


def test_a_story_comes_out_clean() -> None:
    article = cleannews.clean(STORY)
    assert article.title == "Bridge to be rebuilt"
    assert [paragraph.text[:11] for paragraph in article.paragraphs] == ["The council", "Work will b"]
    assert article.comment_counts == {"disqus": 3}
    assert {block.label for block in article.removed} == {Label.COMMENTS}
    assert cleannews.extract(STORY) == article.text


@pytest.mark.parametrize(
    "giant",
    [
        "<p>" + "It rained again on that day, and nobody went out. " * 4_000 + "</p>",
        "<div hidden>" + "It rained again on that day, and nobody went out. " * 4_000 + "</div>",
        "<p>" + "it rained and " * 14_000 + "</p>",
        "<pre>" + "it rained\n" * 20_000 + "</pre>",
    ],
    ids=["prose", "hidden prose", "no sentence", "listing"],
)
def test_a_giant_block_beside_an_article_does_not_hide_it(giant: str) -> None:
    text = cleannews.clean(HTML.replace("<footer>", f"{giant}<footer>")).text
    assert "The council met on Monday" in text
    assert "Work will begin in spring" in text


def test_html_and_text_give_the_same_kind_of_result() -> None:
    article = cleannews.clean(HTML)
    assert article.title == "Bridge to be rebuilt"
    assert article.text.startswith("The council met")
    assert "Home" not in article.text
    assert all(block.path for block in article.blocks)


@pytest.mark.parametrize("data", [STORY.encode(), bytearray(STORY.encode()), memoryview(STORY.encode())])
def test_any_bytes_are_content(data: bytes) -> None:
    assert cleannews.clean(data).title == "Bridge to be rebuilt"


def test_a_path_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(STORY, encoding="utf-8")
    assert cleannews.clean(path).text == cleannews.clean(STORY).text


def test_a_string_is_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(STORY, encoding="utf-8")
    assert "council" not in cleannews.clean(str(path)).text


@pytest.mark.parametrize(("name", "words"), [("missing.txt", "does not exist"), ("", "is a folder")])
def test_a_path_that_cannot_be_read_says_why(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        cleannews.clean(tmp_path / name)


def test_a_wrong_type_says_what_to_give() -> None:
    with pytest.raises(TypeError, match="give bytes or str"):
        cleannews.clean(12)  # type: ignore[arg-type]  # the mistake under test


@pytest.mark.parametrize("option", [{"kind": "pdf"}, {"mode": "best"}])
def test_a_wrong_word_names_the_right_ones(option: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="use one of"):
        cleannews.clean(STORY, **option)  # type: ignore[arg-type]  # kind and mode are words


@pytest.mark.parametrize("data", [b"x" * 11, "x" * 11, "é" * 6])
def test_more_bytes_than_the_limit_are_refused(data: bytes | str) -> None:
    with pytest.raises(TooLarge, match="over the limit of 10"):
        cleannews.clean(data, limits=cleannews.Limits(input_bytes=10))


@pytest.mark.parametrize(
    ("limits", "warning"),
    [
        (cleannews.Limits(blocks=2), "blocks_over_limit"),
        (cleannews.Limits(characters=150), "characters_over_limit"),
    ],
)
@pytest.mark.parametrize("data", [STORY, STORY * 3])
def test_beyond_the_other_limits_the_head_is_cleaned(
    data: str, limits: cleannews.Limits, warning: str
) -> None:
    article = cleannews.clean(data, limits=limits, kind="text")
    check(article, data)
    assert article.truncated
    assert warning in article.warnings
    assert article.status in (Status.PARTIAL, Status.NOT_ARTICLE, Status.EMPTY)
    assert not cleannews.clean(data).truncated


@pytest.mark.parametrize("data", ["dumps/page.html", b"dumps/page.html\n"])
def test_the_name_of_a_file_is_content_with_a_warning(data: str | bytes) -> None:
    article = cleannews.clean(data)
    assert article.warnings == ("looks_like_a_path",)
    assert type(article.warnings[0]) is str
    assert article.blocks[0].text == "dumps/page.html"
    assert cleannews.clean("https://news.example/rain").warnings == ("looks_like_an_address",)
    assert cleannews.clean(data, kind="html").warnings == ("looks_like_a_path",)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ("Rain on Sunday\n\nIt rained all day in the valley, and the river rose by two metres.", "ok"),
        ("Rain on Sunday\n\nIt rained all day in the valley, and the river rose.\n\nLogin", "ok"),
        ("Sorry, this page does not exist.\n\nGo back to the home page or use the search.", "not_article"),
        ("It rained all day in the valley, and the river rose by two metres.", "ok"),
    ],
)
def test_a_title_and_a_sentence_are_an_article(data: str, status: str) -> None:
    assert str(cleannews.clean(data).status) == status


@pytest.mark.parametrize(
    "data", ["\ud800", "Rain \ud800", "R\ud800\udc00\ud800", "\udfff" * 3, "Re\ud83d\ud83d\ud83d"]
)
def test_a_short_text_of_halves_is_text(data: str) -> None:
    assert cleannews.clean(data).status is not Status.NOT_TEXT


def test_bytes_that_were_read_with_escapes_are_decoded() -> None:
    data = STORY.replace("bridge", "brücke").encode("cp1252")
    article = cleannews.clean(data.decode("utf-8", "surrogateescape"))
    assert article.text == cleannews.clean(data).text
    assert article.encoding == "windows-1252"


@pytest.mark.parametrize(
    ("data", "status"), [(b"", "empty"), ("  \n", "empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text")]
)
def test_what_is_no_page_has_a_status(data: bytes | str, status: str) -> None:
    article = cleannews.clean(data)
    assert (str(article.status), article.text) == (status, "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/x/y.html", "https://news.example/r/1"),
        (None, "/r/1"),
    ],
)
def test_addresses_of_related_headlines_are_made_whole(url: str | None, expected: str) -> None:
    story = "".join(
        f"<p>Ferry number {n} crossed the harbour on Monday, and people cheered.</p>" for n in range(6)
    )
    aside = (
        '<aside><h3>Read more</h3><a href="/r/1">Council votes to close the old bridge in spring</a></aside>'
    )
    page = (
        f"<html><body><article><h1>Ferries are back in the harbour</h1>{story}</article>{aside}</body></html>"
    )
    assert [link.url for link in cleannews.clean(page, url=url).related] == [expected]


@pytest.mark.parametrize("options", [{"limits": 5}, {"url": 5}])
def test_wrong_types_are_named(options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"{next(iter(options))} is int; give "):
        cleannews.clean("Rain", **options)


@pytest.mark.parametrize("data", ["Rain", b"Rain", bytearray(b"Rain"), memoryview(b"Rain")])
def test_one_dump_is_no_row_of_dumps(data: Any) -> None:  # noqa: ANN401 - of a wrong type
    with pytest.raises(TypeError, match=r"one dump to clean\(\)"):
        cleannews.clean_many(data)
    with pytest.raises(TypeError, match="pages is one page"):
        cleannews.learn_site(data)


@pytest.mark.parametrize("data", [None, 5, Path("pages"), {"a.html": b"Rain"}])
def test_what_is_no_row_of_dumps_is_named(data: Any) -> None:  # noqa: ANN401 - the same
    with pytest.raises(TypeError, match=f"inputs is {type(data).__name__}; give a list"):
        cleannews.clean_many(data)
    with pytest.raises(TypeError, match=f"pages is {type(data).__name__}; give two pages or more in a list"):
        cleannews.learn_site(data)


@pytest.mark.parametrize(
    ("option", "error"),
    [
        ({"mode": "best"}, ValueError),
        ({"kind": "pdf"}, ValueError),
        ({"url": 5}, TypeError),
        ({"limits": 5}, TypeError),
        ({"site": "harbour.json"}, TypeError),
        ({"hints": ["title"]}, TypeError),
        ({"colour": "red"}, TypeError),
    ],
)
def test_a_wrong_option_for_many_is_told_by_the_call(option: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(option))):
        cleannews.clean_many(iter(()), **option)


def test_options_for_many_reach_each() -> None:
    page = "Home\nNews\nRain on Sunday\nIt rained all day in the valley, and the river rose by two metres."
    url, hints = "https://news.example/rain", {"title": "Rain on Sunday", "authors": ["Mara Field"]}
    limits = cleannews.Limits(blocks=100)
    options: dict[str, Any] = {"url": url, "kind": "text", "mode": "recall", "limits": limits, "hints": hints}
    wanted = cleannews.clean(page, **options)
    assert wanted.authors == ("Mara Field",)
    assert next(cleannews.clean_many([page, page.encode()], **options)) == wanted
    assert list(cleannews.clean_many([])) == []


def test_members_of_the_enumerations_are_words_too() -> None:
    for kind in Kind:
        assert cleannews.clean(STORY, kind=kind) == cleannews.clean(STORY, kind=str(kind))  # type: ignore[arg-type]
    for mode in Mode:
        assert cleannews.clean(STORY, mode=mode) == cleannews.clean(STORY, mode=str(mode))  # type: ignore[arg-type]


def test_a_given_address_comes_back_as_valid_unicode() -> None:
    article = cleannews.clean("Rain", url="https://news.example/\ud800")
    assert article.url == "https://news.example/\ufffd"
    assert cleannews.Article.from_dict(article.to_dict(blocks=True)) == article


def test_options_of_learning_are_named_as_those_of_cleaning() -> None:
    with pytest.raises(ValueError, match="kind='xml' is not known; use one of 'auto', 'html', 'text'"):
        cleannews.learn_site(["Rain", "Snow"], kind="xml")  # type: ignore[arg-type]  # the mistake under test
    wrong: Any = None
    with pytest.raises(TypeError, match="limits is NoneType"):
        cleannews.learn_site(["Rain", "Snow"], limits=wrong)


@pytest.mark.parametrize("most", [sys.maxsize, 10**13, 10**30])
def test_limits_may_be_as_good_as_none(most: int, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Rain on Sunday\n\nIt rained all day in the valley, and the river rose by two metres.")
    limits = cleannews.Limits(input_bytes=most, elements=most, blocks=most, characters=most)
    assert cleannews.clean(page, limits=limits).title == "Rain on Sunday"


@pytest.mark.parametrize("data", [5, None, ["Rain"]])
def test_what_is_no_dump_is_not_decoded(data: Any) -> None:  # noqa: ANN401 - the same
    with pytest.raises(TypeError, match="give bytes or str"):
        cleannews.decode(data)


@pytest.mark.parametrize("limit", ["input_bytes", "elements", "blocks", "characters"])
def test_limits_are_whole_numbers_of_0_or_more(limit: str) -> None:
    assert cleannews.Limits(**{limit: 0})
    with pytest.raises(ValueError, match=f"{limit}=-1 is below 0"):
        cleannews.Limits(**{limit: -1})
    wrong: Any
    for wrong in (1.5, float("nan"), "5", None, True):
        with pytest.raises(TypeError, match=limit):
            cleannews.Limits(**{limit: wrong})


def test_a_file_that_says_it_is_empty_is_not_read_beyond_the_limit() -> None:
    endless = Path("/proc/self/maps")
    if not endless.exists():
        pytest.skip("needs /proc")
    assert endless.stat().st_size == 0
    with pytest.raises(TooLarge):
        cleannews.clean(endless, limits=cleannews.Limits(input_bytes=100))


def test_many_are_cleaned_in_order_and_one_at_a_time() -> None:
    taken = []

    def dumps() -> object:
        for number in range(3):
            taken.append(number)
            yield STORY.replace("Bridge", f"Bridge {number}")

    articles = cleannews.clean_many(dumps())  # type: ignore[arg-type]  # a generator of str
    assert next(articles).title == "Bridge 0 to be rebuilt"
    assert taken == [0]
    assert [article.title for article in articles] == ["Bridge 1 to be rebuilt", "Bridge 2 to be rebuilt"]


def test_the_result_does_not_hang_on_the_hash_seed() -> None:
    code = (
        "import sys, cleannews\n"
        "for data in sys.argv[1:]:\n"
        "    print(cleannews.clean(data).to_json(blocks=True))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, STORY, HTML],
            check=True,
            capture_output=True,
            env={
                "PYTHONHASHSEED": seed,
                "PATH": "",
                "PYTHONPATH": str(Path(cleannews.__file__).parent.parent),
            },
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop().splitlines()[0])["title"] == "Bridge to be rebuilt"


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<html><body>" + "<p>one two three.</p>" * n,
        lambda n: "word and more of it. " * n,
        lambda n: "top\n" + "\n" * (10 * n) + "end",
    ],
    ids=["paragraphs", "one_line", "blank_lines"],
)
def test_time_grows_with_the_input_and_no_faster(make: object) -> None:
    assert callable(make)
    cleannews.clean(make(200))
    times = []
    for size in (2_500, 20_000):
        started = time.process_time()
        cleannews.clean(make(size))
        times.append(time.process_time() - started)
    # eight times the input; quadratic time would be sixty-four times
    assert times[1] < 24 * max(times[0], 0.01)


def _with_table(table: str) -> list[tuple[str, str]]:
    story = "".join(
        f"<p>The council met for the {n} time and spoke about the ferry.</p>" for n in ("first", "last")
    )
    article = cleannews.clean(
        f"<html><body><article><h1>Ferry</h1>{story}{table}{story}</article></body></html>"
    )
    return [(str(each.kind), each.text) for each in article.paragraphs if each.kind == "table"]


def test_the_cells_of_a_row_are_one_paragraph() -> None:
    rows = "<tr><th>Port</th><th>Days closed</th></tr><tr><td>Northport</td><td>3</td></tr>"
    assert _with_table(f"<table>{rows}</table>") == [("table", "Port Days closed"), ("table", "Northport 3")]


def test_long_cells_and_rows_of_tables_inside_cells_stay_apart() -> None:
    prose = (
        "The keeper of the light told the council that nobody in the harbour was hurt in the night, "
        "although it blew hard."
    )
    assert _with_table(f"<table><tr><td>{prose}</td><td>{prose[4:]}</td></tr></table>") == [
        ("table", prose),
        ("table", prose[4:]),
    ]
    lines = "<table><tr><td>The Northport ferry.<br><br>It stays in the harbour.</td></tr></table>"
    assert _with_table(lines) == [("table", "The Northport ferry."), ("table", "It stays in the harbour.")]
    inner = "<table><tr><td>12 ferries</td><td>3 days</td></tr></table>"
    found = _with_table(f"<table><tr><td>Northport</td><td>{inner}</td></tr></table>")
    assert found == [("table", "Northport"), ("table", "12 ferries 3 days")]


@pytest.mark.parametrize("mark", ["(jm/AFP)", "– AFP", "/ Reuters", "/dpa", "(dpa)", "(ode)"])
@pytest.mark.parametrize("kind", Kind)
def test_the_last_sentence_is_kept_with_its_agency_s_mark(mark: str, kind: Kind) -> None:
    title, first, second, *_ = STORY.split("\n\n")
    last = f"The harbour board will meet again in June, and ships may sail until then. {mark}"
    page = f"<title>{title}</title><h1>{title}</h1><p>{first}</p><p>{second}</p><p>{last}</p>"
    source = f"{title}\n\n{first}\n\n{second}\n\n{last}" if kind is Kind.TEXT else page
    assert cleannews.clean(source, kind=kind).text.endswith(last)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("5th March 2026", Label.DATELINE),
        ("March 5, 2026 at 8:10 a.m. EST", Label.DATELINE),
        ("Publié le 30 juin 2026 à 18h00", Label.DATELINE),
        ("2026-03-05", Label.DATELINE),
        ("By Jo Marchetti and agencies", Label.BYLINE),
        ("By Jo Marchetti | jo@gazette.example | Gazette", Label.BYLINE),
        ("By Staff", Label.BYLINE),
        ("5 March 2026 was a cold day, and the river froze.", Label.BODY),
    ],
)
def test_date_and_byline_between_headline_and_text_are_named(line: str, label: Label) -> None:
    title, first, second, *_ = STORY.split("\n\n")
    page = f"<title>{title}</title><h1>{title}</h1><p>{line}</p><p>{first}</p><p>{second}</p>"
    article = cleannews.clean(page, kind="html")
    assert [block.label for block in article.blocks if block.text == line] == [label]
