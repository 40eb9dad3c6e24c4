"""Program text of a page is set aside; code that an article shows is not."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.read.leftovers import PROGRAM
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.program import program_spans
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

PROSE = (
    "The harbour of Northport was closed on Friday after a storm tore two ferries from their moorings.",
    "Nobody was hurt in the night, although the wind took roofs and boats with it, the council was told.",
    "“We have never seen such waves,” said the keeper, Mara Field, who has served there for thirty years.",
)

PROGRAMS = [
    pytest.param("(adsbygoogle = window.adsbygoogle || []).push({});", id="advert slot"),
    pytest.param(
        "window.dataLayer = window.dataLayer || [];\nfunction gtag(){dataLayer.push(arguments);}\n"
        "gtag('js', new Date());\ngtag('config', 'G-00000');",
        id="tracker",
    ),
    pytest.param(
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Storm closes harbour, and the '
        'ferries stay","articleBody":"The harbour was closed on Friday, it said \\"at once\\"."}',
        id="declared data",
    ),
    pytest.param(
        '{\n  "@context": "https://schema.org",\n  "@type": "BreadcrumbList",\n  "itemListElement": ['
        '\n    {\n      "@type": "ListItem",\n      "name": "Home"\n    }\n  ]\n}',
        id="declared data on many lines",
    ),
    pytest.param(
        ".wp-block-image{margin:0 auto;max-width:640px}.wp-block-image img{height:auto}"
        "@media (min-width:640px){.wp-block-image{margin:0}}",
        id="styles on one line",
    ),
    pytest.param(
        ".wp-caption,\n.wp-caption p {\n  margin: 0 auto;\n  color: #333 !important;\n"
        "  font-family: Arial, sans-serif;\n}",
        id="styles on many lines",
    ),
    pytest.param(
        "window.__STATE__={" + ",".join(f'"key{i}":{{"a":{i},"b":[1,2]}}' for i in range(20)) + "};",
        id="state",
    ),
    pytest.param(
        "!function(e,t){var n=e.createElement(t);n.async=!0,n.src='//cdn.example.com/a.js';"
        "e.head.appendChild(n)}(document,'script');",
        id="minified",
    ),
]


ON_ONE_LINE = [param for param in PROGRAMS if "\n" not in str(param.values[0])]


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("gap", ["\n", "\n\n\n   "])
def test_program_text_is_a_block_of_its_own_and_removed(program: str, gap: str) -> None:
    dump = gap.join(("Storm closes harbour", PROSE[0], program, *PROSE[1:]))
    article = cleannews.clean(dump, kind="text")
    set_aside = [block for block in article.blocks if block.reason == "program_text"]
    assert [block.raw for block in set_aside] == [program]
    assert not set_aside[0].kept
    assert set_aside[0].evidence
    assert article.title == "Storm closes harbour"
    assert article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize("program", PROGRAMS[:5] + PROGRAMS[6:])
def test_program_text_inside_a_line_is_cut_out(program: str) -> None:
    source = f"{PROSE[0]} {program} {PROSE[1]}"
    assert [source[span.start : span.end] for span in program_spans(source)] == [program]


@pytest.mark.parametrize("program", ON_ONE_LINE)
def test_words_glued_to_a_script_stay(program: str) -> None:
    page = read_text(f"{PROSE[0]}\n{program}Nobody was hurt.\n{PROSE[1]}", DEFAULT_LIMITS)
    assert_covers(page)
    assert "Nobody was hurt." in [segment.text for segment in page.segments]


SHOWN = [
    pytest.param("for (let i = 0; i < 10; i++) {\n  console.log(i);\n}", id="a loop"),
    pytest.param("def area(r):\n    return {'area': 3.14 * r ** 2}", id="python"),
    pytest.param('{"name": "Mara Field", "age": 42, "tags": ["keeper", "harbour"]}', id="a record"),
    pytest.param('{\n  "name": "harbour",\n  "version": "1.0.0"\n}', id="a record on many lines"),
    pytest.param("body { color: red; margin: 0 }", id="a style"),
    pytest.param("$ curl -X POST https://example.com/api -d '{\"a\": 1}'", id="a shell line"),
    pytest.param("int t(int *a) { if (!a) { return -1; } return *a; }", id="c"),
    pytest.param('#include <stdio.h>\nint main(void) { printf("hello"); return 0; }', id="c program"),
    pytest.param("f(x) = {x² : x > 0; 0 : x ≤ 0}", id="a formula"),
    pytest.param("S = {a, b, c}; |S| = 3", id="a set"),
    pytest.param("Northport – Southport 3:1 (2:0); {Field 12., 31.; Marsh 77.} – {Lee 60.}", id="a score"),
    pytest.param("Coffee: 2,50 €; Tea: 1,90 €; Cake {small}: 3,20 €;", id="prices"),
    pytest.param("{{name}}, please renew your {subscription}", id="a template"),
    pytest.param("SELECT * FROM boats WHERE {fn UCASE(name)} = 'ANNA';", id="a query"),
    pytest.param("He said {sic} it was fine; she {laughing} agreed; they left.", id="braces in a sentence"),
    pytest.param(
        "* [News](https://example.com/a?x={b};y=${C}) [Sport](/s;jsessionid=1?redirect=%7B) "
        "[Ferries](/f;a={b};c={d};e={f})",
        id="links of markdown",
    ),
    pytest.param("https://example.com/a;b=1;c={d};e={f};g={h}", id="an address"),
]


@pytest.mark.parametrize("shown", SHOWN)
def test_code_that_an_article_shows_is_left_alone(shown: str) -> None:
    for dump in (f"{PROSE[0]}\n\n{shown}\n\n{PROSE[1]}", f"{PROSE[0]} {shown} {PROSE[1]}"):
        page = read_text(dump, DEFAULT_LIMITS)
        assert not program_spans(dump)
        assert PROGRAM not in {segment.tag for segment in page.segments}


def test_a_dump_without_braces_is_not_looked_at() -> None:
    assert program_spans("window.dataLayer = 1; " * 9) == []


def test_a_script_does_not_make_a_dump_glued_or_one_line() -> None:
    script = "window.a={" + ",".join(f'"someKey{i}":"SomeValueThatIsGlued"' for i in range(400)) + "};"
    body = "\n\n".join(PROSE)
    without = [segment.text for segment in read_text(body, DEFAULT_LIMITS).segments]
    page = read_text(f"{body}\n\n{script}", DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == [*without, ""]
    assert page.layout is read_text(body, DEFAULT_LIMITS).layout


def test_scripts_in_japanese_text() -> None:
    source = (
        "港は金曜日に閉鎖された。window.dataLayer=window.dataLayer||[];dataLayer.push({'a':1});町長が話した。"
    )
    assert [source[span.start : span.end] for span in program_spans(source)] == [
        "window.dataLayer=window.dataLayer||[];dataLayer.push({'a':1});"
    ]


def test_scripts_in_arabic_text() -> None:
    script = "(function(){window.a=window.a||{};document.write('x');})();"
    source = f"أغلق الميناء يوم الجمعة بعد عاصفة.\n{script}\nلم يصب أحد."
    assert [source[span.start : span.end] for span in program_spans(source)] == [script]
