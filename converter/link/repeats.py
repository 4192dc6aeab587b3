"""What was raised before: earlier recommendations to an authority on the matter that a later one is about.

Two are matched where both ask the same people about one matter that the profile names (`matters`), such as pathway
plans, and about the same side of it (`aspects`): data about a thing is not the thing. What is looked at is the ask and
not what it is for: "Improve supervision so that plans are better" is about supervision. So the match is
found by words: it says that a matter came up again, and not that the same was asked for (see CONTRIBUTING.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.groups import Pattern
from converter.model import Asks, Recommendation, Report
from converter.profiles import Profile, profile_named

RESULT = re.compile(r",? (?:so (?:that|as to)|in order (?:to|that)|leading to|resulting in)\b")
INTENT = re.compile(r",? to (?:ensure|enable|make sure|help|prevent|inform|meet|support|better)\b")
OPENING = 30  # characters at the beginning of a clause that are no intent yet: "Take urgent action to ensure"
CLAUSES = re.compile(r"[.;:)]\s+(?!This )|,? and (?:the|that|to)\b")
HEAD = 80  # characters of a clause in which it says what it is about
JOINT = "; "
AUTHORITY, PARTNERS = "Local authority", "Partners"

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation with its report, and what it asks."""

    report: Report
    point: Recommendation
    asks: Asks


def repeats(reports: Sequence[Report]) -> Mapping[Place, tuple[str, ...]]:
    """For each recommendation, by report and anchor, the earlier ones that it is like, as "report#anchor"."""
    held: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.kind == "report" and report.authority and report.end:
            held[report.authority.slug].append(report)
    found: dict[Place, tuple[str, ...]] = {}
    for some in held.values():
        some.sort(key=lambda report: (str(report.end), report.id), reverse=True)
        points = [Asked(report, *one) for report in some for one in asked(report)]
        for at, later in enumerate(points):
            if like := tuple(earlier(later, points[at + 1 :])):
                found[later.report.id, later.point.anchor] = like
    return found


def asked(report: Report) -> Iterator[tuple[Recommendation, Asks]]:
    """Each recommendation of a report with what it asks."""
    asks = all_asks(report) if report.asks is None else report.asks
    return zip(report.recommendations, asks, strict=True)


def all_asks(report: Report) -> tuple[Asks, ...]:
    """What each recommendation of a report asks: a pure function of it."""
    return tuple(asks_of(point, report) for point in report.recommendations)


def earlier(later: Asked, points: Iterable[Asked]) -> Iterator[str]:
    """Those of the points that are of an earlier report and like another one."""
    for one in points:
        if one.asks & later.asks and str(one.report.end) < str(later.report.end):
            yield f"{one.report.id}#{one.point.anchor}"


def asks_of(point: Recommendation, report: Report) -> Asks:
    """Who is asked, about which matters, and which sides of them; a report that names nobody asks its authority."""
    profile = profile_named(report.framework)
    who = frozenset((point.to or AUTHORITY).split(JOINT)) - {PARTNERS}
    sides = frozenset(str(pattern.means["name"]) for pattern in named("aspects", heads_in(point.text), profile))
    return frozenset((who, matter, sides) for matter in matters_of(point.text, profile))


def matters_of(text: str, profile: Profile) -> frozenset[str]:
    """The names of the matters that the clauses of `text` begin with; a broad one counts where there is no other."""
    found = named("matters", heads_in(text), profile)
    narrow = [pattern for pattern in found if not pattern.means.get("broad")]
    return frozenset(str(pattern.means["name"]) for pattern in narrow or found)


def named(group: str, heads: Sequence[str], profile: Profile) -> list[Pattern]:
    """The patterns of a list with which one of the clauses begins."""
    return [pattern for pattern in profile.lists[group] if any(begins(pattern, head) for head in heads)]


def begins(pattern: Pattern, head: str) -> bool:
    """Whether a clause says early on what a pattern names."""
    found = pattern.find(head)
    return found is not None and found.start() <= HEAD


def heads_in(text: str) -> list[str]:
    """The clauses of a text, each without what it is for."""
    return [clause[: purpose_at(clause)] for clause in CLAUSES.split(text)]


def purpose_at(clause: str) -> int:
    """Where a clause begins to say what it is for, its end where it does not."""
    found = (RESULT.search(clause), INTENT.search(clause, OPENING))
    return min((match.start() for match in found if match), default=len(clause))
