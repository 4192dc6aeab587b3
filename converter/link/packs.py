"""Packs of one committee and day: a copy of one another, an agenda and its supplement, or two of a day.

A supplement's papers go to the items that they belong to: an item without papers of its own gives way, an item that
has some keeps its address and the supplement's papers get the next (`item-7-2`). Its front sheet is a page below the
pack (`supplement`). Any other second pack of a day has an address of its own with all its items (`-2`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.model import Report

SAME = 0.8
Names = Mapping[str, str]


def placed(reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, those of a second pack of a day with the addresses that they have beside the first."""
    every = list(reports)
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


def beside(packs: Sequence[Report], by_file: Mapping[str, Sequence[Report]]) -> Iterator[tuple[str, Names]]:
    """For each further pack of a day the new addresses of its documents, by its file."""
    first, *more = sorted(packs, key=is_supplement)
    taken = {report.id for report in by_file[digest_of(first)] if report.kind == "pack" or report.papers}
    for pack in more:
        if digest_of(pack) == digest_of(first) or is_copy(first, pack):
            continue
        supplements = is_supplement(pack) and not is_supplement(first)
        names = dict((as_supplement if supplements else as_second)(pack, by_file[digest_of(pack)], taken))
        taken |= {names.get(report.id, report.id) for report in by_file[digest_of(pack)]}
        yield digest_of(pack), names


def digest_of(report: Report) -> str:
    return report.sources[0].sha256


def is_supplement(pack: Report) -> bool:
    return bool(pack.meeting and pack.meeting.supplement)


def is_copy(first: Report, second: Report) -> bool:
    """Whether two packs print the same agenda."""
    if is_supplement(first) != is_supplement(second):
        return False
    one, other = ({(item.number, item.title.lower()) for item in pack.agenda} for pack in (first, second))
    return len(one & other) >= SAME * max(len(one), len(other), 1)


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
