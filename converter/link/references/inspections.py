"""Which report a mention of another inspection means: the one held report that fits, or none.

    dated     the authority's report of that kind whose inspection was then; else the one published then
    undated   "the last inspection": the newest that the report itself dates; else what other reports date;
              else the report before, where no inspection can have come between
    "that"    what the mention before it in the text means

Everything that reports date is collected first, so that a year in which there were two inspections is not taken for
one. Where more than one report fits, or none surely does, nothing is linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from converter.heard import Heard, Mention, When
from converter.link.references.periods import (
    apart_by,
    fits,
    inspected,
    last_month,
    months_between,
    order,
    published,
    soon_after,
)
from converter.link.references.places import href
from converter.link.references.said import GENERAL, Said, is_own, said_in
from converter.link.references.spans import Found, Run
from converter.model import HELD, NOT_HELD, UNCERTAIN, Reference, Report
from converter.profiles import profile_named

MAY_BE: Mapping[str, frozenset[str]] = {
    "": frozenset({"full", "looked-after"}),
    "full": frozenset({"full", "looked-after"}),
    "child-protection": frozenset({"full"}),
    "looked-after": frozenset({"full", "looked-after"}),
    "jtai": frozenset({"jtai"}),
    "send": frozenset({"send"}),
}
OF_ONE_HALF = {"child-protection", "looked-after"}
OF_AREA: Mapping[str, str] = {
    "children-in-care": "looked-after",
    "adoption": "looked-after",
    "care-leavers": "looked-after",
    "help-and-protection": "child-protection",
    "lscb": "child-protection",
}
NEAR = 12  # months between two inspections of one half each
CYCLE = 6 * 12  # months between two inspections, at most
RETURN = 3 * 12  # months after which an inadequate authority is inspected again, at most


@dataclass(frozen=True, slots=True)
class Means:
    """What a mention means: a held report, or why there is none."""

    status: str
    to: Report | None = None
    when: str = ""
    kind: str = ""


NOTHING = Means("")


@dataclass(frozen=True)
class Inspections:
    """What is held of each authority, in order of time, and what reports say: each its own, all of certain months.

    What says the same as another is `known` once.
    """

    held: Mapping[str, tuple[Report, ...]]
    said: Mapping[str, tuple[Said, ...]]
    known: Mapping[str, tuple[Mention, ...]]


def inspections_of(reports: Sequence[Report], heard: Mapping[str, Heard]) -> Inspections:
    """Collect what is held and what is known."""
    held: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: (report.end is None, report.end or 0, report.id)):
        if report.authority and report.end and profile_named(report.framework).inspects:
            held[report.authority.slug].append(report)
    everything = {report.id: tuple(said_in(report, heard[report.id])) for report in reports}
    known: dict[str, dict[tuple[str, When], Mention]] = defaultdict(dict)
    for said in chain.from_iterable(everything.values()):
        if said.general and said.mention.when and said.mention.when.months and not is_own(said):
            known[said.authority].setdefault((said.mention.kind, said.mention.when), said.mention)
    return Inspections(
        {slug: tuple(some) for slug, some in held.items()},
        everything,
        {slug: tuple(some.values()) for slug, some in known.items()},
    )


def references_in(report: Report, inspections: Inspections) -> Mapping[Run, tuple[Found, ...]]:
    """What each run of a report's text refers to."""
    everything = inspections.said[report.id]
    dates = dated_in(everything)
    found: dict[Run, list[Found]] = defaultdict(list)
    before = NOTHING
    place = ""
    for said in everything:
        before = before if said.run[0] == place else NOTHING
        means = named_before(said, before) if said.mention.back else meaning(said, dates, inspections)
        place = said.run[0]
        if means.status:
            means = replace(means, kind=means.kind or said.mention.kind)
            before = means
            found[said.run].append(as_found(said, means))
    return {run: tuple(dict.fromkeys(some)) for run, some in found.items()}


def dated_in(everything: Iterable[Said]) -> Sequence[Said]:
    """The mentions of a report that give a date, the first of those that say the same."""
    first: dict[tuple[object, ...], Said] = {}
    for said in everything:
        mention = said.mention
        if mention.when:
            first.setdefault((said.authority, mention.kind, mention.when, mention.echo), said)
    return tuple(first.values())


def named_before(said: Said, before: Means) -> Means:
    """What "that inspection" means; "these inspections" are more than the one before it, "that visit" only a visit."""
    if "visit" in said.mention.whose and not said.mention.many and not before.kind.endswith("visit"):
        return NOTHING
    return Means(UNCERTAIN) if said.mention.many and before.status else before


def as_found(said: Said, means: Means) -> Found:
    mention, (anchor, text) = said.mention, said.run
    to = means.to.id if means.to else ""
    words = text[mention.start : mention.end]
    kind = means.kind or "inspection"
    reference = Reference(anchor, words, kind, means.status, to, means.when, said.authority)
    return Found(mention.start, mention.end, href(said.report, (to, "")) if to else "", reference)


def meaning(said: Said, dates: Sequence[Said], inspections: Inspections) -> Means:
    """What a mention means; of one that is about the report's own inspection there is nothing to say."""
    if is_own(said):
        return NOTHING
    if said.mention.many:
        return Means(UNCERTAIN)
    if said.mention.echo and not any(echoed(said, other) for other in dates):
        return NOTHING
    when = said.mention.when
    if when and not (said.mention.last and not when.months):
        return at_date(said, when, inspections)
    return the_last(said, dates, inspections)


def echoed(said: Said, other: Said) -> bool:
    """Whether another mention of the report dates an inspection as an echo of it does."""
    mine, theirs = said.mention.when, other.mention.when
    return bool(not other.mention.echo and other.general and mine and theirs and mine.may_be(theirs))


def at_date(said: Said, when: When, inspections: Inspections) -> Means:
    """The held report of a date."""
    fitting = list(fitting_kind(said, inspections))
    found = next(filter(None, (at(when, fitting) for at in (inspected, published, soon_after))), [])
    status = NOT_HELD if not found else HELD if len(found) == 1 else UNCERTAIN
    if status == HELD and not when.months and (others := other_in_year(said, when, found[0], inspections)):
        status = one_of_two(said, found[0], others)
    return Means(status, found[0] if status == HELD else None, when.text)


def fitting_kind(said: Said, inspections: Inspections) -> Iterator[Report]:
    """The reports of the authority that a mention may mean: of the kind, and from a report only earlier ones."""
    kinds = MAY_BE.get(said.mention.kind, frozenset())
    for report in inspections.held.get(said.authority, ()):
        if profile_named(report.framework).inspects in kinds and report.id != said.report.id and before(report, said):
            yield report


def before(report: Report, said: Said) -> bool:
    start = said.report.start or said.report.end
    return said.report.kind == "item" or not start or not report.end or report.end < start


def other_in_year(said: Said, when: When, found: Report, inspections: Inspections) -> list[Mention]:
    """What is known of other inspections that a year and a kind may mean as well."""
    kinds = {said.mention.kind} if said.mention.kind in OF_ONE_HALF else GENERAL
    return [
        other
        for other in inspections.known.get(said.authority, ())
        if other.kind in kinds and other.when and other.when.year == when.year and not fits(other.when, found)
    ]


def one_of_two(said: Said, found: Report, others: Sequence[Mention]) -> str:
    """Which of two inspections of one year is meant, told by the judged area in which the words stand."""
    kinds = {other.kind for other in others}
    mine = OF_AREA.get(said.area, "")
    if mine == "looked-after" and profile_named(found.framework).inspects == mine and mine not in kinds:
        return HELD
    return NOT_HELD if kinds == {mine} else UNCERTAIN


def the_last(said: Said, dates: Sequence[Said], inspections: Inspections) -> Means:
    """What "the last inspection" means, by what the report dates itself, then by what others date."""
    dated = [(other, when) for other in dates if (when := other.mention.when) and same_kind(said, other)]
    dated = [(other, when) for other, when in dated if not is_own(other) and not other.mention.echo]
    mine = said.mention.when
    dated = [(other, when) for other, when in dated if not mine or mine.may_be(when)]
    if dated:
        _, newest = max(dated, key=lambda one: order(one[1]))
        other, when = max(dated, key=lambda one: (one[1].may_be(newest), bool(one[1].months), order(one[1])))
        if not said.mention.kind and not mine and in_doubt(said, other, when, dated):
            return Means(UNCERTAIN)
        return at_date(replace(said, mention=other.mention), when, inspections)
    if mine or not said.general:
        return at_date(said, mine, inspections) if mine else Means(NOT_HELD)
    return the_report_before(said, inspections)


def in_doubt(said: Said, newest: Said, when: When, dated: Sequence[tuple[Said, When]]) -> bool:
    """Whether the newest inspection was of one half of the services, another half's was shortly before, and the judged
    area in which the words stand does not tell which is meant."""
    half = newest.mention.kind
    near = (other for other, date in dated if not date.may_be(when) and months_between(date, when) < NEAR)
    others = {other.mention.kind for other in near} & OF_ONE_HALF
    return half in OF_ONE_HALF and bool(others - {half}) and OF_AREA.get(said.area) != half


def same_kind(said: Said, other: Said) -> bool:
    """Whether a dated mention may be what an undated one means."""
    mine, kind = said.mention.kind, other.mention.kind
    if said.authority != other.authority:
        return False
    if mine in {"", "full"}:
        return kind in GENERAL
    return kind == mine or (mine in GENERAL and kind == "full")


def the_report_before(said: Said, inspections: Inspections) -> Means:
    """The newest report before, where nothing shows that an inspection came between."""
    earlier = list(fitting_kind(said, inspections))
    own = said.report.start or said.report.end
    if said.report.kind != "report" or not own:
        return Means(UNCERTAIN)
    if not earlier:
        return Means(NOT_HELD)
    last = earlier[-1]
    known = (other.when for other in inspections.known.get(said.authority, ()) if other.when)
    between = [when for when in known if order(when) < (own.year, own.month) and not fits(when, last)]
    if any(order(when) > order(last_month(last)) for when in between):
        return Means(NOT_HELD)
    return Means(HELD, last) if plausible(last, said.report) else Means(UNCERTAIN)


def plausible(last: Report, report: Report) -> bool:
    """Whether two reports may follow each other with none between."""
    return apart_by(last, report) <= (RETURN if last.overall == "inadequate" else CYCLE)
