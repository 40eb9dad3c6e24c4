"""News sites that do not exist: each turns a story into the HTML of one kind of page."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from quality.story import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.story import Part, Story


MARKED_UP = 21
"""Pieces, words and spaces, from which on a paragraph gets inline markup."""


def element(tag: str, texts: Iterable[str], attributes: str = "") -> str:
    """Write one element per text."""
    space = f" {attributes}" if attributes else ""
    return "\n".join(f"<{tag}{space}>{escape(text, quote=False)}</{tag}>" for text in texts)


def links(texts: Iterable[str], *, item: str = "li") -> str:
    """Write a linked item per text, as menus and teaser lists do."""
    return "\n".join(
        f'<{item}><a href="/{index}">{escape(text, quote=False)}</a></{item}>'
        for index, text in enumerate(texts)
    )


def inline(text: str, index: int) -> str:
    """Mark up some words of every second paragraph, as editors do: that is what breaks paragraphs in dumps."""
    words = re.split(r"( )", escape(text, quote=False))
    if index % 2 or len(words) < MARKED_UP:
        return "".join(words)
    tag = ('<a href="/topic">', "</a>") if index % 4 else ("<strong>", "</strong>")
    return "".join([*words[:8], tag[0], *words[8:13], tag[1], *words[13:]])


def prose(parts: Iterable[Part], *, css: str = "") -> list[str]:
    """Write the parts of a story; runs of list items become one list."""
    attribute = f' class="{css}"' if css else ""
    written: list[str] = []
    for index, part in enumerate(parts):
        if part.tag == "li":
            item = f"<li>{inline(part.text, index)}</li>"
            if written and written[-1].endswith("</ul>"):
                written[-1] = f"{written[-1][:-5]}{item}\n</ul>"
            else:
                written.append(f"<ul>\n{item}\n</ul>")
        else:
            written.append(f"<{part.tag}{attribute}>{inline(part.text, index)}</{part.tag}>")
    return written


def json_ld(story: Story) -> str:
    """Write the page's JSON-LD: article and breadcrumbs."""
    home = words_of(story.language)["home"]
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published,
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "articleSection": story.section,
        "publisher": {"@type": "NewsMediaOrganization", "name": story.site},
        "image": f"https://www.{story.domain}/img/lead.jpg",
        "isAccessibleForFree": True,
    }
    if story.modified:
        article["dateModified"] = story.modified
    crumbs = [
        {"@type": "ListItem", "position": place, "name": name}
        for place, name in enumerate((home, story.section), 1)
    ]
    graph = {
        "@context": "https://schema.org",
        "@graph": [article, {"@type": "BreadcrumbList", "itemListElement": crumbs}],
    }
    return f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>'


def open_graph(story: Story) -> str:
    """Write the meta elements that social networks read."""
    values = {
        "og:type": "article",
        "og:title": story.title,
        "og:site_name": story.site,
        "og:url": story.url,
        "article:published_time": story.published,
        "article:section": story.section,
    }
    return "\n".join(f'<meta property="{key}" content="{escape(value)}">' for key, value in values.items())


def byline(story: Story) -> str:
    """Return the byline as the language writes it."""
    return str(words_of(story.language)["by"]).format(", ".join(story.authors))


def broadsheet(story: Story) -> str:
    """A big news site: menus, consent, share bar, figure, inline teasers, newsletter, comments, footer."""
    w = words_of(story.language)
    paragraphs = prose(story.parts)
    related = [escape(text, quote=False) for text in story.related]
    teaser = f'<p class="article__also">{w["also"]}<a href="/r1">{related[0]}</a></p>'
    advert = f'<div class="ad-slot" id="ad-2"><span>{w["advert"]}</span></div>'
    head, text, button = w["newsletter"]
    letter = f'<aside class="newsletter-box"><h3>{head}</h3><p>{text}</p><button>{button}</button></aside>'
    paragraphs[2:2] = [teaser]
    paragraphs[4:4] = [advert, letter]
    standfirst = element("p", filter(None, [story.standfirst]), 'class="article__standfirst"')
    bio = (
        f'<div class="author-box"><h4>{w["about"]}</h4><p>{escape(story.bio)}</p></div>' if story.bio else ""
    )
    return f"""<!DOCTYPE html>
<html lang="{story.language}">
<head>
<meta charset="utf-8">
<title>{escape(story.title)} | {escape(story.site)}</title>
<meta name="description" content="{escape(story.standfirst or story.body[0][:150])}">
<link rel="canonical" href="{story.url}">
{open_graph(story)}
{json_ld(story)}
<style>.article__body p {{ margin: 0 0 1em }}</style>
</head>
<body class="page page--article">
<div id="consent-banner" role="dialog"><p>{w["cookies"][0]}</p><button>{w["cookies"][1]}</button><button>{w["cookies"][2]}</button></div>
<a class="skip-link" href="#main">{w["skip"]}</a>
<header class="site-header">
<a class="logo" href="/">{escape(story.site)}</a>
<nav class="main-nav"><ul>
{links(w["nav"])}
</ul></nav>
<div class="tools"><a href="/search">{w["search"]}</a> <a href="/login">{w["login"]}</a> <a href="/abo">{w["subscribe"]}</a></div>
</header>
<main id="main">
<nav class="breadcrumb" aria-label="breadcrumb"><a href="/">{w["home"]}</a> <span>›</span> <a href="/s">{story.section}</a></nav>
<article class="article">
<header>
<h1 class="article__headline">{escape(story.title, quote=False)}</h1>
{standfirst}
<div class="article__byline"><span class="author">{byline(story)}</span> <time datetime="{story.published}">{w["published"].format(story.day)}</time></div>
<ul class="share-bar">
{links(w["share"])}
</ul>
</header>
<figure><img src="/img/lead.jpg" alt=""><figcaption>{escape(story.caption)} <span class="credit">{escape(story.credit)}</span></figcaption></figure>
<div class="article__body">
{chr(10).join(paragraphs)}
</div>
<div class="topics"><span>{w["tags"]}</span><ul>
{links(story.tags)}
</ul></div>
{bio}
</article>
<section class="related"><h2>{w["related"]}</h2>
{links(related, item="h3")}
</section>
<section id="comments"><h2>{w["comments"][0]}</h2><p>{w["comments"][1]}</p></section>
</main>
<footer class="site-footer"><ul>
{links(w["footer"])}
</ul><p>© {story.published[:4]} {escape(story.site)}. {w["rights"]}</p></footer>
<script>window.dataLayer = window.dataLayer || [];</script>
</body>
</html>
"""


VOICES = {
    "en": ("I cycled past it last week and had no idea.", "Lovely piece, thank you. More of this please!"),
    "de": ("Schöner Text, danke dafür!", "Ich kenne den Ort noch aus meiner Kindheit."),
    "it": ("Bell’articolo, complimenti.", "Anch’io ci andavo da bambino con mio nonno."),
    "cs": ("U nás jdou hodiny taky špatně.", "Díky za pěkný článek."),
}
"""What readers write under the blog's posts."""


def blog(story: Story) -> str:
    """A weblog: entry, tags, previous and next, comments with a form, a sidebar of widgets."""
    w = words_of(story.language)
    voices = "".join(
        f'<li class="comment"><cite class="fn">{name}</cite><p>{text}</p><a class="reply" href="#r">↩</a></li>'
        for name, text in zip(("Marta K.", "J. Bell"), VOICES.get(story.language, ()), strict=False)
    )
    return f"""<!DOCTYPE html>
<html lang="{story.language}"><head><meta charset="UTF-8" />
<title>{escape(story.title)} – {escape(story.site)}</title>
<meta name="generator" content="WordPress 6.4" /><meta name="author" content="{escape(story.authors[0])}" />
{open_graph(story)}
</head>
<body class="post-template-default single single-post">
<div id="page" class="site">
<header id="masthead"><p class="site-title"><a href="/">{escape(story.site)}</a></p>
<ul id="primary-menu" class="menu">
{links(w["nav"][:5])}
</ul></header>
<div id="content"><main id="primary">
<article id="post-4711" class="post type-post hentry">
<h1 class="entry-title">{escape(story.title, quote=False)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{story.published}">{story.day}</time>
<span class="author vcard">{byline(story)}</span></div>
<div class="entry-content">
{element("p", filter(None, [story.standfirst]))}
{chr(10).join(prose(story.parts))}
<div class="sharedaddy"><ul>
{links(w["share"][:3])}
</ul></div>
</div>
<footer class="entry-footer"><span class="tags-links">{w["tags"]}: {", ".join(story.tags)}</span></footer>
</article>
<nav class="post-navigation"><a rel="next" href="/n">{w["next"]}: {story.related[0]}</a></nav>
<div id="comments" class="comments-area"><h2>{w["comments"][0]}</h2><ol class="comment-list">{voices}</ol></div>
</main>
<aside id="secondary" class="widget-area">
<section class="widget widget_search"><label>{w["search"]}</label></section>
<section class="widget widget_recent_entries"><h2>{w["most_read"]}</h2><ul>
{links(story.related)}
</ul></section>
</aside></div>
<footer id="colophon"><a href="/privacy">{w["footer"][2]}</a> <span>© {story.site}</span></footer>
</div></body></html>
"""
