"""What one report says of an area of judgement: a grade, or why it gives none.

A report can say in words that it does not judge an area; its framework can have no such area, or judge it together with
another; and an area that the framework judges may not have been found in the copy that is held. These are different
things, and none of them is a bad grade.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from converter.judged import Judged

RANKS = {"outstanding": 4, "good": 3, "requires-improvement": 2, "adequate": 2, "inadequate": 1}


class Blank(StrEnum):
    """Why a report gives no grade for an area."""

    NOT_JUDGED = "not judged"
    TOGETHER = "judged with"
    IN_HALVES = "judged in each half"
    NOT_PART = "not part of the inspection"
    NOT_FOUND = "not found in the report"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, or why there is none; `within` is the name of the area that it is judged together with."""

    grade: str = ""
    blank: Blank | None = None
    within: str = ""

    @property
    def rank(self) -> int:
        """4 for the best grade to 1 for the worst, 0 for none."""
        return RANKS.get(self.grade, 0)

    @property
    def words(self) -> str:
        """Why there is no grade; empty where there is one."""
        return f"{self.blank} {self.within}".strip() if self.blank else ""


def verdict(area: str, grades: Mapping[str, str], began: str, judged: Sequence[Judged]) -> Verdict:
    """What a report says of `area`: `grades` are those that it prints, `judged` the areas of its framework.

    `began` is the day on which its inspection began, empty where that is not known.
    """
    if area in grades:
        return Verdict(grades[area]) if grades[area] in RANKS else Verdict(blank=Blank.NOT_JUDGED)
    known = {found.area: found for found in judged}
    if area not in known:
        return Verdict(blank=Blank.NOT_PART)
    if known[area].halves:
        return Verdict(blank=Blank.IN_HALVES)
    if not began or known[area].alone(began):
        return Verdict(blank=Blank.NOT_FOUND)
    if known[area].together(began):
        return Verdict(blank=Blank.TOGETHER, within=lower(known[known[area].within].name))
    return Verdict(blank=Blank.NOT_PART)


def lower(name: str) -> str:
    """A name inside a sentence; that of a body, which has capitals within, stays."""
    return name if name[1:].lower() != name[1:] else name[:1].lower() + name[1:]
