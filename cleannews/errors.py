"""What the library raises, and when.

::

    CleanNewsError            anything cleannews refuses on purpose
    +-- TooLarge              the input is over ``Limits.input_bytes``, a download over ``max_bytes``
    +-- ReadError             a ``Path`` could not be read
    +-- FetchError            a page could not be downloaded
    +-- FolderError           a folder run could not start or go on

A page that cannot be cleaned is *not* an error: its :attr:`Article.status` says what it is.
A caller's mistake is a ``TypeError`` or a ``ValueError``.
"""

from __future__ import annotations


class CleanNewsError(Exception):
    """The root of what cleannews raises on purpose.

    Args:
        message: What happened, where, and what to do now.
        subject: The file or URL it is about, where there is one.
    """

    def __init__(self, message: str, *, subject: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.subject)


def _rebuild(kind: type[CleanNewsError], message: str, subject: str | None) -> CleanNewsError:
    """Unpickle an error: ``Exception`` alone would drop the keyword argument."""
    return kind(message, subject=subject)


class TooLarge(CleanNewsError):  # noqa: N818 - the name is a promise to users
    """The input holds more bytes than ``Limits.input_bytes`` or ``fetch(max_bytes=)`` allows."""


class ReadError(CleanNewsError):
    """A path could not be read: missing, a folder, no permission, no regular file."""


class FetchError(CleanNewsError):
    """A page could not be downloaded: address, connection, deadline or status.

    Args:
        message: What happened, where, and what to do now.
        subject: The address, without user name and password.
        reason: One word for programs: ``address scheme private_address dns connect tls timeout redirects
            protocol incomplete status content``.
        status: The HTTP status, where one was received.
        body: What had arrived: the page that came with an error status, the head of one that broke off.
    """

    def __init__(
        self,
        message: str,
        *,
        subject: str | None = None,
        reason: str = "connect",
        status: int | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(message, subject=subject)
        self.reason = reason
        self.status = status
        self.body = body

    def __reduce__(self) -> tuple[object, ...]:
        state = {"reason": self.reason, "status": self.status, "body": self.body}
        return _rebuild, (type(self), self.message, self.subject), state


class FolderError(CleanNewsError):
    """A folder run could not start or go on: input or output folder, disk, lock."""
