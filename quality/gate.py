"""Measures cleannews on the project's own pages and holds the figures against their floors.

``python -m quality.gate`` shows figures, floors and the worst pages; ``--raise`` lifts the floors to what
is measured. A floor goes down only with ``--lower`` and a line ``- Quality floor lowered: <group>: <why>``
in CHANGELOG.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

import cleannews
from quality.score import score

if TYPE_CHECKING:
    from cleannews.article import Article

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "fixtures" / "pages"
BASELINE = Path(__file__).parent / "baseline.json"
MARGIN = 0.0005
"""A floor is broken only by more than this: figures are stored with four decimals."""

FIELDS = ("title", "authors", "section", "breadcrumbs", "language", "related", "comment_counts", "is_free")

Figures = dict[str, dict[str, float]]
"""Group (``layout html``, ``language de``, ``fields``) -> measure -> value."""


class Page(NamedTuple):
    """One page or dump with what is expected of it."""

    name: str
    source: bytes
    expected: dict[str, Any]


class Result(NamedTuple):
    """What came of one page: measure -> value, 0 to 1."""

    page: Page
    article: Article
    text: dict[str, float]
    fields: dict[str, float]


def pages() -> list[Page]:
    """Read every fixture, in the order of their names."""
    found = []
    for folder in sorted(PAGES.iterdir()):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        found.append(Page(folder.name, next(folder.glob("source.*")).read_bytes(), expected))
    return found


def digest(found: list[Page]) -> str:
    """Return a hash of all pages and expectations: figures of different pages are not compared in silence."""
    whole = hashlib.sha256()
    for page in found:
        whole.update(page.name.encode() + b"\0" + page.source + b"\0")
        whole.update(json.dumps(page.expected, sort_keys=True).encode())
    return whole.hexdigest()


def judge(page: Page) -> Result:
    """Clean one page and compare."""
    article = cleannews.clean(page.source)
    return Result(page, article, _text_measures(page, article), _field_measures(page, article))


def _text_measures(page: Page, article: Article) -> dict[str, float]:
    if "paragraphs" not in page.expected:
        return {}
    agreement = score(article.text, "\n\n".join(page.expected["paragraphs"]))
    return {"f1": agreement.f1, "exact": float(agreement.exact)}


def _field_measures(page: Page, article: Article) -> dict[str, float]:
    wanted = page.expected
    record = article.to_dict()
    got = {**record, "related": [each.text for each in article.related]}
    measures = {name: float(got[name] == wanted[name]) for name in FIELDS if name in wanted}
    measures["status"] = float(article.status == wanted["status"])
    if "published" in wanted:
        measures["published"] = float((record["published"] or "")[:10] == wanted["published"])
    texts = [text for several in wanted.get("removed", {}).values() for text in several]
    if texts:
        measures["removed"] = mean(text not in article.text for text in texts)
        measures["named"] = mean(
            any(block.label == label and text in block.text for block in article.removed)
            for label, several in wanted["removed"].items()
            for text in several
        )
    return measures


def figures(results: list[Result]) -> Figures:
    """Sum up by layout, by language and over the fields."""
    values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for page, _, text, fields in results:
        for group in (f"layout {page.expected['set']}", f"language {page.expected.get('language')}", "text"):
            for measure, value in text.items():
                values[group][measure].append(value)
        for measure, value in fields.items():
            values["fields"][measure].append(value)
    return {
        group: {measure: round(mean(each), 4) for measure, each in sorted(measures.items())}
        for group, measures in sorted(values.items())
        if measures
    }


def broken(measured: Figures, floors: Figures) -> list[str]:
    """List every figure below its floor, as lines for people."""
    return [
        f"{group}: {measure} {measured.get(group, {}).get(measure, 0.0):.4f} is below its floor {floor:.4f}"
        for group, measures in floors.items()
        for measure, floor in measures.items()
        if measured.get(group, {}).get(measure, 0.0) < floor - MARGIN
    ]


def raised(measured: Figures, floors: Figures) -> Figures:
    """Return the floors lifted to what is measured, none of them lower than before."""
    return {
        group: {
            measure: max(value, floors.get(group, {}).get(measure, 0.0))
            for measure, value in measures.items()
        }
        for group, measures in measured.items()
    }


def lowered(measured: Figures, floors: Figures, changelog: str) -> Figures:
    """Return the floors of the groups that the change log names set to what is measured, others lifted."""
    named = {group for group in measured if f"- Quality floor lowered: {group}:" in changelog}
    lifted = raised(measured, floors)
    return {group: dict(measured[group]) if group in named else lifted[group] for group in measured}


def unexplained(measured: Figures, floors: Figures, changelog: str) -> list[str]:
    """List the groups whose floors would go down without a line in the change log."""
    lowered = {line.split(":")[0] for line in broken(measured, floors)}
    return sorted(group for group in lowered if f"- Quality floor lowered: {group}:" not in changelog)


def read_baseline() -> dict[str, Any]:
    """Return ``{"pages": hash, "floors": figures}``."""
    baseline: dict[str, Any] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return baseline


def write_baseline(floors: Figures, pages_digest: str) -> None:
    """Store new floors."""
    text = json.dumps({"pages": pages_digest, "floors": floors}, indent=1, ensure_ascii=False)
    BASELINE.write_text(f"{text}\n", encoding="utf-8")


def report(results: list[Result], measured: Figures, floors: Figures) -> str:
    """Write figures beside floors and the worst pages."""
    lines = [f"{'group':24}{'measure':16}{'now':>8}{'floor':>8}"]
    for group, measures in measured.items():
        for measure, value in measures.items():
            lines.append(f"{group:24}{measure:16}{value:8.4f}{floors.get(group, {}).get(measure, 0.0):8.4f}")
    lines.append("\nworst pages by word F1")
    worst = sorted((each.text["f1"], each.page.name) for each in results if each.text)[:12]
    lines += [f"  {f1:.4f}  {name}" for f1, name in worst]
    lines.append("\nfields that differ")
    lines += [
        f"  {each.page.name}: {', '.join(name for name, value in each.fields.items() if value < 1)}"
        for each in results
        if min(each.fields.values()) < 1
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, show, and lift or lower the floors when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--raise", dest="action", action="store_const", const="raise", help="lift the floors")
    choice.add_argument(
        "--lower", dest="action", action="store_const", const="lower", help="set floors to the figures"
    )
    action = parser.parse_args().action
    found = pages()
    results = [judge(page) for page in found]
    measured, floors = figures(results), read_baseline()["floors"]
    print(report(results, measured, floors))
    failures = broken(measured, floors)
    if action == "lower":
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        silent = unexplained(measured, floors, changelog)
        if silent:
            wanted = "\n".join(f"- Quality floor lowered: {group}: <why>" for group in silent)
            print(f"first say so in CHANGELOG.md:\n{wanted}", file=sys.stderr)
            return 1
        write_baseline(lowered(measured, floors, changelog), digest(found))
        return 0
    print("\n".join(["", *failures]), file=sys.stderr)
    if action == "raise" and not failures:
        write_baseline(raised(measured, floors), digest(found))
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
