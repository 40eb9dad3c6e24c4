"""Merges the phrase lists of all languages into the one file that is loaded: ``python -m quality.lexicon``.

In ``cleannews/label/data``, ``phrases/``, a file a language, and ``certain_phrases.json`` are what people
write; ``lexicon.json`` beside them is made of them and never edited. A test holds them together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleannews.label.language import stop_words
from cleannews.label.lexicon import with_capitals
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    Entry = tuple[str, str]

DATA = Path(__file__).parent.parent / "cleannews" / "label" / "data"
LEXICON = DATA / "lexicon.json"

_NO_CREDIT = frozenset(
    {"caption", "file", "image", "images", "pic", "pics", "video", "vídeo", "vidéo", "wideo", "видео"}
)
"""Words that open a caption but stand in the middle of other lines as well ("File: ...")."""

_UNSPACED_LANGUAGES = frozenset({"ja", "th", "zh"})

_SITE_LABELS = frozenset(
    {
        Label.NEWSLETTER,
        Label.CONSENT,
        Label.LEGAL,
        Label.COMMENTS,
        Label.ADVERT,
        Label.SHARE,
        Label.MEDIA_CONTROL,
    }
)
_SITE_PHRASES = 3
_SITE_CHARS = 3


def main() -> int:
    """Write the merged file."""
    LEXICON.write_bytes(merged(documents(), certain_phrases()))
    sys.stderr.write(f"{LEXICON.name} holds the phrases of {len(list(documents()))} files\n")
    return 0


def documents() -> Iterator[dict[str, Any]]:
    """Read the phrase lists, in the order of their languages' codes."""
    for path in sorted((DATA / "phrases").glob("*.json")):
        yield json.loads(path.read_bytes())


def certain_phrases() -> dict[str, Any]:
    """Read which phrases no article has."""
    certain: dict[str, Any] = json.loads((DATA / "certain_phrases.json").read_bytes())
    return certain


def merged(found: Iterable[Mapping[str, Any]], certain: Mapping[str, Any]) -> bytes:
    """Merge phrase lists.

    Args:
        found: The lists as they are written.
        certain: Which phrases no article has, as written.

    Returns:
        JSON. Phrases and words are joined by line ends: those that are a whole line below their label, four
        times, of full weight and of less, both without and then with the certain words; those that a line
        begins with or holds beside as many labels,
        an exclamation mark behind it where no article has the phrase.
        All are sorted: so they are packed best.
    """
    lines: dict[str, str] = {}
    spaced: dict[str, list[Entry]] = {"opener": [], "sentence": []}
    unspaced: dict[str, list[Entry]] = {"opener": [], "sentence": []}
    captions: list[str] = []
    beside: set[str] = set()
    site_lines: dict[str, str] = {}
    site_parts: list[str] = []
    words: dict[str, set[str]] = {}
    for document in found:
        widened = with_capitals if document["language"] == "el" else tuple
        lists = unspaced if document["language"] in _UNSPACED_LANGUAGES else spaced
        for label, kinds in document["phrases"].items():
            less = widened(kinds.get("beside", ()))
            whole = (*widened(kinds.get("exact", ())), *less)
            beside.update(less)
            of_site = label in _SITE_LABELS
            (site_lines if of_site else lines).update(dict.fromkeys(whole, label))
            lines.update(dict.fromkeys(widened(kinds.get("line", ())), label))
            for kind, entries in lists.items():
                texts = widened(kinds.get(kind, ()))
                entries += [(text, label) for text in texts]
                site_parts += texts if of_site and lists is spaced else ()
            captions += kinds.get("opener", ()) if label == Label.CAPTION else ()
        for use, uses in document["words"].items():
            words.setdefault(use, set()).update(widened(uses))
    lines.update(site_lines)
    words["credit"] = {text[:-1].rsplit(" ", 1)[-1] for text in captions if text[-1] == ":"} - _NO_CREDIT
    # "line" is "exact" for sentences, whose words are those of any prose: they tell nothing of a site
    words["site"] = _site_words([*site_parts, *site_lines])
    words["more_start"] = {text.split(" ", 1)[0] for text in words["more_from"]}
    words["agency_last"] = {name.split()[-1].rpartition("/")[2] for name in words["agency"]}
    alone = frozenset(certain["words"])
    words["certain"] = set(alone - lines.keys())
    sure = frozenset(chain.from_iterable(certain["languages"].values()))
    return _written(
        {
            "provenance": "Made by python -m quality.lexicon of the files in phrases/: edit those.",
            "lines": _by_label(lines, beside, alone),
            "openers": _listed(spaced["opener"], sure),
            "unspaced_openers": _listed(unspaced["opener"], sure),
            "sentences": _listed(spaced["sentence"], sure),
            "unspaced_sentences": _listed(unspaced["sentence"], sure),
            "words": {use: "\n".join(sorted(uses)) for use, uses in words.items()},
        }
    )


def _written(found: Mapping[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=0).encode() + b"\n"


def _by_label(
    lines: Mapping[str, str], beside: Container[str], alone: Container[str]
) -> dict[str, list[str]]:
    """Group lines by label, those that weigh less behind the others, of each the certain words last."""
    found: dict[str, tuple[list[str], ...]] = {}
    for text, label in lines.items():
        found.setdefault(label, ([], [], [], []))[2 * (text in beside) + (text in alone)].append(text)
    return {label: ["\n".join(sorted(texts)) for texts in groups] for label, groups in found.items()}


def _listed(entries: Sequence[Entry], sure: Container[str]) -> dict[str, str]:
    """Put phrases and their labels into two columns, so that of two as long the order is always the same.

    Without those that begin with another one of their label, which finds the same lines.
    """
    said = {text: (label, text in sure) for text, label in entries}
    entries = [entry for entry in sorted(entries) if not _is_said_shorter(entry[0], said)]
    texts = [text for text, _ in entries]
    labels = [f"{label}!" if text in sure else label for text, label in entries]
    return {"texts": "\n".join(texts), "labels": " ".join(labels)}


def _is_said_shorter(text: str, said: Mapping[str, tuple[str, bool]]) -> bool:
    """Tell whether the longest phrase that a longer one begins with has the same label, as surely."""
    words = text.split(" ")
    starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    return next((said[start] for start in starts if start in said), None) == said[text]


def _site_words(phrases: Iterable[str]) -> set[str]:
    """Collect the words in which sites speak of themselves: those used several times, no small ones."""
    counts = Counter(" ".join(phrases).replace("’", " ").replace("'", " ").split())
    several = [word for word, count in counts.items() if count >= _SITE_PHRASES]
    return {word for word in several if len(word) >= _SITE_CHARS and word.isalpha()}.difference(
        *stop_words().values()
    )


if __name__ == "__main__":
    sys.exit(main())
