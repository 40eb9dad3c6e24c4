"""JSON-LD: read once, mended where broken, the article's own node found."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.jsonld import parse_jsonld, read_jsonld, refer, text_of, types_of
from cleannews.read.page import Hints, Meta

ARTICLE = {"@type": "NewsArticle", "headline": "Rain stops the ferry", "datePublished": "2024-05-03"}


@pytest.mark.parametrize(
    "script",
    [
        '{"headline": "Rain", "n": 1}',
        '<!-- {"headline": "Rain", "n": 1} -->',
        '//<![CDATA[\n{"headline": "Rain", "n": 1}\n//]]>',
        '{"headline": "Rain", "n": 1};',
        '{"headline": "Rain", "n": 1,}',
        '{"headline": "Rain",, "n": 1}',
        '{"headline": "Rain", "n": 1',
        "{&quot;headline&quot;: &quot;Rain&quot;, &quot;n&quot;: 1}",
        '\ufeff{"headline": "Rain", "n": 1}',
    ],
)
def test_broken_scripts_are_mended(script: str) -> None:
    assert parse_jsonld(script) == {"headline": "Rain", "n": 1}


def test_raw_line_breaks_and_unknown_escapes_are_kept_as_text() -> None:
    assert parse_jsonld('{"a": "x\ny", "b": "it\\\'s"}') == {"a": "x\ny", "b": "it\\'s"}


def test_values_in_a_row_become_a_list() -> None:
    assert parse_jsonld('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


def test_members_are_read_one_by_one_from_what_is_no_json() -> None:
    script = (
        '{"@type":"NewsArticle","headline":"A "quiet" rain","datePublished":"2024-05-03",'
        '"author":{"name":"Ann Lee"}}'
    )
    node = parse_jsonld(script)
    assert isinstance(node, dict)
    assert (node["datePublished"], node["author"]) == ("2024-05-03", {"name": "Ann Lee"})


@pytest.mark.parametrize("script", ["", "   ", "no json", "<p>", "[" * 50_000, "null", '"text"'])
def test_what_holds_no_object_gives_no_article(script: str) -> None:
    assert read_jsonld(Hints(jsonld=(script,))).article is None


def test_the_article_in_a_graph_is_found() -> None:
    graph = {"@graph": [{"@type": "WebSite", "name": "Herald"}, {"@type": "WebPage", "name": "x"}, ARTICLE]}
    linked = read_jsonld(Hints(jsonld=(json.dumps(graph),)))
    assert linked.article == ARTICLE
    assert linked.page == {"@type": "WebPage", "name": "x"}


def test_the_article_that_the_head_names_wins_over_teasers() -> None:
    other = {**ARTICLE, "headline": "Ten quiet walks near the lake"}
    hints = Hints(jsonld=(json.dumps([other, ARTICLE]),), metas=(Meta("og:title", "Rain stops the ferry"),))
    assert read_jsonld(hints).article == ARTICLE


def test_a_clip_inside_the_article_is_not_the_article() -> None:
    video = {"@type": "VideoObject", "name": "clip_010.mp3", "uploadDate": "2020-01-01"}
    assert read_jsonld(Hints(jsonld=(json.dumps(video),), title="Rain stops the ferry")).article is None


def test_a_reference_is_followed() -> None:
    nodes = [{"@id": "#ann", "name": "Ann Lee"}]
    assert text_of(refer({"@id": "#ann"}, nodes)) == "Ann Lee"
    assert text_of(refer({"@id": "#bo"}, nodes)) is None


def test_types_lose_their_address_and_case() -> None:
    assert types_of({"@type": ["schema:NewsArticle", "http://schema.org/Article"]}) == {
        "newsarticle",
        "article",
    }


def test_broken_scripts_are_counted() -> None:
    assert read_jsonld(Hints(jsonld=("{{{", json.dumps(ARTICLE)))).broken == 1


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_script_is_survived(script: str) -> None:
    read_jsonld(Hints(jsonld=(script, f'{{"headline": {script}', f"[{script}]")))


def test_a_megabyte_of_brackets_takes_linear_time() -> None:
    for script in ("{" * 1_000_000, '{"a": ' * 150_000, ", " * 500_000, '"' * 1_000_000):
        read_jsonld(Hints(jsonld=(script,)))


def test_a_good_escape_survives_the_mending_of_another_fault() -> None:
    script = r'{"headline": "The \\quay \"mended\"", "about": "a \x b", "k": ["ferry",]}'
    assert parse_jsonld(script) == {"headline": 'The \\quay "mended"', "about": "a \\x b", "k": ["ferry"]}
