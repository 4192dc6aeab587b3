"""What reports refer to that is not held: the references to one inspection gathered under its authority and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.site.corpus import Json, newest_first
from converter.write.places import month

YEAR = len("2018")
HALVES = {"child-protection": "child protection", "looked-after": "looked after children"}
GENERAL = {"inspection", "full", *HALVES}
KINDS: Mapping[str, str] = {
    "inspection": "Inspection of children’s services",
    "private-fostering": "Inspection of private fostering",
    "fostering": "Inspection of the fostering service",
    "adoption": "Inspection of the adoption service",
    "contact-and-referral": "Unannounced inspection of contact, referral and assessment",
    "joint-area-review": "Joint area review",
    "focused-visit": "Focused visit",
    "monitoring-visit": "Monitoring visit",
    "jtai": "Joint targeted area inspection",
    "send": "Inspection of special educational needs and disability services",
    "thematic": "Thematic inspection",
    "other-inspectorate": "Inspection by another inspectorate",
}


SHORT: Mapping[str, str] = {
    "private-fostering": "private fostering",
    "contact-and-referral": "contact and referral",
    "joint-area-review": "joint area review",
    "focused-visit": "focused visit",
    "monitoring-visit": "monitoring visit",
    "jtai": "JTAI",
    "send": "SEND",
    "other-inspectorate": "another inspectorate",
}


@dataclass(frozen=True, slots=True)
class Referring:
    """One reference with the report in which it stands."""

    report: Json
    row: Json

    @property
    def when(self) -> str:
        return str(self.row["when"] or "")

    @property
    def kind(self) -> str:
        """The kind, one name for all that may mean an inspection of children's services."""
        return "inspection" if self.row["kind"] in GENERAL else str(self.row["kind"])


@dataclass(frozen=True, slots=True)
class Missing:
    """An inspection that is not held: its authority's slug, its kind, its date as 2018-05, 2018 or empty."""

    authority: str
    kind: str
    when: str
    references: tuple[Referring, ...]

    @property
    def name(self) -> str:
        """What it was, as far as the references say it."""
        halves = {HALVES.get(reference.row["kind"], "") for reference in self.references}
        only = f" ({halves.pop()})" if len(halves) == 1 and halves != {""} else ""
        return f"{KINDS.get(self.kind, self.kind)}{only}"

    @property
    def short(self) -> str:
        """Its date, and what it was where it was not one of all children's services."""
        only = "" if self.kind == "inspection" else f" ({SHORT.get(self.kind, self.kind)})"
        return f"{self.printed or 'no date'}{only}"

    @property
    def printed(self) -> str:
        """Its date as people write it."""
        return month(self.when) if len(self.when) > YEAR else self.when


@dataclass(frozen=True, slots=True)
class Gaps:
    """By authority the inspections that are not held, and the references that are not certain."""

    gone: Mapping[str, Sequence[Missing]]
    unsure: Mapping[str, Sequence[Referring]]


def gaps_of(corpus: Json) -> Gaps:
    """What all reports refer to that is not here."""
    return Gaps(missing(referring(corpus, "not held")), uncertain(corpus))


def referring(corpus: Json, status: str) -> Iterator[Referring]:
    """Every reference with a status, newest report first."""
    for report in newest_first(corpus["reports"]):
        for row in report["references"]:
            if row["status"] == status:
                yield Referring(report, row)


def missing(references: Iterable[Referring]) -> dict[str, tuple[Missing, ...]]:
    """The inspections that are not held by authority, each authority's newest first."""
    found: defaultdict[tuple[str, str], list[Referring]] = defaultdict(list)
    for reference in references:
        if reference.row["authority"]:
            found[reference.row["authority"], reference.kind].append(reference)
    by_authority: defaultdict[str, list[Missing]] = defaultdict(list)
    for (authority, kind), some in found.items():
        by_authority[authority] += [Missing(authority, kind, when, tuple(those)) for when, those in by_date(some)]
    return {
        slug: tuple(sorted(some, key=lambda one: (one.when or "0", one.kind), reverse=True))
        for slug, some in sorted(by_authority.items())
    }


def by_date(references: Sequence[Referring]) -> Iterator[tuple[str, list[Referring]]]:
    """References of one kind by date; a year stands for the one month of it that is named elsewhere."""
    months = {reference.when for reference in references if "-" in reference.when}
    dates: defaultdict[str, list[Referring]] = defaultdict(list)
    for reference in references:
        of_year = [month for month in months if month[:4] == reference.when]
        dates[of_year[0] if len(of_year) == 1 else reference.when].append(reference)
    yield from dates.items()


def uncertain(corpus: Json) -> dict[str, tuple[Referring, ...]]:
    """The references to inspections that fit nothing for certain, by authority."""
    found: defaultdict[str, list[Referring]] = defaultdict(list)
    for reference in referring(corpus, "uncertain"):
        if reference.row["authority"]:
            found[reference.row["authority"]].append(reference)
    return {slug: tuple(some) for slug, some in found.items()}
