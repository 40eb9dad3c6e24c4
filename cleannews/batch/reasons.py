"""Why an input has no article: the closed list of failures, and the exception that carries one."""

from __future__ import annotations

from enum import Enum


class Reason(str, Enum):
    """Why an input failed. The ids are stable; ``docs/batch.md`` explains each."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    VANISHED = "vanished"
    NOT_REGULAR = "not_regular"
    DANGLING_LINK = "dangling_link"
    BAD_ARCHIVE = "bad_archive"
    BAD_LINE = "bad_line"
    NEEDS_EXTRA = "needs_extra"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"
    ERROR = "error"

    def __str__(self) -> str:
        return str(self.value)


OUT_OF_MEMORY = "cleaning it took more memory than the limit; raise memory_limit if the machine has more"
"""Said by the worker that notices and by the parent that watches it, so that the record is the same."""


class Unusable(Exception):  # noqa: N818 - not an error of the program: a finding about one input, always caught
    """One input cannot be cleaned, and why.

    Args:
        reason: Which of the failures it is.
        message: The same for people: what was found, and what to do.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
