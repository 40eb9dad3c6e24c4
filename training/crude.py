"""Crude dumps of articles: ``python -m training.crude --out DIR CORPUS ...``.

Out of the gold title and text of an article a crude scraper's dump is written: the headline, a glued menu,
the headline again, mostly a cut-off copy of the lead, none to seven headlines of other articles, the text,
mostly the counters of comment systems. How each is written is drawn from its id: every run draws the same.
Folders are written in the case format; training takes them like any other. ``benchmarks.crude`` measures on
other draws.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from training.corpus import load_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHAPES = ("above", "below", "close", "flowing", "one line", "glued")
"""Teasers above the text or below it; no blank lines; an excerpt of 40 to 60 words that runs over
the borders of paragraphs; everything on one line; nothing between the lines."""

_BETWEEN = {"close": "\n", "glued": ""}

LEARNED_DRAW = 7
"""Number of the dump of each shape that is learned from; those with lower ones are measured on."""

LEAST_CHARS = 400
"""Shorter texts are no articles."""

_FEW_TITLES = 8
"""Titles in a language; where there are fewer, teasers are drawn from all."""

MENUS = {
    "cs": ("Domů", "Zprávy", "Politika"),
    "da": ("Forside", "Nyheder", "Politik"),
    "de": ("Startseite", "Wirtschaft", "Unternehmen"),
    "es": ("Portada", "Internacional", "Europa"),
    "fr": ("Accueil", "Actualités", "Politique"),
    "id": ("Beranda", "Berita", "Politik"),
    "it": ("Home", "Politica", "Esteri"),
    "ja": ("ホーム", "ニュース", "政治"),
    "no": ("Hjem", "Nyheter", "Politikk"),
    "pl": ("Strona główna", "Wiadomości", "Polityka"),
    "pt": ("Início", "Notícias", "Política"),
    "ru": ("Главная", "Новости", "Политика"),
    "sv": ("Hem", "Nyheter", "Politik"),
    "zh": ("首页", "新闻", "政治"),
}
"""Menus by language; English for any other."""

COUNTERS: tuple[tuple[str, dict[str, int]], ...] = (
    ("COMMENTS\n\nWORDPRESS: 0\nDISQUS: 0", {"wordpress": 0, "disqus": 0}),
    ("COMMENTS / WORDPRESS: 4 / DISQUS: 12", {"wordpress": 4, "disqus": 12}),
    ("COMMENTS\nWORDPRESS: 0\nFACEBOOK: 3", {"wordpress": 0, "facebook": 3}),
    ("", {}),
)


class Crude(NamedTuple):
    """A dump, and what is to come of it."""

    dump: str
    title: str
    crumbs: tuple[str, ...]
    body: tuple[str, ...]
    related: tuple[str, ...]
    counts: dict[str, int]


def crude_dump(record: dict[str, Any], titles: Sequence[str], shape: str, draw: int) -> Crude:
    """Write one dump of an article.

    Args:
        record: A line of the corpus: ``id title gold language``.
        titles: Of other articles.
        shape: One of :data:`SHAPES`.
        draw: Number of the dump.
    """
    drawn = random.Random(f"{record['id']} {draw}")  # noqa: S311 - not a secret
    title, body = " ".join(record["title"].split()), tuple(record["gold"])
    menu = MENUS.get(record.get("language") or "", ("Home", "News", "Politics"))
    flowing = shape == "flowing"
    excerpt = _excerpt(" ".join(body) if flowing else body[0], drawn, _FLOWING if flowing else _WORDS)
    count = drawn.choice((0, 1, 2, 3, 3, 3, 5, 7))
    teasers = tuple(drawn.sample(list(titles), min(count, len(titles))))
    counters, counts = drawn.choice(COUNTERS)
    above, below = ("\n".join(teasers), "") if shape != "below" else ("", "\n".join(teasers))
    parts = filter(None, (title, "".join(menu), title, excerpt, above, *body, below, counters))
    dump = _BETWEEN.get(shape, "\n\n").join(parts)
    whole = {"one line": " ".join(dump.split()), "glued": dump.replace("\n", "")}.get(shape, dump)
    return Crude(whole, title, menu, body, teasers, counts)


_WORDS, _FLOWING = (18, 30), (40, 60)
"""Words of an excerpt, and of one that runs over the borders of paragraphs."""


def _excerpt(lead: str, drawn: random.Random, sizes: tuple[int, int]) -> str:
    """Cut a lead off, at a word if it has any; nothing of one too short to be cut."""
    words = lead.split(" ")
    size = drawn.randint(*sizes)
    spaced = len(words) > 3 and len(lead) < _LONGEST_MEAN * len(words)  # noqa: PLR2004
    cut = " ".join(words[: min(size, len(words) - 1)]) if spaced else lead[: 4 * size]
    return cut + drawn.choice(("", "", "...", "…", " […]")) if _CUT <= len(cut) < len(lead) else ""


_LONGEST_MEAN = 20
"""Characters of a word, on the average; where it is more, spaces stand between sentences only."""
_CUT = 40
"""Characters of the shortest excerpt."""


def titled(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Choose the articles that have a title and a text of some length."""
    return [
        record
        for record in records
        if record.get("title")
        and record.get("type", "article") == "article"
        and sum(map(len, record.get("gold") or ())) >= LEAST_CHARS
    ]


def other_titles(records: Sequence[dict[str, Any]], record: dict[str, Any]) -> list[str]:
    """Collect the titles of other articles in the same language."""
    near = [each["title"] for each in records if each.get("language") == record.get("language")]
    return sorted({" ".join(title.split()) for title in near} - {" ".join(record["title"].split())})


def write_corpus(corpus: Path, folder: Path, *, shapes: int) -> int:
    """Write dumps of a corpus' articles.

    Args:
        corpus: Folder with ``cases.jsonl``.
        folder: Folder to write.
        shapes: Of how many shapes each article is written, drawn at random.

    Returns:
        How many dumps were written.
    """
    (folder / "txt").mkdir(parents=True, exist_ok=True)
    lines = list(_lines(titled(load_records(corpus)), folder, shapes))
    (folder / "cases.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(lines)


def _lines(records: Sequence[dict[str, Any]], folder: Path, shapes: int) -> Iterator[str]:
    for record in records:
        titles = other_titles(records, record)
        if len(titles) < _FEW_TITLES:
            titles = sorted({" ".join(each["title"].split()) for each in records if each is not record})
        drawn = random.Random(f"s{record['id']}").sample(SHAPES, shapes)  # noqa: S311 - not a secret
        for shape in drawn:
            made = crude_dump(record, titles, shape, LEARNED_DRAW)
            name = f"txt/{hashlib.sha256((record['id'] + shape).encode()).hexdigest()[:16]}.txt"
            (folder / name).write_text(made.dump, encoding="utf-8")
            case = {"id": f"{record['id']}.{shape.replace(' ', '_')}", "html": name, "kind": "text"}
            yield json.dumps({**record, **case, "gold": list(made.body)}, ensure_ascii=False) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the dumps of every corpus into a folder beside the others."""
    parser = argparse.ArgumentParser(prog="python -m training.crude", description=main.__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of dumps go")
    parser.add_argument("--shapes", type=int, default=2, help="shapes of dumps for each article")
    options = parser.parse_args(argv)
    if not 0 < options.shapes <= len(SHAPES):
        parser.error(f"--shapes is a number from 1 to {len(SHAPES)}")
    for corpus in options.corpora:
        folder = options.out / f"{corpus.name}.crude"
        sys.stderr.write(f"{folder}: {write_corpus(corpus, folder, shapes=options.shapes)} cases\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
