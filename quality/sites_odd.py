"""More sites that do not exist: those whose markup says little, or is wrong."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quality.sites import byline, element, json_ld, links, open_graph, prose
from quality.story import words_of

if TYPE_CHECKING:
    from quality.story import Story


def soup(story: Story) -> str:
    """A page of a JavaScript framework: nested div elements, class names that mean nothing."""
    w = words_of(story.language)
    menu = "".join(
        f'<div class="css-9f2k"><a class="css-1a" href="/{i}">{x}</a></div>' for i, x in enumerate(w["nav"])
    )
    share = "".join(f'<button class="css-b7">{x}</button>' for x in w["share"])
    cards = "".join(
        f'<div class="css-c3"><a href="/c{i}"><div class="css-c4">{escape(x)}</div></a></div>'
        for i, x in enumerate(story.related)
    )
    return f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{escape(story.title)} - {escape(story.site)}</title>
{open_graph(story)}{json_ld(story)}</head><body><div id="root"><div class="css-0"><div class="css-9f">{menu}</div>
<div class="css-2x"><div class="css-3q"><h1 class="css-h1">{escape(story.title, quote=False)}</h1>
{element("div", filter(None, [story.standfirst]), 'class="css-st"')}
<div class="css-by"><span>{byline(story)}</span><span> · </span><span>{story.day}</span></div><div class="css-sh">{share}</div></div>
<div class="css-4w"><div class="css-5e">
{chr(10).join(prose(story.parts, css="css-p0"))}
</div></div>
<div class="css-6r"><div class="css-rh">{w["related"]}</div>{cards}</div></div>
<div class="css-ft"><div>{" ".join(f'<a href="#">{x}</a>' for x in w["footer"])}</div><div>© {story.site} {w["rights"]}</div></div>
</div></div></body></html>
"""


def gazette(story: Story, *, charset: str = "utf-8") -> str:
    """An old XHTML page: layout tables, font elements, paragraphs divided by two line breaks, no metadata."""
    w = words_of(story.language)
    text = "<br /><br />\n".join(
        escape(part, quote=False) for part in filter(None, [story.standfirst, *story.body])
    )
    menu = "<br />\n".join(f'<a href="{i}.html">{x}</a>' for i, x in enumerate(w["nav"]))
    return f"""<?xml version="1.0" encoding="{charset}"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{story.language}">
<head><meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<title>{escape(story.site)}: {escape(story.title)}</title></head>
<body bgcolor="#ffffff"><table width="780" border="0"><tr><td colspan="2"><img src="logo.gif" alt="{escape(story.site)}" /></td></tr>
<tr><td width="140" valign="top">{menu}</td>
<td valign="top"><font size="5"><b>{escape(story.title, quote=False)}</b></font><br />
<font size="2" color="#666666">{byline(story)}, {story.day}</font><br /><br />
{text}<br /><br />
<a href="print.html">{w["share"][3]}</a> | <a href="mail.html">{w["share"][2]}</a></td></tr>
<tr><td colspan="2" align="center"><font size="1">{" | ".join(w["footer"][:4])}<br />© {escape(story.site)}</font></td></tr></table>
</body></html>
"""


def amp(story: Story) -> str:
    """An accelerated mobile page."""
    w = words_of(story.language)
    return f"""<!doctype html>
<html amp lang="{story.language}"><head><meta charset="utf-8"><link rel="canonical" href="{story.url}">
<title>{escape(story.title)}</title>{json_ld(story)}
<script async src="https://cdn.example/amp.js"></script><style amp-custom>body{{font:16px serif}}</style></head>
<body><amp-sidebar id="menu" layout="nodisplay"><ul>
{links(w["nav"])}
</ul></amp-sidebar>
<header><a href="/">{escape(story.site)}</a></header>
<article><h1>{escape(story.title, quote=False)}</h1>
{element("h2", filter(None, [story.standfirst]), 'class="standfirst"')}
<p class="byline">{byline(story)}</p><p class="date">{w["published"].format(story.day)}</p>
<amp-social-share type="email"></amp-social-share>
<amp-img src="/lead.jpg" width="640" height="360"><noscript><img src="/lead.jpg"></noscript></amp-img>
<div class="content">
{chr(10).join(prose(story.parts))}
<amp-ad width="300" height="250" type="example"><div fallback>{w["advert"]}</div></amp-ad>
</div></article>
<amp-list><div role="list"><p>{w["related"]}</p>
{links(story.related, item="p")}
</div></amp-list>
<amp-consent><div id="ui"><p>{w["cookies"][0]}</p><button>{w["cookies"][1]}</button></div></amp-consent>
<footer>{" ".join(w["footer"][:3])}</footer></body></html>
"""


def broken(story: Story) -> str:
    """Markup that no validator would pass: unclosed, nested wrongly, two bodies, bare ampersands."""
    w = words_of(story.language)
    text = "\n<p>".join(escape(part, quote=False) for part in filter(None, [story.standfirst, *story.body]))
    menu = "".join(f"<li><a href=/{i}>{x}" for i, x in enumerate(w["nav"]))
    cards = "".join(f"<li><a href=/r{i}>{x}</a>" for i, x in enumerate(story.related))
    return f"""<html lang={story.language} />
<title>{escape(story.title)} & {escape(story.site)}</title>
<body><body class=home>
<div id=top><ul class=nav>{menu}</ul></span>
<div class=story><center><h1>{escape(story.title, quote=False)}</div>
<i>{byline(story)}</b> {story.day}</center>
<div class=text><p>{text}
</div></div></div>
<div class=more><b>{w["related"]}<ul>{cards}</div>
<div class=foot>{" | ".join(w["footer"])} &copy; {story.site}
"""


def fragment(story: Story) -> str:
    """What an API or a feed hands out: no html, no head, no body."""
    w = words_of(story.language)
    return f"""<h1>{escape(story.title, quote=False)}</h1>
<p class="meta">{byline(story)} | {story.day}</p>
{element("p", filter(None, [story.standfirst]))}
{chr(10).join(prose(story.parts))}
<p>{w["also"]}<a href="/r">{story.related[0]}</a></p>
<p><a href="#">{w["share"][0]}</a> <a href="#">{w["share"][1]}</a></p>
"""
