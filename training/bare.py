"""Articles with nothing around them: ``python -m training.bare --out DIR CORPUS ...``.

Not every input is a whole page. Feeds, programming interfaces and other extractors give the text alone, or
its paragraphs in HTML, and people clean folders of which half is clean already. So that the network does not
look for furniture where there is none, every article is also shown by itself, in a form drawn at random. In
HTML most of them stand among a few lines of their page, so that the network does not take for text what
little there is; in text that cost short dumps their last sentences. Folders are written in the case format;
training takes them like any other.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from cleannews.label.measures import count_words, ends_sentence
from training.corpus import Derived, derive_corpus, write_copies
from training.flatten import Style, flatten

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINED = Style("\n", "", " ", False, "", "plain", "{text}", "", 0, 0, False, frozenset())  # noqa: FBT003
"""A line a block."""
_LONGEST = 40
"""Words of a line of furniture."""
_HEADING_WORDS = 12
"""A paragraph of as many words or more, or one that ends like a sentence, is never set as a heading."""


@dataclass(frozen=True, slots=True)
class Form:
    """How an article is written down.

    Args:
        titled: Whether its headline stands above it.
        signed: Whether its authors and its day do.
        between: What stands between paragraphs of a text: two line ends, one, or a space.
        width: Columns of a line of text; 0 for lines of any length.
        paragraph: Element of a paragraph in HTML; ``br`` for two line breaks between paragraphs.
        short: Element of what may be a heading or an item.
        headline: Element of the headline in HTML; ``title`` puts it into the head.
        around: Elements around it all, the outermost first.
        above: Lines of the page's furniture above it.
        below: The same below it.
        inside: The same between its paragraphs.
        item: Element of such a line in HTML: ``a`` for a link in a list, ``p`` or ``div``.
    """

    titled: bool
    signed: bool
    between: str
    width: int
    paragraph: str
    short: str
    headline: str
    around: tuple[str, ...]
    above: int = 0
    below: int = 0
    inside: int = 0
    item: str = "a"


def draw_form(rng: Random) -> Form:
    """Draw a form; the shares are guesses at what is common, with every combination possible."""
    between = rng.choices(["\n\n", "\n", " "], [50, 40, 10])[0]
    return Form(
        titled=rng.random() < 0.6,  # noqa: PLR2004 - a share, as all in this function
        signed=rng.random() < 0.3,  # noqa: PLR2004
        between=between,
        width=rng.randint(60, 100) if between == "\n\n" and rng.random() < 0.3 else 0,  # noqa: PLR2004
        paragraph=rng.choices(["p", "div", "br"], [75, 15, 10])[0],
        short=rng.choices(["p", "h2", "h3", "li", "strong"], [35, 30, 15, 10, 10])[0],
        headline=rng.choices(["h1", "h2", "title"], [60, 15, 25])[0],
        around=rng.choices([(), ("html", "body"), ("article",), ("div",)], [40, 20, 20, 20])[0],
        above=rng.choices([0, rng.randint(1, 10)], [50, 50])[0],
        below=rng.choices([0, rng.randint(1, 10)], [40, 60])[0],
        inside=rng.choices([0, rng.randint(1, 3)], [70, 30])[0],
        item=rng.choices(["a", "p", "div"], [50, 25, 25])[0],
    )


def bare_text(record: dict[str, Any], form: Form) -> str:
    r"""Write the article of a corpus line as text.

    >>> form = Form(True, True, "\n\n", 0, "p", "p", "h1", ())
    >>> bare_text({"title": "Rain", "authors": ["A. Day"], "gold": ["It rained."]}, form)
    'Rain\n\nA. Day\n\nIt rained.'
    """
    title, signature = _above(record, form)
    lines = [*title, *signature, *_paragraphs(record)]
    if form.width:
        lines = [textwrap.fill(one, form.width, break_on_hyphens=False) for one in lines]
    return form.between.join(lines)


def bare_page(record: dict[str, Any], form: Form, furniture: Sequence[str] = (), seed: int = 0) -> str:
    r"""Write the article of a corpus line as HTML.

    Args:
        record: The line.
        form: How to write it.
        furniture: Lines of its page, in order, that are no part of it.
        seed: Draws which of them are taken, and where they go.

    >>> form = Form(True, False, " ", 0, "p", "h2", "h1", ("article",))
    >>> bare_page({"title": "Rain", "gold": ["It rained.", "Rain & wind"]}, form)
    '<article><h1>Rain</h1>\n<p>It rained.</p>\n<h2>Rain &amp; wind</h2></article>'
    """
    parts = []
    for line, part in _lines(record, form, furniture, seed):
        tag = {"title": form.headline, "signature": "div", "furniture": form.item}.get(part, form.paragraph)
        if part == "text" and count_words(line) < _HEADING_WORDS and not ends_sentence(line):
            tag = form.short
        parts.append(_set(tag, line))
    opening = "".join(f"<{tag}>" for tag in form.around)
    return opening + "\n".join(parts) + "".join(f"</{tag}>" for tag in reversed(form.around))


def _lines(record: dict[str, Any], form: Form, furniture: Sequence[str], seed: int) -> list[tuple[str, str]]:
    """The lines of an article in its form, each with what it is."""
    rng = Random(seed)  # noqa: S311 - no secret
    half = len(furniture) // 2
    title, signature = _above(record, form)
    text = [(one, "text") for one in _paragraphs(record)]
    for line in _run(furniture, form.inside, rng) if len(text) > 1 else ():
        text.insert(rng.randrange(1, len(text)), (line, "furniture"))
    return [
        *((line, "furniture") for line in _run(furniture[:half], form.above, rng)),
        *((line, "title") for line in title),
        *((line, "signature") for line in signature),
        *text,
        *((line, "furniture") for line in _run(furniture[half:], form.below, rng)),
    ]


def _run(lines: Sequence[str], count: int, rng: Random) -> Sequence[str]:
    """Draw so many lines in a row."""
    start = rng.randint(0, max(len(lines) - count, 0))
    return lines[start : start + count]


def furniture_of(page: str, record: dict[str, Any]) -> list[str]:
    """The lines of a page that are no part of its article, the same line once."""
    gold = " ".join(" ".join(_paragraphs(record)).split())
    title = str(record.get("title") or "")
    lines = dict.fromkeys(" ".join(line.split()) for line in flatten(page, _LINED).splitlines())
    return [
        line
        for line in lines
        if 0 < count_words(line) <= _LONGEST and line not in gold and not (title and title in line)
    ]


def _set(tag: str, text: str) -> str:
    if tag == "br":
        return f"{escape(text)}<br><br>"
    if tag == "a":
        return f'<ul><li><a href="/x">{escape(text)}</a></li></ul>'
    if tag == "strong":
        return f"<p><strong>{escape(text)}</strong></p>"
    return f"<{tag}>{escape(text)}</{tag}>"


def _paragraphs(record: dict[str, Any]) -> list[str]:
    return [one.strip() for one in record.get("gold") or () if one.strip()]


def _above(record: dict[str, Any], form: Form) -> tuple[list[str], list[str]]:
    """What stands above the text: as much of title, authors and date as the form wants and the corpus has."""
    title = [str(record.get("title") or "")] if form.titled else []
    signature = [", ".join(record.get("authors") or ()), str(record.get("date") or "")[:10]]
    return list(filter(None, title)), list(filter(None, signature if form.signed else ()))


def write_corpus(source: Path, out: Path, *, suffix: str, number: int) -> int:
    """Write every article of a corpus by itself, each in a form of its own.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        suffix: ``.txt`` for text, ``.html`` for HTML.
        number: Which of several copies; each article has another form in every copy.

    Returns:
        How many were written.
    """

    def bare(record: dict[str, Any], page: str) -> Derived:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        rng = Random(f"{record['id']}/{number}/{suffix}")  # noqa: S311 - no secret
        form = draw_form(rng)
        if suffix == ".txt":
            written = bare_text(record, form)
        else:
            written = bare_page(record, form, furniture_of(page, record), rng.randrange(1_000_000))
        return Derived(written.encode("utf-8", "replace"))

    return derive_corpus(source, out, bare, suffix=suffix)


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.bare", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders go")
    parser.add_argument("--copies", type=int, default=1, help="forms for each article, in text and in HTML")
    options = parser.parse_args(arguments)
    for suffix in (".txt", ".html"):
        write = partial(write_corpus, suffix=suffix)
        write_copies(options.corpora, options.out, options.copies, name=f"bare{suffix}", write=write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
