"""A reason why a block is what it is: its id, its label and how often it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.context import make_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene
    from cleannews.labels import Label


class Reason(NamedTuple):
    """What a rule can say of a block."""

    id: str
    """Snake case, stable, documented in ``docs/labels.md``."""
    label: Label
    confidence: float
    """Precision on the development corpora: the share of the blocks with this reason whose words are not in
    the gold text (all rules speak of blocks that are not part of the text). Set by hand only where noted."""

    def at(self, index: int, evidence: str = "") -> Verdict:
        """Give this reason for a block."""
        name, label, confidence = self
        return make_verdict((index, label, name, confidence, evidence))


def reasons(kind: str, confidences: Mapping[Label, float]) -> dict[Label, Reason]:
    """Make the reasons of one kind, ``<label>_<kind>``, from how often each is right."""
    return {label: Reason(f"{label.value}_{kind}", label, often) for label, often in confidences.items()}


class Rule(NamedTuple):
    """A function over the whole page and the reasons that it may give."""

    id: str
    """Snake case; the rows that hold the rule in the tests bear this name."""
    find: Callable[[Scene], Iterable[Verdict]]
    reasons: tuple[Reason, ...]
