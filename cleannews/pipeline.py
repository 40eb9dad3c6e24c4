"""The spine: read, label, resolve, assemble."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Literal, TypeVar

from cleannews.assemble import assemble
from cleannews.download import Fetched
from cleannews.errors import ReadError, TooLarge
from cleannews.fields import resolve
from cleannews.formats import valid_unicode
from cleannews.label.labelled import label_page
from cleannews.labels import Kind, Mode, _Word
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS, Limits
from cleannews.read.stream import read_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Article
    from cleannews.label.labelled import Labelled
    from cleannews.label.site.template import SiteTemplate
    from cleannews.read.page import Page

    Dump = bytes | bytearray | memoryview | str | Path | Fetched
    KindWord = Literal["auto", "html", "text"] | Kind
    ModeWord = Literal["precision", "balanced", "recall"] | Mode

_Choice = TypeVar("_Choice", bound=_Word)


def clean(  # noqa: PLR0913 - one dump, and by name what to do with it
    data: Dump,
    *,
    url: str | None = None,
    kind: KindWord = "auto",
    mode: ModeWord = "balanced",
    limits: Limits = DEFAULT_LIMITS,
    site: SiteTemplate | None = None,
    hints: Mapping[str, object] | None = None,
) -> Article:
    r"""Clean one dump of a news page.

    Args:
        data: ``bytes`` or ``str`` is content, a ``pathlib.Path`` is a file, a ``Fetched`` is a download.
            A string is never taken for a path or an address.
        url: Where the page came from, if known: it resolves relative links and helps with section and date.
        kind: ``"html"``, ``"text"`` or ``"auto"`` (found out from the content).
        mode: ``"precision"``, ``"balanced"`` or ``"recall"``: which error to avoid, junk kept or body lost.
        limits: How much input is worked on.
        site: What other pages of the same site have taught (:func:`cleannews.learn_site`); its id is in
            :attr:`Article.template_id` if it had a say.
        hints: What is known of the article besides, the other columns of its row for instance:
            ``{"title": ..., "authors": [...], "published": ...}``, by the names of the fields or others that
            scrapers use for them. It counts as what the head of an HTML page says: where the page itself
            says it too, that goes first. Names that mean nothing are passed over.

    Returns:
        The article. A page that cannot be cleaned is not an error: see :attr:`Article.status`.

    Raises:
        TypeError: ``data``, ``url``, ``limits``, ``site`` or ``hints`` is of another type.
        ValueError: ``kind`` or ``mode`` is not one of the words above.
        TooLarge: The input holds more than ``limits.input_bytes``.
        ReadError: A ``Path`` could not be read.

    >>> clean("Rain on Sunday\n\nIt rained all day in the valley, and the river rose by two metres.").text
    'It rained all day in the valley, and the river rose by two metres.'
    """
    wanted_kind, wanted_mode = _checked(kind, mode, url, limits, site, hints)
    content, address, charset = content_of(data, limits)
    page, decoded = read(content, kind=wanted_kind, limits=limits, header_charset=charset)
    page = _told(page, hints)
    digest = digest_of(content)
    labelled = _labelled(page, site, mode=wanted_mode, digest=digest)
    address = valid_unicode(url or address or "") or None
    fields = resolve(
        labelled.page,
        labelled.blocks,
        labelled.context.headline,
        url=address,
        language=labelled.context.language,
    )
    return assemble(labelled, fields, decoded=decoded, url=address, input_sha256=digest)


def _told(page: Page, hints: Mapping[str, object] | None) -> Page:
    """Add what is known of a page besides to what it says itself."""
    if not hints:
        return page
    from cleannews.read.told import told_hints  # noqa: PLC0415 - few give any

    return replace(page, hints=page.hints.with_more(told_hints(hints)))


def _checked(
    kind: str,
    mode: str,
    url: str | None,
    limits: Limits,
    site: SiteTemplate | None,
    hints: Mapping[str, object] | None,
) -> tuple[Kind | None, Mode]:
    """Return what kind and mode mean; refuse what is wrong of these options.

    Raises:
        TypeError: ``url``, ``limits``, ``site`` or ``hints`` is of another type.
        ValueError: ``kind`` or ``mode`` is not known.
    """
    wanted = kind_of(kind), _choice(Mode, mode, "mode")
    check_types(url, limits)
    _check_site(site)
    if not isinstance(hints, (Mapping, NoneType)):
        raise TypeError(
            f"hints is {type(hints).__name__}; give a dictionary such as {{'title': ...}}, or None"
        )
    return wanted


def kind_of(word: str) -> Kind | None:
    """Return the kind that a word names; ``None`` for ``"auto"``.

    Raises:
        ValueError: It is none of the words.
    """
    return None if word == "auto" else _choice(Kind, word, "kind", extra=("auto",))


def check_types(url: str | None, limits: Limits) -> None:
    """Refuse an address or limits of another type.

    Raises:
        TypeError: One of them is.
    """
    if not isinstance(limits, Limits):
        raise TypeError(f"limits is {type(limits).__name__}; give cleannews.Limits(...)")
    if not isinstance(url, (str, NoneType)):
        raise TypeError(f"url is {type(url).__name__}; give a string or None")


def _labelled(page: Page, site: SiteTemplate | None, *, mode: Mode, digest: str) -> Labelled:
    if site is None:
        return label_page(page, mode=mode)
    from cleannews.label.labelled_site import label_site_page  # noqa: PLC0415 - most pages are cleaned alone

    return label_site_page(page, site, mode=mode, digest=digest)


def _check_site(site: SiteTemplate | None) -> None:
    if site is None:
        return
    from cleannews.label.site.template import SiteTemplate  # noqa: PLC0415 - most pages are cleaned alone

    if not isinstance(site, SiteTemplate):
        raise TypeError(
            f"site is {type(site).__name__}; give what learn_site() or SiteTemplate.load() returned"
        )


def extract(  # noqa: PLR0913 - as clean()
    data: Dump,
    *,
    url: str | None = None,
    kind: KindWord = "auto",
    mode: ModeWord = "balanced",
    limits: Limits = DEFAULT_LIMITS,
    site: SiteTemplate | None = None,
    hints: Mapping[str, object] | None = None,
) -> str:
    """Clean one dump and return the text alone: ``clean(...).text``."""
    return clean(data, url=url, kind=kind, mode=mode, limits=limits, site=site, hints=hints).text


def clean_many(  # noqa: PLR0913 - as clean()
    inputs: Iterable[Dump],
    *,
    url: str | None = None,
    kind: KindWord = "auto",
    mode: ModeWord = "balanced",
    limits: Limits = DEFAULT_LIMITS,
    site: SiteTemplate | None = None,
    hints: Mapping[str, object] | None = None,
) -> Iterator[Article]:
    """Clean dumps one by one in this process, in input order, holding one at a time.

    Args:
        inputs: What :func:`clean` takes, any number.
        url: This and the others: as in :func:`clean`, the same for all.
        kind: See there.
        mode: See there.
        limits: See there.
        site: See there.
        hints: See there.

    Returns:
        An iterator with one article per input.

    Raises:
        TypeError: ``inputs`` is one dump and no row of them: its letters would be cleaned one by one; or a
            dictionary, whose keys would be. An option is of another type.
        ValueError: ``kind`` or ``mode`` is not known. All this is raised by the call. What :func:`clean`
            raises of an input, a file that is missing for instance, comes when its turn has come and ends
            the row: where inputs may be missing, :func:`cleannews.clean_folder` notes each that fails and
            goes on.
    """
    if isinstance(inputs, (str, bytes, bytearray, memoryview, Mapping)) or not isinstance(inputs, Iterable):
        raise TypeError(f"inputs is {type(inputs).__name__}; give a list of dumps, or one dump to clean()")
    _checked(kind, mode, url, limits, site, hints)
    return (
        clean(data, url=url, kind=kind, mode=mode, limits=limits, site=site, hints=hints) for data in inputs
    )


def _choice(words: type[_Choice], value: str, name: str, *, extra: tuple[str, ...] = ()) -> _Choice:
    try:
        return words(value)
    except ValueError:
        allowed = ", ".join(repr(str(word)) for word in (*extra, *words))
        raise ValueError(f"{name}={value!r} is not known; use one of {allowed}") from None


def content_of(data: Dump, limits: Limits) -> tuple[bytes | str, str | None, str | None]:
    """Return the content, its address and the charset its header declared.

    Raises:
        TypeError: It is none of what :func:`clean` takes.
        TooLarge: It holds more than ``limits.input_bytes``.
        ReadError: A ``Path`` could not be read.
    """
    content, address, charset = _content(data, limits)
    _check_size(content, limits)
    return content, address, charset


def _content(data: Dump, limits: Limits) -> tuple[bytes | str, str | None, str | None]:
    if isinstance(data, (bytes, str)):
        return data, None, None
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data), None, None
    if isinstance(data, Path):
        return read_file(data, limits), None, None
    if isinstance(data, Fetched):
        return data.body, data.final_url, data.charset
    raise TypeError(
        f"data is {type(data).__name__}; give bytes or str (content), pathlib.Path (a file) "
        "or the result of fetch()"
    )


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read a regular file, refusing what would block or be too large before reading it.

    Raises:
        ReadError: It is missing, a folder, no regular file, or may not be read.
        TooLarge: It holds more than ``limits.input_bytes``.
    """
    try:
        if not path.is_file():
            what = (
                "is a folder"
                if path.is_dir()
                else "is not a regular file"
                if path.exists()
                else "does not exist"
            )
            raise ReadError(f"{path} {what}; give the path of an HTML or text file", subject=str(path))
        if path.stat().st_size > limits.input_bytes:
            raise _too_large(path.stat().st_size, limits, str(path))
        with path.open("rb") as stream:  # it may grow meanwhile
            content = read_within(stream, limits.input_bytes)
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}", subject=str(path)) from error
    if len(content) > limits.input_bytes:
        raise _too_large(len(content), limits, str(path))
    return content


def _check_size(content: bytes | str, limits: Limits) -> None:
    size = len(content)
    if isinstance(content, str) and size <= limits.input_bytes < 4 * size:
        size = len(content.encode("utf-8", "replace"))
    if size > limits.input_bytes:
        raise _too_large(size, limits, None)


def _too_large(size: int, limits: Limits, subject: str | None) -> TooLarge:
    return TooLarge(
        f"the input holds {size:,} bytes, over the limit of {limits.input_bytes:,}; "
        "raise Limits.input_bytes if you trust it",
        subject=subject,
    )


def digest_of(content: bytes | str) -> str:
    """Return the SHA-256 of a content, of the UTF-8 form if it is a string."""
    raw = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()
