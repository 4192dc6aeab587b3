"""A committee's agenda pack: front sheet, agenda, minutes, papers, and whole reports inside them.

    pack = front agenda part*
    part = minutes | paper | table | report

Each part belongs to an agenda item: a paper to the item that it prints, the minutes to the item that
approves them, an embedded report to the paper it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.model import AgendaItem, Footnote, Kind, Line, Paragraph, Report, Section, Source, SourceRef
from converter.profiles import Profile, load_profiles
from converter.recognise.agenda import read_agenda
from converter.recognise.anchors import with_anchors
from converter.recognise.authority import authority_of, slugify
from converter.recognise.dates import days
from converter.recognise.footnotes import take_footnotes
from converter.recognise.front import front_blocks
from converter.recognise.inspection import inspection_report, page_range
from converter.recognise.rejoin import ended
from converter.recognise.structure import sections_of
from converter.sidecars import NOTHING, Sidecar

MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
COUNCIL = re.compile(r"[A-Z].{2,60}\bCouncil")
TITLE_LINES = 3
COVER_LINES = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the pack: its kind, the agenda item it belongs to, and its lines."""

    kind: str
    item: str
    lines: tuple[Line, ...]
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Where a pack lives: its address, its committee, its council and its meeting as printed."""

    address: str
    committee: str
    council: str
    meeting: str


def pack_reports(source: Source, profile: Profile, sidecar: Sidecar = NOTHING) -> tuple[Report, ...]:
    """The pack itself, one document for each agenda item, and every report inside it, in printed order."""
    starts = list(part_starts(source.lines, profile))
    end = starts[0][0] if starts else len(source.lines)
    begin, agenda = read_agenda(source.lines[:end], profile)
    agenda = agenda or stamped_items(starts)
    home = home_of(source.lines[:end], profile, sidecar)
    parts = split_parts(source.lines, starts, agenda)
    embedded = [embedded_report(source, part, part.profile, home) for part in parts if part.profile]
    items = [item_report(source, item, parts, home, profile, embedded) for item in agenda]
    own = container(source, begin, end, agenda, home, profile)
    children = (*(item.id for item in items), *(report.id for report in embedded))
    return (replace(own, children=children), *in_order(items, embedded))


def in_order(items: Sequence[Report], embedded: Sequence[Report]) -> Iterator[Report]:
    """Each item followed by the reports inside it."""
    for item in items:
        yield item
        yield from (report for report in embedded if report.parent == item.id)


# ---------------------------------------------------------------- where parts begin


def part_starts(lines: Sequence[Line], profile: Profile) -> Iterator[tuple[int, str, str, Profile | None]]:
    """Each part's first line, its kind, the agenda item it prints, and the profile of an embedded report."""
    frameworks = [other for other in load_profiles() if other.recognised and other.slug != profile.slug]
    reached = 0
    for at, line in enumerate(lines):
        if line.kind is Kind.ITEM or at < reached:
            continue
        text = line.text.strip()
        if framework := next((other for other in frameworks if other.first("recognise", text)), None):
            if has_cover(lines[at + 1 : at + COVER_LINES], framework):
                yield back(lines, at, reached), "report", "", framework
                reached = at + COVER_LINES
        elif found := profile.first("parts", text):
            kind = str(found[0].means["part"])
            item = found[1].groupdict().get("item") or ""
            yield back(lines, at, reached) if kind == "table" else at, kind, item, None
            reached = at + 1


def stamped_items(starts: Sequence[tuple[int, str, str, Profile | None]]) -> tuple[AgendaItem, ...]:
    """The agenda of a pack that prints none: the items stamped on its papers, or a single one for all of them."""
    numbers = dict.fromkeys(item for _, _, item, _ in starts if item) or {"1": None}
    return tuple(AgendaItem(number, f"Item {number}", (), "", f"item-{number}") for number in numbers)


def has_cover(lines: Sequence[Line], framework: Profile) -> bool:
    """Whether a front page follows: only there a report prints its dates in a line of their own."""
    found = [hit[0] for line in lines if (hit := framework.first("cover.dates", line.text.strip()))]
    return any(pattern.where != "text" for pattern in found)


def back(lines: Sequence[Line], at: int, reached: int) -> int:
    """The first of the short title lines that stand above the line at `at`."""
    first = at
    while first > max(reached, at - TITLE_LINES):
        above = lines[first - 1]
        if above.kind is not Kind.TEXT or len(above.text) > 100 or ended(above.text) or not above.text[:1].isalnum():
            break
        if re.fullmatch(r"[\d/. ]+", above.text):
            break
        first -= 1
    return first


def split_parts(
    lines: Sequence[Line], starts: Sequence[tuple[int, str, str, Profile | None]], agenda: Sequence[AgendaItem]
) -> tuple[Part, ...]:
    """The parts with the agenda item that each belongs to."""
    numbers = {item.number for item in agenda}
    minutes = next((item.number for item in agenda if MINUTES.search(item.title)), "")
    parts: list[Part] = []
    last = agenda[0].number if agenda else "1"
    for (start, kind, item, framework), after in pairwise([*starts, (len(lines), "", "", None)]):
        own = item if item in numbers else minutes if kind == "minutes" and minutes else last
        parts.append(Part(kind, own, tuple(lines[start : after[0]]), framework))
        last = own
    return tuple(parts)


# ---------------------------------------------------------------- the documents


def home_of(front: Sequence[Line], profile: Profile, sidecar: Sidecar) -> Home:
    """The committee, its council and its day, from the front sheet or its sidecar."""
    texts = [line.text.strip() for line in front]
    committee = sidecar.title or next((text for text in texts if profile.first("recognise", text)), "Committee")
    council = sidecar.authority or next((text for text in texts if COUNCIL.fullmatch(text)), "")
    day = sidecar.end or sidecar.start
    meeting = f"{day.day} {day:%B %Y}" if day else next((text for text in texts if days(text)), "")
    name, place = slugify(committee), authority_of(council).slug if council else ""
    when = days(meeting)[0].isoformat() if meeting else "undated"
    slug = name if not place or name.startswith(place) else f"{place}-{name}"
    return Home(f"{slug}/{when}", committee, council, meeting)


def container(
    source: Source, begin: int, end: int, agenda: Sequence[AgendaItem], home: Home, profile: Profile
) -> Report:
    """The pack's own page: the front sheet and the agenda as printed."""
    whole, notes = take_footnotes(source.lines[begin:end])
    return replace(
        document(source, "pack", home, profile, home.committee, source.lines),
        id=home.address,
        front=front_blocks(source.lines[:begin], profile),
        sections=with_anchors(sections_of(whole, profile, ()), [item.anchor for item in agenda]),
        agenda=tuple(agenda),
        footnotes=notes,
        left_out=source.left_out,
    )


def item_report(
    source: Source,
    item: AgendaItem,
    parts: Sequence[Part],
    home: Home,
    profile: Profile,
    embedded: Sequence[Report],
) -> Report:
    """One agenda item with its papers; what is a report of its own is only linked."""
    address = f"{home.address}/item-{item.number}"
    sections: list[Section] = []
    notes: list[Footnote] = []
    own = [part for part in parts if part.item == item.number and not part.profile]
    for run, part in enumerate(own):
        whole, found = take_footnotes(part.lines)
        sections += [later(section, run) for section in sections_of(whole, profile, ())]
        notes += found
    lines = [line for part in own for line in part.lines]
    return replace(
        document(source, "item", home, profile, f"{item.number}. {item.title}", lines),
        id=address,
        sections=with_anchors(sections),
        footnotes=tuple(notes),
        agenda=(item,),
        parent=home.address,
        children=tuple(report.id for report in embedded if report.parent == address),
    )


def later(section: Section, run: int) -> Section:
    """A section of an item's second or later paper, whose numbers are a run of their own."""
    content = tuple(
        replace(part, run=part.run + run) if isinstance(part, Paragraph) else part for part in section.content
    )
    return replace(section, run=section.run + run, content=content)


def embedded_report(source: Source, part: Part, profile: Profile, home: Home) -> Report:
    """A whole inspection report inside the pack."""
    report = inspection_report(source, part.lines, profile)
    return replace(report, parent=f"{home.address}/item-{part.item}")


def document(source: Source, kind: str, home: Home, profile: Profile, name: str, lines: Sequence[Line]) -> Report:
    """What the pack and its items have in common."""
    day = days(home.meeting)[0] if home.meeting else None
    dated = f", {day.day} {day:%B %Y}" if day else ""
    return Report(
        id=home.address,
        kind=kind,
        framework=profile.slug,
        title=f"{name}{dated}" if kind == "pack" else f"{name} ({home.committee}{dated})",
        printed_title=name,
        short=f"{home.committee}{dated}" + (f", item {name.split('.')[0]}" if kind == "item" else ""),
        authority=authority_of(home.council) if home.council else None,
        sources=(SourceRef(source.file, source.sha256, pages=page_range(lines)),),
        start=day,
        end=day,
    )
