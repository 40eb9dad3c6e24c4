"""Dates that readers see: which lines tell when the article was published or changed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers
from cleannews.fields.dates import read_declared
from cleannews.fields.east_asian import reporters
from cleannews.fields.neighbours import BEFORE, is_near
from cleannews.label.measures import ends_sentence
from cleannews.label.rules.date_lines import is_span
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Evidence

_UPDATED = re.compile(
    r"updat|modif|revised|edited|changed|aktualis|geändert|überarbeitet|mise? à jour|màj|actuali[sz]a"
    r"|atualiza|aggiorn"
    r"|bijgewerkt|gewijzigd|aktualiz|zaktualiz|aktualizov|upraven|обновл|измен|оновл|зменен|uppdatera|oppdatert|opdateret"
    r"|päivit|muokattu|güncel|frissít|módosít|ενημέρωση|τροποπ"
    r"|تحديث|آخر تعديل|עודכן|diperbarui|dikemas|cập nhật|更新|修正|수정"
    r"|最終|ažurirano|izmjena|atnauj|atjaun|uuend",
    re.IGNORECASE,
)
"""Words for "updated" before a date."""
_FOREIGN_DATE = re.compile(
    r"©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos"
    r"|\bjoined\b|member since|mitglied seit|dabei seit|registriert\b|registered:|inscrit le",
    re.IGNORECASE,
)
"""A copyright line; the day on which a user of a forum came."""
_SAYS = re.compile(
    r"\s(?:says|writes|said|sagt|schreibt|meint|dice|dijo|dit|zegt|schreef|säger|sier|siger)\s?:?$"
)
"""Behind the name of a reader, before the date of a comment ("Bo Marsh says:")."""
_QUOTED = re.compile(r"\s?(?:[—–]|--?)\s?[^@]{0,80}\(@\w{1,40}\)")
"""The signature of an embedded post: "— Tolland Bakers (@tbakers) March 5, 2021"."""
_EVENT = re.compile(
    r"(?:when|date (?:and|&) time|event date|wann|termin|quand|cuándo|quando|wanneer|när|når|milloin|kiedy"
    r"|kdy|kada|когда|коли|кога|πότε|ne zaman|mikor|când|kapan|bila|متى|מתי)\s?[:：?]",
    re.IGNORECASE,
)
"""Opens the line, or is the line before, that says when something will take place."""
_PUBLISHED = re.compile(
    r"publish|posted|submitted|created|first seen|publi[ée]|veröffentlicht|erschienen|erstellt|gepostet"
    r"|gespeichert|geschrieben|publicad[oa]|publicación"
    r"|pubblicat|gepubliceerd|geplaatst|publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowan"
    r"|zveřejněn|publikován|vydáno|publikoval|objavljen|опубликован|опубліковано|публикуван|közzétéve"
    r"|megjelent|yayınlan|yayımlan|δημοσ|publicat|diterbitkan|dipublikasikan|đăng|تاريخ النشر|نشر|פורסם"
    r"|प्रकाशित|發布|发布|公開|掲載|입력|등록",
    re.IGNORECASE,
)
"""Words for "published" before a date."""
_LABEL_REACH = 32
"""Characters before a date in which a word for "published" names it."""
_LABEL_BEHIND = 24
"""Characters behind it: "wurde am 19. Mai 2010 veröffentlicht"."""
_LABELLED_CHARS, _SIGNED_CHARS = 160, 100
_LABEL_LINE_CHARS = 30
_OPENING_CHARS = 60
"""Characters in which a day that opens a paragraph stands."""
_APART = re.compile(r"\s{0,3}(?:[.:–—|)-]|$)")
"""What parts it from the sentence."""
_LABEL_CHARS = 30
"""Characters before a date in which its label stands."""
_REST_CHARS, _REST_CLOSE = 34, 60
"""What may stand beside a date in a line that is a date's line: a label, a city, a reading time; behind the
headline also a section and a button."""
_CLOSE = 6
"""Blocks behind the headline within which a bare date is the article's, whatever its label."""
_FOREIGN = frozenset((Label.COMMENTS, Label.ECHO))
_NEVER = frozenset((*_FOREIGN, Label.TITLE))
_NOT_DATED = frozenset((Label.BODY, Label.RELATED, Label.NAVIGATION, Label.LEGAL, Label.CAPTION))
"""Dates in these are those of events, of other articles, of the visit."""
_PROSE = frozenset((Label.BODY, Label.CAPTION, Label.LEGAL))
_NOT_LABELLED = _PROSE | _FOREIGN
_FIRM = frozenset((Label.BYLINE, Label.DATELINE))


class Dated(NamedTuple):
    """A date and where it stood."""

    value: date | datetime
    origin: str
    unzoned: bool


class Shown(NamedTuple):
    """A date in a line near the headline."""

    dated: Dated
    updated: bool
    """The line calls it the date of a change."""
    firm: bool
    """Label and place leave no doubt that the line is the article's own."""


def tells_update(label: str) -> bool:
    """Whether the words beside a date say that it is the date of a change.

    >>> tells_update("Aktualisiert am"), tells_update("Published")
    (True, False)
    """
    return _UPDATED.search(label) is not None


def shown_dates(evidence: Evidence) -> Iterator[Shown]:
    """Dates that readers see near the headline."""
    rules = openers(evidence.locale.language)
    lead = 1 if evidence.headline.block >= 0 else BEFORE
    for block in sorted(evidence.near, key=lambda block: _precedence(evidence, block)):
        moments = evidence.dates(block.text)
        if not moments or block.label in _NEVER or _is_foreign(evidence, block):
            continue
        line = evidence.without_dates(block.text)
        signed = rules.begin(line) is not None or bool(reporters(line))
        close = any(-lead <= block.index - place <= _CLOSE for place in evidence.places)
        if (
            (signed and (close or block.label is not Label.RELATED))
            or _is_date_line(block, moments, close=close)
            or (close and _says_published(block, moments))
        ):
            firm = (block.label in _FIRM or _is_bare_below(evidence, block, moments)) and (
                block.index > min(evidence.places)
            )
            for dated, updated in _dated(evidence, block, moments):
                yield Shown(dated, updated, firm)


def _is_foreign(evidence: Evidence, block: Block) -> bool:
    """Whether the date of a line is of a copyright, a user's first visit, a comment, a post, an event."""
    text, before = block.text, _line_before(evidence, block)
    spoken = _SAYS.search(before) or _EVENT.match(before) or _EVENT.match(text)
    return bool(spoken or is_span(text) or _FOREIGN_DATE.search(text) or _QUOTED.match(text)) or _is_in_quote(
        evidence, block
    )


def _is_in_quote(evidence: Evidence, block: Block) -> bool:
    """Whether a block stands in a ``<blockquote>``: embedded posts do, with their own date."""
    containers = evidence.page.containers
    around = containers.around(evidence.page.segments[block.index].container)
    return any(containers.tags[place] == "blockquote" for place in around)


def _precedence(evidence: Evidence, block: Block) -> int:
    """Lines that say "published" first, then those labelled as byline or dateline."""
    moments = evidence.dates(block.text) if block.label not in _NEVER else ()
    if moments and block.label is not Label.RELATED and _says_published(block, moments):
        return 0
    return 1 if block.label in _FIRM else 2


def _is_bare_below(evidence: Evidence, block: Block, moments: Sequence[Moment]) -> bool:
    """Whether a line directly below the headline holds a date and nothing else."""
    rest = block.text[: moments[0].start] + block.text[moments[-1].end :]
    below = block.index - 1 in evidence.places and block.label is not Label.RELATED
    return below and len(moments) == 1 and not rest.strip()


def timed_dates(evidence: Evidence) -> Iterator[Dated]:
    """The ``<time>`` element next behind the headline, else the one next before it."""
    marks = [
        mark
        for mark in evidence.page.hints.marks
        if mark.name == "time" and mark.segment >= 0 and is_near(mark.segment, evidence.places)
    ]
    first = max(evidence.places)
    for mark in sorted(marks, key=lambda mark: (mark.segment < first, abs(mark.segment - first))):
        block = evidence.blocks[mark.segment]
        found = read_declared(mark.value, evidence.locale)
        label = block.text.partition(mark.text)[0] + mark.text if mark.text else ""
        if (
            found
            and block.label not in _FOREIGN
            and not tells_update(label)
            and not _is_foreign(evidence, block)
        ):
            yield Dated(found.value, "time", found.unzoned)
            return


def labelled_dates(evidence: Evidence) -> Iterator[Dated]:
    """Dates anywhere behind a word for "published", if all such dates are the same day.

    Those in teasers count only where no others are.
    """
    found: list[tuple[Dated, bool]] = []
    for block in evidence.blocks:
        if len(block.text) > _LABELLED_CHARS or block.label in _NOT_LABELLED:
            continue
        for moment in evidence.dates(block.text):
            if _PUBLISHED.search(_label(evidence, block, moment)):
                teased = block.label is Label.RELATED
                found += [(dated, teased) for dated, _ in _dated(evidence, block, [moment])]
                break
    own = [dated for dated, teased in found if not teased]
    yield from _unanimous(own or [dated for dated, _ in found])


def signed_dates(evidence: Evidence) -> Iterator[Dated]:
    """Dates of lines anywhere that open with a word for "by", if all such dates are the same day."""
    rules = openers(evidence.locale.language)
    found = []
    for block in evidence.blocks:
        dates = evidence.dates(block.text) if len(block.text) <= _SIGNED_CHARS else ()
        signed = dates and block.label not in _NOT_LABELLED and rules.begin(block.text)
        if signed and not _is_foreign(evidence, block):
            found += [dated for dated, updated in _dated(evidence, block, dates) if not updated][:1]
    yield from _unanimous(found)


def opening_dates(evidence: Evidence) -> Iterator[Dated]:
    """The day with which one of the first two paragraphs opens, apart from its sentence.

    "3 May 2024. The ferries ..." is no prose: on the development corpora such a day was the gold one on six
    pages of six.
    """
    for block in evidence.labelled(Label.BODY)[:2]:
        head = block.text[:_OPENING_CHARS]
        moments = () if is_span(head) else evidence.dates(head)
        if moments and moments[0].start == 0 and _APART.match(block.text, moments[0].end):
            yield from (dated for dated, _ in _dated(evidence, block, moments[:1]))
            return


def _unanimous(found: list[Dated]) -> list[Dated]:
    """The first of the dates, if all are the same day."""
    return found[:1] if len({_day(dated.value) for dated in found}) == 1 else []


def _label(evidence: Evidence, block: Block, moment: Moment) -> str:
    """What stands around a date: in its line, else the short line before."""
    label = block.text[max(0, moment.start - _LABEL_REACH) : moment.start].rpartition("[")[2]
    if label.strip() and len(evidence.dates(block.text)) == 1:
        return f"{label} {block.text[moment.end : moment.end + _LABEL_BEHIND]}"
    return label if label.strip() else _line_before(evidence, block)


def _line_before(evidence: Evidence, block: Block) -> str:
    """The line before a block, if it is short enough to be its label."""
    before = evidence.blocks[block.index - 1].text if block.index else ""
    return before if len(before) <= _LABEL_LINE_CHARS else ""


def lone_date(evidence: Evidence) -> Iterator[Dated]:
    """The date that all date lines before the third paragraph agree on, else all behind the headline.

    Teasers have dates too, but seldom all the same one. Only HTML tells the lines well enough for that: in
    dumps half of the dates found so were wrong.
    """
    if evidence.page.kind is Kind.TEXT:
        return
    first, body = min(evidence.places), evidence.labelled(Label.BODY)
    lines = evidence.labelled(Label.DATELINE)
    behind = [block for block in lines if block.index > first and not _is_foreign(evidence, block)]
    head = [block for block in behind if block.index < body[min(2, len(body) - 1)].index] if body else []
    for run in (head, behind):
        found = [
            dated
            for block in run
            for dated, updated in _dated(evidence, block, evidence.dates(block.text))
            if not updated
        ]
        if _unanimous(found):
            yield found[0]
            return


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _dated(evidence: Evidence, block: Block, moments: Sequence[Moment]) -> Iterator[tuple[Dated, bool]]:
    """The dates of a line, each with whether it is that of a change.

    Where the line is a ``<time>`` element, that tells the only date better: with zone, and which number is
    the month.
    """
    reach = 0
    for moment in moments:
        label = block.text[max(reach, moment.start - _LABEL_CHARS) : moment.start]
        if not reach and not label.strip():
            label = _line_before(evidence, block)
        reach = moment.end
        told = _told(evidence, block, moment) if len(moments) == 1 else moment
        yield Dated(told.value, f"{block.label}:block {block.index}", told.unzoned), tells_update(label)


def _told(evidence: Evidence, block: Block, shown: Moment) -> Moment:
    for mark in evidence.page.hints.marks:
        if mark.segment == block.index and mark.name == "time":
            told = read_declared(mark.value, evidence.locale)
            if told and sorted(_numbers(told)) == sorted(_numbers(shown)):
                return told
    return shown


def _numbers(moment: Moment) -> tuple[int, int, int]:
    day = _day(moment.value)
    return day.year, day.month, day.day


def _says_published(block: Block, moments: Sequence[Moment]) -> bool:
    """Whether a word for "published" stands directly before the first date of a line that is no sentence."""
    label = block.text[max(0, moments[0].start - _LABEL_CHARS) : moments[0].start]
    return _PUBLISHED.search(label) is not None and not ends_sentence(block.text)


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
