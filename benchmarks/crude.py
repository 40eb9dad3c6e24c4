"""How crude dumps of a corpus' articles come out: ``python -m benchmarks.crude CORPUS [--held-out WEIGHTS]``.

Out of the gold title and text of every article a crude scraper's dump is written: the headline, a glued menu,
the headline again, mostly a cut-off copy of the lead, none to seven headlines of other articles, the text,
mostly the counters of comment systems. How each is written is drawn from its id: every run draws the same.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.pipeline import clean
from cleannews.read.normal import normalise
from quality.score import score
from training.corpus import case_of, load_records
from training.predict import weights_without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.article import Article

SHAPES = ("above", "below", "close", "flowing", "one line", "glued")
"""Teasers above the text or below it; no blank lines; an excerpt of 40 to 60 words that runs over
the borders of paragraphs; everything on one line; nothing between the lines."""

_BETWEEN = {"close": "\n", "glued": ""}

DRAWS = 3
"""Dumps of each article."""

_LEAST_CHARS = 400
"""Shorter texts are no articles."""

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


def right(article: Article, wanted: Crude) -> dict[str, float]:
    """Hold an article against what was to come: measure -> 0 to 1."""
    found = score(article.text, "\n".join(map(normalise, wanted.body)))
    return {
        "F1": found.f1,
        "exact": float(found.exact),
        "title": float(article.title == normalise(wanted.title)),
        "breadcrumbs": float(article.breadcrumbs == wanted.crumbs),
        "related": float([link.text for link in article.related] == [*map(normalise, wanted.related)]),
        "counters": float(article.comment_counts == wanted.counts),
    }


def measure(corpus: Path, held_out: Path | None) -> dict[str, list[dict[str, float]]]:
    """Measure all shapes: shape -> one line a dump."""
    records = [record for record in load_records(corpus) if record.get("title") and record.get("gold")]
    found: dict[str, list[dict[str, float]]] = {shape: [] for shape in SHAPES}
    for record in records:
        if sum(map(len, record["gold"])) < _LEAST_CHARS:
            continue
        near = [each["title"] for each in records if each.get("language") == record.get("language")]
        titles = sorted({" ".join(title.split()) for title in near} - {" ".join(record["title"].split())})
        with weights_without(case_of(corpus, record).fold, held_out):
            for shape in SHAPES:
                dumps = [crude_dump(record, titles, shape, draw) for draw in range(DRAWS)]
                found[shape] += [right(clean(each.dump, kind="text"), each) for each in dumps]
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print how crude dumps of a corpus' articles come out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crude", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a corpus folder in the case format")
    parser.add_argument("--held-out", type=Path, help="weights of every fold; default: those shipped")
    options = parser.parse_args(argv)
    found = measure(options.corpus, options.held_out)
    names = list(next(iter(found.values()))[0])
    sys.stdout.write(f"| dumps | {' | '.join(names)} |\n|---|{'---|' * len(names)}\n")
    for shape, lines in found.items():
        figures = " | ".join(f"{mean(line[name] for line in lines):.3f}" for name in names)
        sys.stdout.write(f"| {len(lines)} {shape} | {figures} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
