"""Dates that readers see around the headline: which lines tell when the article was published or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers
from cleannews.fields.date_words import leaves_open, tells_publication
from cleannews.fields.dated import Dated, dated_moments, heads_part, is_before_update, is_foreign
from cleannews.fields.neighbours import BEFORE, is_near
from cleannews.fields.signs import names_reporter
from cleannews.label.measures import ends_sentence
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Evidence

_LABEL_CHARS = 30
"""Characters before a date in which a word for "published" stands."""
_REST_CHARS, _REST_CLOSE = 34, 60
"""What may stand beside a date in a line that is a date's line: a label, a city, a reading time; behind the
headline also a section and a button."""
_TITLE_LINE = 2
"""The last block of a dump that may be the page's ``<title>``."""
_PICTURE_WORDS = 5
"""Words of a picture's text before its day."""
_CLOSE = 6
"""Blocks behind the headline within which a bare date is the article's, whatever its label."""
_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_NAME_WORDS = 3
"""Words of the name of a reader above the time of his comment."""
_NEVER = frozenset((Label.COMMENTS, Label.ECHO, Label.TITLE))
_NOT_DATED = frozenset(
    (Label.BODY, Label.STANDFIRST, Label.RELATED, Label.NAVIGATION, Label.LEGAL, Label.CAPTION)
)
"""Dates in these are those of events, of other articles, of the visit."""
_PROSE = frozenset((Label.BODY, Label.STANDFIRST, Label.CAPTION, Label.LEGAL))
_FIRM = frozenset((Label.BYLINE, Label.DATELINE))


class Shown(NamedTuple):
    """A date in a line near the headline."""

    dated: Dated
    updated: bool
    """The line calls it the date of a change."""
    firm: bool
    """Label and place leave no doubt that the line is the article's own."""


def shown_dates(evidence: Evidence) -> Iterator[Shown]:
    """Dates that readers see near the headline."""
    rules = openers(evidence.locale.language)
    lead = 1 if evidence.headline.block >= 0 else BEFORE
    body = evidence.labelled(Label.BODY)
    text = body[1].index if len(body) > 1 else len(evidence.blocks)
    dated_blocks = [
        block for block in evidence.near if block.label not in _NEVER and evidence.dates(block.text)
    ]
    for block in sorted(dated_blocks, key=lambda block: _precedence(evidence, block, text=text)):
        moments = evidence.dates(block.text)
        if is_foreign(evidence, block) or _is_of_reader(evidence, block) or heads_part(evidence, block):
            continue
        line = evidence.without_dates(block.text)
        signed = rules.begin(line) is not None or names_reporter(line)
        if _is_of_visit(evidence, block) or (not signed and _is_of_picture(block.text, moments[0])):
            continue
        close = any(-lead <= block.index - place <= _CLOSE for place in evidence.places)
        if (
            (signed and (close or block.label is not Label.RELATED))
            or _is_date_line(block, moments, close=close)
            or (close and _says_published(block, moments))
            or is_before_update(block.text, moments[0])
        ):
            firm = block.label in _FIRM or _is_bare_below(evidence, block, moments)
            firm = firm and block.index > min(evidence.places) and not leaves_open(block.text)
            for dated, updated in dated_moments(evidence, block, moments):
                yield Shown(dated, updated, firm)


def _precedence(evidence: Evidence, block: Block, *, text: int) -> tuple[bool, int, int]:
    """Lines that say "published" first, then those labelled as byline or dateline.

    Those behind the second paragraph, where a teaser repeats the headline, come last; those below the
    headline before those above it, the nearest first: the day of the visit stands there too.
    """
    late, moments = block.index > text, evidence.dates(block.text)
    above = block.index < evidence.headline.block
    nearness = len(evidence.blocks) - block.index if above else block.index - len(evidence.blocks)
    if block.label is not Label.RELATED and _says_published(block, moments):
        return late, 0, nearness
    return late, 1 if block.label in _FIRM else 2, nearness


def _is_of_visit(evidence: Evidence, block: Block) -> bool:
    """Whether a date stands but below the ``<title>`` line of a dump, whose headline stands further down.

    The day of the visit stands there, above the menus.
    """
    first = min(evidence.places)
    if evidence.page.kind is not Kind.TEXT or first > _TITLE_LINE or evidence.places[0] == first:
        return False
    return block.index > first and not is_near(block.index, [at for at in evidence.places if at > first])


def _is_of_reader(evidence: Evidence, block: Block) -> bool:
    """Whether a line of a dump, behind most of the text, tells when somebody wrote a comment.

    A time of day stands in it, a bare name above it and what he wrote below.
    """
    if evidence.page.kind is not Kind.TEXT or not _CLOCK.search(block.text):
        return False
    above = evidence.blocks[block.index - 1]
    name = above.text.split()
    bare = 0 < len(name) <= _NAME_WORDS and above.text.replace(" ", "").isalpha()
    if not bare or above.label in _FIRM or block.index + 1 == len(evidence.blocks):
        return False
    body = evidence.labelled(Label.BODY)
    behind = sum(len(paragraph.text) for paragraph in body if paragraph.index > block.index)
    return 2 * behind < sum(len(paragraph.text) for paragraph in body)


def _is_of_picture(text: str, moment: Moment) -> bool:
    """Whether a day ends a phrase behind a comma: "Waiting passengers at the old quay, 24 April 2023".

    Bylines with a place and a day do so too, but hold few words, none of which begins small.
    """
    before = text[: moment.start].rstrip()
    words = before.split()
    phrase = len(words) >= _PICTURE_WORDS and sum(word[0].islower() for word in words) > 1
    return before.endswith(",") and phrase and not text[moment.end :].strip(" .")


def _is_bare_below(evidence: Evidence, block: Block, moments: Sequence[Moment]) -> bool:
    """Whether a line directly below the headline holds a date and nothing else."""
    rest = block.text[: moments[0].start] + block.text[moments[-1].end :]
    below = block.index - 1 in evidence.places and block.label is not Label.RELATED
    return below and len(moments) == 1 and not rest.strip()


def _says_published(block: Block, moments: Sequence[Moment]) -> bool:
    """Whether a word for "published" stands directly before the first date of a line that is no sentence."""
    label = block.text[max(0, moments[0].start - _LABEL_CHARS) : moments[0].start]
    return tells_publication(label) and not ends_sentence(block.text)


def _is_date_line(block: Block, moments: Sequence[Moment], *, close: bool) -> bool:
    """Whether a line holds little beside its dates; close to the headline its label does not matter."""
    if block.label in _FIRM:
        return True
    rest = len(block.text) - sum(moment.end - moment.start for moment in moments)
    if block.label not in _PROSE and close and not ends_sentence(block.text):
        return rest <= _REST_CLOSE
    return rest <= _REST_CHARS and (
        block.label not in _NOT_DATED or (close and not ends_sentence(block.text))
    )
