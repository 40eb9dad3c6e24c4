"""Hostile metadata: JSON-LD, metas, dates, names, numbers."""

from __future__ import annotations

import json

from tests.hostile.case import BODY, TITLE, Case, html, page, paragraphs


def linked(source: str) -> str:
    """A script of linked data."""
    return f'<script type="application/ld+json">{source}</script>'


def article(**values: object) -> str:
    """Linked data of a news article."""
    return linked(
        json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **values})
    )


JSON_LD = (
    html("jsonld_broken", lambda n: page(head=linked('{"@type": "NewsArticle", "headline": "x'))),
    html("jsonld_trailing_comma", lambda n: page(head=linked('{"@type": "NewsArticle", "headline": "x",}'))),
    html(
        "jsonld_line_break_in_string",
        lambda n: page(head=linked('{"@type": "NewsArticle", "headline": "x\ny"}')),
    ),
    html(
        "jsonld_empty",
        lambda n: page(head=linked("") + linked(" ") + linked("null") + linked("[]") + linked("0")),
    ),
    html("jsonld_word", lambda n: page(head=linked("undefined"))),
    html("jsonld_in_comment", lambda n: page(head=linked('<!-- {"@type": "NewsArticle"} -->'))),
    html("jsonld_in_cdata", lambda n: page(head=linked('//<![CDATA[\n{"@type": "NewsArticle"}\n//]]>'))),
    html(
        "jsonld_unclosed_script",
        lambda n: page(after='<script type="application/ld+json">{"@type": "NewsArticle"}'),
    ),
    html("jsonld_giant_string", lambda n: page(head=article(description="x" * n))),
    html("jsonld_giant_body", lambda n: page(head=article(articleBody="It rained again. " * (n // 17)))),
    html("jsonld_giant_list", lambda n: page(head=linked("[" + "{}," * (n // 3) + "{}]"))),
    html(
        "jsonld_giant_keys",
        lambda n: page(head=linked("{" + ",".join(f'"k{i}":{i}' for i in range(n // 12)) + "}")),
    ),
    html(
        "jsonld_giant_broken",
        lambda n: page(head=linked('{"@type":"NewsArticle","x":[' + '{"a":"b",' * (n // 9))),
    ),
    html("jsonld_giant_quotes", lambda n: page(head=linked('{"a":"' + '\\"' * (n // 2)))),
    html("jsonld_giant_backslashes", lambda n: page(head=linked('{"a":"' + "\\" * n))),
    html("jsonld_giant_commas", lambda n: page(head=linked("[" + "," * n + "]"))),
    html("jsonld_deep_lists", lambda n: page(head=linked("[" * (n // 2) + "]" * (n // 2)))),
    html(
        "jsonld_deep_objects", lambda n: page(head=linked('{"@graph":' * (n // 11) + "{}" + "}" * (n // 11)))
    ),
    html(
        "jsonld_deep_headline",
        lambda n: page(
            head=linked('{"@type":"NewsArticle","headline":' + "[" * 400 + '"x"' + "]" * 400 + "}")
        ),
    ),
    html(
        "jsonld_deep_name",
        lambda n: page(
            head=linked('{"@type":"NewsArticle","author":' + '{"name":' * 400 + '"x"' + "}" * 400 + "}")
        ),
    ),
    html("jsonld_deep_unclosed", lambda n: page(head=linked('{"author":[' * (n // 11)))),
    html("jsonld_deep_not_too_deep", lambda n: page(head=linked('{"author":' * 900 + "{}" + "}" * 900))),
    html(
        "jsonld_numbers",
        lambda n: page(
            head=linked(
                '{"@type":"NewsArticle","wordCount":1e999,"a":-Infinity,"b":NaN,"c":'
                + "9" * min(n, 5000)
                + "}"
            )
        ),
    ),
    html(
        "jsonld_integer_of_digits",
        lambda n: page(head=linked('{"@type":"NewsArticle","wordCount":' + "9" * n + "}")),
    ),
    html(
        "jsonld_wrong_types",
        lambda n: page(
            head=article(
                author=7,
                datePublished=[],
                image=True,
                keywords={},
                publisher="x",
                headline=["a", 1],
                articleSection=None,
                inLanguage=3,
                isAccessibleForFree="perhaps",
            )
        ),
    ),
    html(
        "jsonld_types_as_lists",
        lambda n: page(head=article(**{"@type": [["NewsArticle"]], "@id": [], "mainEntityOfPage": [{}]})),
    ),
    html(
        "jsonld_null_everywhere",
        lambda n: page(
            head=article(
                author=None, datePublished=None, image=None, keywords=None, publisher=None, headline=None
            )
        ),
    ),
    html(
        "jsonld_surrogates",
        lambda n: page(
            head=linked(
                '{"@type":"NewsArticle","headline":"x \\ud800 y","author":{"@type":"Person","name":"Eva \\udfff Holm"}}'
            )
        ),
    ),
    html(
        "jsonld_controls",
        lambda n: page(
            head=linked(
                '{"@type":"NewsArticle","headline":"x \\u0000\\u0001\\u001b[31m y","author":"Eva\\u0007 Holm"}'
            )
        ),
    ),
    html(
        "jsonld_escape_broken",
        lambda n: page(head=linked('{"@type":"NewsArticle","headline":"\\u12 \\x \\"}')),
    ),
    html(
        "jsonld_markup_in_values",
        lambda n: page(head=article(author="<script>alert(1)<\\/script>", description="<p>x</p>&amp;lt;")),
    ),
    html(
        "jsonld_ids_in_a_circle",
        lambda n: page(
            head=linked(
                '{"@graph":[{"@id":"a","@type":"NewsArticle","author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"},"name":{"@id":"b"}}]}'
            )
        ),
    ),
    html(
        "jsonld_scripts_many",
        lambda n: page(head=linked('{"@type":"NewsArticle","headline":"x"}') * (n // 80)),
    ),
    html(
        "jsonld_authors_many",
        lambda n: page(head=article(author=[{"name": f"Eva Holm {i}"} for i in range(n // 25)])),
    ),
    html(
        "jsonld_keywords_many",
        lambda n: page(head=article(keywords=",".join(f"word{i}" for i in range(n // 9)))),
    ),
    html(
        "jsonld_breadcrumbs_many",
        lambda n: page(
            head=linked(
                json.dumps(
                    {
                        "@type": "BreadcrumbList",
                        "itemListElement": [{"position": "x", "name": "A"}] * (n // 40),
                    }
                )
            )
        ),
    ),
    html("jsonld_images_many", lambda n: page(head=article(image=[f"http://[{i}" for i in range(n // 12)]))),
    html(
        "jsonld_same_key_often",
        lambda n: page(head=linked("{" + '"headline":"x",' * (n // 15) + '"@type":"NewsArticle"}')),
    ),
)

METAS = (
    html("meta_title_giant", lambda n: page(head=f'<meta property="og:title" content="{"x " * (n // 2)}">')),
    html(
        "meta_description_giant",
        lambda n: page(head=f'<meta name="description" content="{"x " * (n // 2)}">'),
    ),
    html(
        "meta_author_giant", lambda n: page(head=f'<meta name="author" content="{"Eva Holm, " * (n // 10)}">')
    ),
    html("meta_keywords_giant", lambda n: page(head=f'<meta name="keywords" content="{"a,b;" * (n // 4)}">')),
    html(
        "meta_empty",
        lambda n: page(
            head="<meta><meta name><meta content><meta property='' content=''><meta name=author content=' '>"
        ),
    ),
    html(
        "meta_name_controls",
        lambda n: page(
            head='<meta property="article:published\x03\x00_time" content="2031-05-04T10:00:00Z">'
            '<meta name="\x1bauthor" content="Eva Holm"><meta property="og:\ud800title" content="x">'
        ),
    ),
    html(
        "meta_author_url",
        lambda n: page(
            head='<meta name="author" content="http://["><meta property="article:author" content="//[x">'
        ),
    ),
    html(
        "meta_locale_odd",
        lambda n: page(
            head='<meta property="og:locale" content="xx_YY_zz_123"><meta http-equiv="content-language" content="'
            + "en," * (n // 3)
            + '">'
        ),
    ),
    html("language_odd", lambda n: page(root='<html lang="' + "x-" * (n // 2) + '">')),
    html("title_giant", lambda n: page(title=TITLE + " and more" * (n // 9))),
    html("title_of_separators", lambda n: page(title=TITLE + " | " * (n // 3))),
    html("title_of_dashes", lambda n: page(title=TITLE + " - " * (n // 3))),
    html("title_empty", lambda n: page(title="")),
    html("title_of_white_space", lambda n: page(title="\u00a0\u200b\u3000 " * 20)),
    html("title_equals_body", lambda n: page(title=BODY[0]), lost=True),
    html("byline_giant", lambda n: page(before="<p class=byline>By " + "Eva Holm and " * (n // 13) + "</p>")),
    html("byline_of_commas", lambda n: page(before="<p class=byline>By " + "A, " * (n // 3) + "</p>")),
    html(
        "dateline_giant",
        lambda n: page("<p>" + "HARBOUR, " * (n // 9) + "May 4 (Reuters) - x</p>" + paragraphs()),
    ),
    html("breadcrumbs_giant", lambda n: page(before="<p class=breadcrumb>" + "Home > " * (n // 7) + "</p>")),
    html("comment_counter_giant", lambda n: page(after="<p>DISQUS: " + "9" * n + "</p>")),
    html(
        "comment_counter_digits",
        lambda n: page(after="<p>WORDPRESS: ٣٤</p><p>COMMENTS: ²</p><p>DISQUS: 一</p>"),
    ),
    html("reading_time_giant", lambda n: page(before="<p>" + "9" * n + " min read</p>")),
)


def dated(name: str, value: str) -> Case:
    """A page that bears an odd date wherever dates stand."""
    metas = f'<meta property="article:published_time" content="{value}"><meta name="date" content="{value}">'
    shown = f'<time datetime="{value}">{value}</time><p class="date">{value}</p>'
    head = article(datePublished=value, dateModified=value) + metas
    return html(f"date_{name}", lambda n: page(head=head, before=shown))


DATES = tuple(
    dated(name, value)
    for name, value in (
        ("year_zero", "0000-01-01"),
        ("year_one", "0001-01-01T00:00:00+14:00"),
        ("year_9999", "9999-12-31T23:59:59-12:00"),
        ("year_10000", "10000-01-01"),
        ("year_negative", "-2031-01-01"),
        ("month_13", "2031-13-01"),
        ("day_zero", "2031-05-00"),
        ("february_30", "2031-02-30"),
        ("hour_25", "2031-05-04T25:61:61Z"),
        ("leap_second", "2031-06-30T23:59:60Z"),
        ("zone_99", "2031-05-04T10:00:00+99:99"),
        ("zone_24", "2031-05-04T10:00:00+24:00"),
        ("epoch", "1904567890"),
        ("epoch_ms", "1904567890123"),
        ("big_number", "99999999999"),
        ("huge_number", "9" * 5000),
        ("negative", "-1"),
        ("float", "1e309"),
        ("nan", "NaN"),
        ("words", "the day before yesterday"),
        ("empty", ""),
        ("spaces", "   "),
        ("dots", "31.12.99999"),
        ("slashes", "99/99/9999"),
        ("arabic_digits", "٢٠٣١-٠٥-٠٤"),
        ("superscripts", "²⁰³¹-⁰⁵-⁰⁴"),
        ("roman", "Ⅳ.Ⅴ.ⅯⅯ"),
        ("full_width", "２０３１年５月４日"),
        ("long", "2031-05-04T10:00:00." + "0" * 5000 + "Z"),
        ("many", "2031-05-04 " * 500),
        ("dashes", "-" * 5000),
        ("colons", "10:" * 2000),
        ("nul", "2031-05-04\x00"),
    )
)

CASES = (*JSON_LD, *METAS, *DATES)
