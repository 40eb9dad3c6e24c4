"""What site templates gain: ``python -m benchmarks.templates CORPUS [CORPUS ...] --held-out WEIGHTS``.

Every page of a site of which a corpus holds several is cleaned by itself, and with a template that was
learned from it and one, two and four other pages of its site. Printed are word F1, the gain with all of them
with its interval, and the share of the gold's words that templates lost; ``--chart FILE`` draws the gains.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from html import escape
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy import interval
from cleannews.labels import Kind
from cleannews.learn import learn_site
from cleannews.pipeline import clean
from quality.score import score, tokens
from training.corpus import load_cases
from training.predict import weights_without

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.corpus import Case

PAGES = (1, 2, 3, 5)
"""Pages that are learned from; with 1 a page is cleaned by itself."""


class Gain(NamedTuple):
    """What templates gain on the pages of one corpus."""

    corpus: str
    f1: dict[int, list[float]]
    """By the number of pages learned from, one figure a page."""
    sites: list[str]
    """The site of each page."""
    lost: float
    """Share of the gold's words that were kept by themselves, and not with a template of most pages."""

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the gain with most pages, bootstrapped over the sites."""
        gains = [after - before for before, after in zip(self.f1[1], self.f1[PAGES[-1]], strict=True)]
        return interval(gains, self.sites)

    def gain(self, pages: int) -> float:
        """The mean gain with a template of so many pages."""
        return mean(self.f1[pages]) - mean(self.f1[1])


def measure(corpus: Path, held_out: Path | None) -> Gain:
    """Clean the pages of a corpus with and without templates of their sites."""
    sites: dict[str, list[Case]] = {}
    for case in load_cases(corpus):
        sites.setdefault(case.domain, []).append(case)
    f1: dict[int, list[float]] = {pages: [] for pages in PAGES}
    names: list[str] = []
    lost = total = 0
    for name, cases in sites.items():
        if len(cases) == 1:
            continue
        names += [name] * len(cases)
        with weights_without(cases[0].fold, held_out):
            for place, case in enumerate(cases):
                texts = list(_texts(cases, place))
                gold = "\n".join(case.gold)
                for pages, text in zip(PAGES, texts, strict=True):
                    f1[pages].append(score(text, gold).f1)
                lost += ((_words(texts[0]) & _words(gold)) - _words(texts[-1])).total()
                total += len(tokens(gold))
    return Gain(corpus.name, f1, names, lost / max(total, 1))


def _texts(cases: Sequence[Case], place: int) -> Iterator[str]:
    """Yield the text of a page, cleaned with templates of more and more pages of its site."""
    case = cases[place]
    kind = Kind(case.kind)
    rotated = [each.read() for each in (*cases[place:], *cases[:place])]
    for pages in PAGES:
        site = learn_site(rotated[:pages], kind=kind) if pages > 1 else None
        yield clean(rotated[0], kind=kind, site=site).text


def _words(text: str) -> Counter[str]:
    return Counter(tokens(text))


def table(gains: Sequence[Gain]) -> Iterator[str]:
    """Yield the lines of a table, one for each corpus."""
    counts = " | ".join(f"{pages} pages" for pages in PAGES[1:])
    yield f"| corpus | alone | {counts} | gain | 95 % interval | words of the article lost |"
    yield f"|{'---|' * (len(PAGES) + 4)}"
    for each in gains:
        figures = " | ".join(f"{mean(each.f1[pages]):.3f}".lstrip("0") for pages in PAGES)
        low, high = each.interval()
        gain = f"{each.gain(PAGES[-1]):+.3f} | {low:+.3f} to {high:+.3f}".replace("0.", ".")
        yield f"| {each.corpus} | {figures} | {gain} | {each.lost:.2%} |"


WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 690, 330, 60, 470, 30, 270
COLOURS = (
    *("#1f5fa8", "#c2410c", "#15803d", "#7c3aed", "#b45309", "#0e7490"),
    *("#be123c", "#4d7c0f", "#334155", "#a16207", "#9d174d", "#0369a1"),
)
_TITLE = "gain in word F1"
_XLABEL = "pages of the site learned from"


def chart(gains: Sequence[Gain]) -> str:
    """Return an SVG: the gain of each corpus as a line over the number of pages."""
    values = [each.gain(pages) for each in gains for pages in PAGES]
    low, high = min(values), max(*values, min(values) + 0.01)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" fill="#202020"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{_TITLE}">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="15" y="18">{_TITLE}</text>',
        f'<text x="{(LEFT + RIGHT) // 2}" y="{BOTTOM + 42}" text-anchor="middle">{_XLABEL}</text>',
        *_axes(low, high),
    ]
    ranked = sorted(gains, key=lambda each: -each.gain(PAGES[-1]))
    for place, (each, colour) in enumerate(zip(ranked, COLOURS * len(ranked), strict=False)):
        points = " ".join(f"{_x(pages)},{_y(each.gain(pages), low, high)}" for pages in PAGES)
        label = f"{escape(each.corpus)} {each.gain(PAGES[-1]):+.3f}"
        lines += (
            f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>',
            f'<text x="{RIGHT + 10}" y="{TOP + 14 + 22 * place}" fill="{colour}">{label}</text>',
        )
    return "\n".join([*lines, "</svg>", ""])


def _axes(low: float, high: float) -> Iterator[str]:
    """Draw a line for each hundredth, and the numbers of pages."""
    for hundredth in range(round(100 * low), round(100 * high) + 1):
        if low <= hundredth / 100 <= high:
            at = _y(hundredth / 100, low, high)
            yield f'<line x1="{LEFT}" x2="{RIGHT}" y1="{at}" y2="{at}" stroke="#d4d4d4"/>'
            yield f'<text x="{LEFT - 8}" y="{at + 4}" text-anchor="end">{hundredth / 100:+.2f}</text>'
    for pages in PAGES:
        word = "alone" if pages == 1 else pages
        yield f'<text x="{_x(pages)}" y="{BOTTOM + 20}" text-anchor="middle">{word}</text>'


def _x(pages: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (pages - 1) / (PAGES[-1] - 1), 1)


def _y(gain: float, low: float, high: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * (gain - low) / (high - low), 1)


def main(argv: Sequence[str] | None = None) -> int:
    """Print what site templates gain on corpora."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.templates", description=main.__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="corpus folders in the case format")
    parser.add_argument("--held-out", type=Path, help="weights of every fold; default: those shipped")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw the gains as an SVG")
    options = parser.parse_args(argv)
    gains = [measure(corpus, options.held_out) for corpus in options.corpora]
    sys.stdout.write("".join(f"{line}\n" for line in table(gains)))
    if options.chart:
        options.chart.write_text(chart(gains), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
