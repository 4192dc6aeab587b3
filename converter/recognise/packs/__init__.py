"""A committee's agenda pack: front sheet, agenda, minutes, papers, and whole reports inside them.

    pack = front agenda part*
    part = minutes | paper | appendix | report

Each part belongs to an agenda item: a paper to the item that it prints or that is stamped on it, the minutes to the
item that approves them, an embedded report to the paper it follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.meeting import Minutes, Paper
from converter.model import (
    AgendaItem,
    Footnote,
    Holds,
    Kind,
    Line,
    Paragraph,
    Recommendation,
    Report,
    Section,
    Source,
    SourceRef,
    block_text,
    plain,
)
from converter.profiles import Profile
from converter.recognise.anchors import with_anchors
from converter.recognise.authority import authority_of
from converter.recognise.footnotes import take_footnotes
from converter.recognise.front import front_blocks
from converter.recognise.inspection import inspection_report, page_range
from converter.recognise.packs.agenda import agenda_pages, last_item, read_agenda
from converter.recognise.packs.entries import item_anchor, item_order
from converter.recognise.packs.headed import headed_starts
from converter.recognise.packs.heads import head_of
from converter.recognise.packs.minutes import day_of, minutes_of, minutes_sections
from converter.recognise.packs.parts import Part, pages_of, split_parts, starts_of
from converter.recognise.packs.sheet import Home, read_sheet
from converter.recognise.packs.stamped import numbered_starts
from converter.recognise.packs.starts import Start, merged
from converter.recognise.packs.trackers import with_trackers
from converter.recognise.reflow import reflow
from converter.recognise.structure import sections_of
from converter.sidecars import NOTHING, Sidecar

FRONT_PAGES = 12
COVER_LINES = 25
RECOMMENDED = "recommendation"


def pack_reports(source: Source, profile: Profile, sidecar: Sidecar = NOTHING) -> tuple[Report, ...]:
    """The pack itself, one document for each agenda item, and every report inside it, in printed order."""
    starts = starts_of(source, profile)
    end = starts[0].at if starts else front_end(source)
    front = source.lines[:end] if starts else agenda_pages(source.lines[:end], profile)
    begin, agenda = read_agenda(front, profile)
    last = last_item(front, profile)
    if source.sheets:
        starts = merged([*starts, *numbered_starts(source, agenda, last)])
        end = starts[0].at if starts else end
    if agenda and not any(start.item for start in starts):
        starts = merged([*starts, *headed_starts(source, agenda, last, profile)])
        end = starts[0].at if starts else end
    agenda = with_pages(with_stamped(agenda, starts), source, last)
    home = read_sheet(source.lines[:end], min(begin, end), profile, sidecar, source.lines[end:])
    parts = split_parts(source, starts, agenda, profile)
    agenda = tuple(entitled(item, parts, profile) for item in agenda)
    embedded = [embedded_report(source, part, part.profile, home) for part in parts if part.profile]
    items = [item_report(source, item, parts, home, profile, embedded) for item in agenda]
    own = container(source, end, agenda, home, profile)
    children = (*(item.id for item in items), *(report.id for report in embedded))
    return (replace(own, children=children), *in_order(items, embedded))


def front_end(source: Source) -> int:
    """How many lines may belong to the front sheet and agenda where nothing else says where papers begin."""
    return sum(line.page is None or line.page <= FRONT_PAGES for line in source.lines)


def in_order(items: Sequence[Report], embedded: Sequence[Report]) -> Iterator[Report]:
    """Each item followed by the reports inside it."""
    for item in items:
        yield item
        yield from (report for report in embedded if report.parent == item.id)


def with_stamped(agenda: Sequence[AgendaItem], starts: Sequence[Start]) -> tuple[AgendaItem, ...]:
    """The agenda with the items that papers name and it does not list, or a single one where nothing is named."""
    titles: dict[str, str] = {}
    for start in starts:
        if start.item and not titles.get(start.item):
            titles[start.item] = start.title
    listed = {item.number for item in agenda}
    more = [
        AgendaItem(number, title or unlisted(number), (), "", item_anchor(number))
        for number, title in titles.items()
        if number not in listed
    ]
    every = (*agenda, *more) or (AgendaItem("1", unlisted("1"), (), "", "item-1"),)
    return tuple(sorted(every, key=lambda item: item_order(item.number))) if more else every


def entitled(item: AgendaItem, parts: Sequence[Part], profile: Profile) -> AgendaItem:
    """The item under the title of its first paper where the agenda does not list it."""
    if item.title != unlisted(item.number):
        return item
    titles = (head_of(part.lines, profile)[1] for part in parts if part.item == item.number)
    return replace(item, title=next(filter(None, titles), item.title))


def unlisted(number: str) -> str:
    """What an item is called that only its papers name."""
    return f"Item {number}"


def with_pages(agenda: Sequence[AgendaItem], source: Source, last: int) -> tuple[AgendaItem, ...]:
    """The items with the page of the PDF on which their pages begin; the last item stands on the line `last`."""
    if not source.sheets:
        return tuple(agenda)
    starts = {start.item: start.page for start in reversed(list(numbered_starts(source, agenda, last)))}
    return tuple(replace(item, starts=starts.get(item.number)) for item in agenda)


# ---------------------------------------------------------------- the documents


def container(source: Source, end: int, agenda: Sequence[AgendaItem], home: Home, profile: Profile) -> Report:
    """The pack's own page: its agenda, and the front sheet as printed."""
    front, notes = whole_lines(source, source.lines[:end], profile)
    return replace(
        document(source, "pack", home, profile, home.meeting.committee, source.lines),
        id=home.address,
        front=front_blocks(front, profile),
        agenda=tuple(agenda),
        meeting=home.meeting,
        footnotes=notes,
        left_out=source.left_out,
    )


def whole_lines(
    source: Source, lines: Sequence[Line], profile: Profile, before: Sequence[Footnote] = ()
) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The lines of a paper put together, and its footnotes, whose keys differ from those `before`."""
    rest, notes = take_footnotes(lines, before)
    return (reflow(with_breaks(rest, profile), profile, ()) if source.form == "pdf" else tuple(rest)), notes


def with_breaks(lines: Sequence[Line], profile: Profile) -> list[Line]:
    """The lines with white space above those that begin something, however close they stand."""
    begins = [line.kind is Kind.TEXT and bool(profile.first("captions", line.text.strip())) for line in lines]
    alone = [
        begin and line.text.rstrip().endswith((")", ":", "–", "-")) for begin, line in zip(begins, lines, strict=True)
    ]
    return [replace(line, gap=True) if begins[at] or (at and alone[at - 1]) else line for at, line in enumerate(lines)]


def item_report(
    source: Source,
    item: AgendaItem,
    parts: Sequence[Part],
    home: Home,
    profile: Profile,
    embedded: Sequence[Report],
) -> Report:
    """One agenda item with its papers; what is a report of its own is only linked."""
    address = f"{home.address}/{item.anchor}"
    own = [part for part in parts if part.item == item.number]
    sections: list[Section] = []
    notes: list[Footnote] = []
    firsts: list[int] = []
    for part in own:
        firsts.append(len(sections))
        if not part.profile:
            lines, found = whole_lines(source, part.lines, profile, notes)
            made = minutes_sections(lines, profile) if part.kind == "minutes" else sections_of(lines, profile, ())
            sections += later(made, max((number_run(section) for section in sections), default=0))
            notes += found
    titles = [item.title, *(title for part in own for title in (part.title, head_of(part.lines, profile)[1]))]
    anchored, trackers = with_trackers(with_anchors(sections), titles, profile)
    inside = iter([report for report in embedded if report.parent == address])
    papers = [
        report_paper(part, next(inside)) if part.profile else paper_of(part, anchor_at(anchored, first), profile)
        for part, first in zip(own, firsts, strict=True)
    ]
    return replace(
        document(source, "item", home, profile, f"{item.number}. {item.title}", own_lines(own)),
        id=address,
        sections=anchored,
        footnotes=tuple(notes),
        agenda=(item,),
        papers=tuple(papers),
        record=record_of(own, anchored, firsts, home, profile),
        trackers=trackers,
        recommendations=tuple(recommended(anchored)),
        problems=scanned(source, own),
        parent=home.address,
        children=tuple(report.id for report in embedded if report.parent == address),
    )


def own_lines(parts: Sequence[Part]) -> list[Line]:
    return [line for part in parts for line in part.lines]


def number_run(section: Section) -> int:
    """The highest run of printed numbers in a section, 0 where it prints none."""
    runs = [part.run for part in section.content if isinstance(part, Paragraph)]
    return max([*runs, section.run if section.number else 0], default=0)


def later(sections: Sequence[Section], before: int) -> list[Section]:
    """The sections of an item's second or later paper, whose numbers are runs of their own."""
    return [
        replace(
            section,
            run=section.run + before,
            content=tuple(
                replace(part, run=part.run + before) if isinstance(part, Paragraph) else part
                for part in section.content
            ),
        )
        for section in sections
    ]


def anchor_at(sections: Sequence[Section], at: int) -> str:
    """The address of a section, empty behind the last one."""
    return sections[at].anchor if at < len(sections) else ""


def report_paper(part: Part, inside: Report) -> Paper:
    """An embedded report as a paper of its item."""
    return Paper("report", inside.title, pages=part.pages, report=inside.id)


def paper_of(part: Part, anchor: str, profile: Profile) -> Paper:
    """A part as a paper of its item, which begins at `anchor`."""
    fields, title, reference = head_of(part.lines, profile)
    return Paper(part.kind, title or part.title, reference, anchor if part.lines else "", part.pages, "", fields)


def record_of(
    parts: Sequence[Part], sections: Sequence[Section], firsts: Sequence[int], home: Home, profile: Profile
) -> Minutes | None:
    """What the minutes among an item's papers record; of several minutes the first one's day."""
    ends = [*firsts, len(sections)][1:]
    found = [
        minutes_of(sections[first:end], profile, day_of(part.lines), home.meeting.committee)
        for part, first, end in zip(parts, firsts, ends, strict=True)
        if part.kind == "minutes" and part.lines
    ]
    if not found:
        return None
    return Minutes(
        found[0].day,
        tuple(minute for record in found for minute in record.minutes),
        tuple(decision for record in found for decision in record.decisions),
    )


def recommended(sections: Sequence[Section]) -> Iterator[Recommendation]:
    """The numbered paragraphs of the sections that are called recommendations, with what was done about each."""
    for section in sections:
        if RECOMMENDED in plain(section.title).lower():
            for part in section.content:
                if isinstance(part, Paragraph):
                    first, *rest = (" ".join(block_text(block).split()) for block in part.blocks)
                    yield Recommendation(part.anchor, first, outcome=" ".join(rest))


def scanned(source: Source, parts: Sequence[Part]) -> tuple[str, ...]:
    """One line for the pages that hold a picture of a page and no words, one for those with no more than its title."""
    alone = [page for part in parts for page in pages_of(source, part.pages, Holds.PICTURE)]
    own = [part for part in parts if not part.profile]
    titled = [page for part in own for page in pages_of(source, part.pages, Holds.TITLED)]
    return tuple(
        f"{'Pages' if len(pages) > 1 else 'Page'} {', '.join(map(str, pages))} of the PDF "
        f"hold{'' if len(pages) > 1 else 's'} a picture and {what}."
        for pages, what in ((alone, "no text"), (titled, "few words"))
        if pages
    )


def embedded_report(source: Source, part: Part, profile: Profile, home: Home) -> Report:
    """A whole inspection report inside the pack."""
    report = inspection_report(source, part.lines, profile)
    council = home.meeting.council
    if profile.of_place and not report.authority and council and says(part.lines[:COVER_LINES], council):
        report = inspection_report(source, part.lines, profile, Sidecar(authority=council))
    found = tuple(replace(own, pages=part.pages or own.pages) for own in report.sources)
    return replace(report, parent=f"{home.address}/{item_anchor(part.item)}", sources=found)


def says(lines: Sequence[Line], name: str) -> bool:
    """Whether lines print a name, in whatever letters."""
    return name.lower() in " ".join(" ".join(line.text for line in lines).split()).lower()


def document(source: Source, kind: str, home: Home, profile: Profile, name: str, lines: Sequence[Line]) -> Report:
    """What the pack and its items have in common."""
    dated = f", {home.day.day} {home.day:%B %Y}" if home.day else ""
    committee, council = home.meeting.committee, home.meeting.council
    return Report(
        id=home.address,
        kind=kind,
        framework=profile.slug,
        title=f"{name}{dated}" if kind == "pack" else f"{name} ({committee}{dated})",
        printed_title=name,
        short=f"{committee}{dated}" + (f", item {name.split('.')[0]}" if kind == "item" else ""),
        authority=authority_of(council) if council else None,
        sources=(SourceRef(source.file, source.sha256, pages=page_range(lines)),),
        start=home.day,
        end=home.day,
    )
