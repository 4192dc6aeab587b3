"""Packs of one committee and day: a copy of one another, an agenda and its supplement, or two of a day.

A supplement that names no council belongs to the one agenda of its committee and day. Its papers go to the items that
they belong to: an item without papers of its own gives way, an item that has some keeps its address and the
supplement's papers get the next (`item-7-2`). Its front sheet is a page below the pack (`supplement`). Any other second
pack of a day has an address of its own with all its items (`-2`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.model import Report, block_text, plain

ALIKE, SAME = 0.8, 0.98
NOON, WIDTH = 12, 12
WORD = re.compile(r"[^\W_]+")
CLOCK = re.compile(r"(?P<hours>\d{1,2})(?:[.:]?(?P<minutes>\d{2}))?\s*(?P<half>[ap]?)", re.IGNORECASE)
Names = Mapping[str, str]


def placed(reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, those of a second pack of a day with the addresses that they have beside the first."""
    every = list(housed(list(reports)))
    by_file: dict[str, list[Report]] = defaultdict(list)
    for report in every:
        by_file[report.sources[0].sha256].append(report)
    packs: dict[str, list[Report]] = defaultdict(list)
    for report in every:
        if report.kind == "pack":
            packs[report.id].append(report)
    names = {digest: name for found in packs.values() for digest, name in beside(found, by_file)}
    for report in every:
        yield rename(report, names.get(report.sources[0].sha256, {}))


def housed(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those of a supplement that names no council under the address of the agenda that it adds to."""
    packs = [report for report in reports if report.kind == "pack"]
    agendas = {digest_of(pack): found for pack in packs if (found := agenda_of(pack, packs))}
    for report in reports:
        agenda = agendas.get(digest_of(report))
        if agenda is None:
            yield report
            continue
        bare = agenda.id.removeprefix(f"{slug_of(agenda)}-")
        own = [name for name in (report.id, report.parent, *report.children) if within(name, bare)]
        moved = rename(report, {name: agenda.id + name.removeprefix(bare) for name in own})
        yield moved if report.kind == "report" else replace(moved, authority=agenda.authority)


def agenda_of(pack: Report, packs: Sequence[Report]) -> Report | None:
    """The one agenda of the same committee and day that names its council, for a supplement that names none."""
    if not is_supplement(pack) or pack.authority or not pack.end:
        return None
    held = {
        other.id: other
        for other in packs
        if slug_of(other) and not is_supplement(other) and other.id == f"{slug_of(other)}-{pack.id}"
    }
    return next(iter(held.values())) if len(held) == 1 else None


def slug_of(report: Report) -> str:
    return report.authority.slug if report.authority else ""


def within(address: str, pack: str) -> bool:
    """Whether an address is that of a pack or of one of its documents."""
    return address == pack or address.startswith(f"{pack}/")


def beside(packs: Sequence[Report], by_file: Mapping[str, Sequence[Report]]) -> Iterator[tuple[str, Names]]:
    """For each further pack of a day the new addresses of its documents, by its file."""
    first, *more = sorted(packs, key=in_order)
    taken = {report.id for report in by_file[digest_of(first)] if report.kind == "pack" or report.papers}
    for pack in more:
        own, other = by_file[digest_of(first)], by_file[digest_of(pack)]
        if digest_of(pack) == digest_of(first) or is_copy(own, other):
            continue
        supplements = is_supplement(pack) and not is_supplement(first)
        names = dict((as_supplement if supplements else as_second)(pack, by_file[digest_of(pack)], taken))
        taken |= {names.get(report.id, report.id) for report in by_file[digest_of(pack)]}
        yield digest_of(pack), names


def digest_of(report: Report) -> str:
    return report.sources[0].sha256


def is_supplement(pack: Report) -> bool:
    return bool(pack.meeting and pack.meeting.supplement)


def in_order(pack: Report) -> tuple[bool, int, str, str]:
    """What decides which pack of a day comes first: an agenda, the earlier meeting, the lower pages; never its file."""
    time = CLOCK.search(pack.meeting.time) if pack.meeting else None
    hours = int(time["hours"]) + 12 * (time["half"].lower() == "p" and int(time["hours"]) < NOON) if time else 0
    minutes = 60 * hours + int(time["minutes"] or 0) if time else 0
    pages = min((item.pages.rjust(WIDTH) for item in pack.agenda if item.pages), default="")
    return is_supplement(pack), minutes, pages, digest_of(pack)


def is_copy(first: Sequence[Report], second: Sequence[Report]) -> bool:
    """Whether two files print one agenda and hold the same words; a few may differ between a PDF and a text."""
    agendas = [{(item.number, item.title.lower()) for item in some[0].agenda} for some in (first, second)]
    if is_supplement(first[0]) != is_supplement(second[0]):
        return False
    if len(agendas[0] & agendas[1]) < ALIKE * max(*map(len, agendas), 1):
        return False
    one, other = words_of(first), words_of(second)
    forms = {report.sources[0].file.rpartition(".")[2].lower() for report in (first[0], second[0])}
    least = SAME if len(forms) > 1 else 1.0
    return (one & other).total() >= least * max(one.total(), other.total())


def words_of(documents: Sequence[Report]) -> Counter[str]:
    """Every word of the documents of a file, in the order of no matter what."""
    found: Counter[str] = Counter()
    for report in documents:
        for block in report.front:
            found.update(WORD.findall(block_text(block).lower()))
        for section in report.sections:
            found.update(WORD.findall(plain(section.title).lower()))
            for part in section.content:
                found.update(WORD.findall(block_text(part).lower()))
    return found


def as_supplement(pack: Report, documents: Sequence[Report], taken: set[str]) -> Iterator[tuple[str, str]]:
    """New addresses of a supplement's front sheet, and of items that the first pack has papers for."""
    yield pack.id, free(f"{pack.id}/supplement", taken)
    for report in documents:
        if report.kind == "item" and report.id in taken:
            yield report.id, free(report.id, taken)


def as_second(pack: Report, documents: Sequence[Report], taken: set[str]) -> Iterator[tuple[str, str]]:
    """New addresses of a pack and all its items."""
    own = free(pack.id, taken)
    yield pack.id, own
    yield from ((report.id, own + report.id.removeprefix(pack.id)) for report in documents if report.kind == "item")


def free(address: str, taken: set[str]) -> str:
    count = 1
    while (wish := address if count == 1 else f"{address}-{count}") in taken:
        count += 1
    return wish


def rename(report: Report, names: Names) -> Report:
    """`report` with each address that has another now; a supplement's front sheet belongs to its pack."""
    if not names:
        return report
    new: Callable[[str], str] = lambda address: names.get(address, address)  # noqa: E731
    renamed = replace(
        report, id=new(report.id), parent=new(report.parent), children=tuple(new(child) for child in report.children)
    )
    if report.kind == "pack" and renamed.id.startswith(f"{report.id}/"):
        title = f"Supplement: {report.title}"
        return replace(renamed, kind="supplement", parent=report.id, title=title, printed_title=title)
    if report.kind == "item" and new(report.parent).startswith(f"{report.parent}/"):
        return replace(renamed, parent=report.parent)
    return renamed
