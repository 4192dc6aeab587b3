"""Which minute dealt with which agenda item: the minutes of a meeting stand in the papers of a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.meeting import Decision, Minute
from converter.model import Report

WORDS = re.compile(r"[a-z0-9]+")
SMALL = {"the", "of", "and", "a", "an", "on", "for", "to", "in", "report", "update"}
LEAST = 2


@dataclass(frozen=True, slots=True)
class Minuted:
    """The minute that dealt with an agenda item, the document it stands in, and what was decided."""

    document: str
    minute: Minute
    decisions: tuple[Decision, ...]


def minuted(reports: Sequence[Report]) -> dict[str, Minuted]:
    """For each item's document the one minute of its meeting that dealt with it, where a later pack holds it."""
    by_id = {report.id: report for report in reports}
    found: dict[str, Minuted] = {}
    for item, document in meetings(reports, by_id):
        record = document.record
        if record and (minute := minute_for(item, record.minutes)):
            decided = tuple(one for one in record.decisions if one.minute == minute.number)
            found.setdefault(item.id, Minuted(document.id, minute, decided))
    return found


def meetings(reports: Sequence[Report], by_id: Mapping[str, Report]) -> Iterator[tuple[Report, Report]]:
    """Each item of a pack with the document that holds its meeting's minutes."""
    for document in reports:
        day = document.record.day if document.record else None
        if day is None:
            continue
        pack = by_id.get(f"{document.id.partition('/')[0]}/{day.isoformat()}")
        for child in pack.children if pack and pack.id != document.parent else ():
            if child in by_id and by_id[child].kind == "item":
                yield by_id[child], document


def records(reports: Sequence[Report]) -> dict[str, str]:
    """For each pack the document that holds the minutes of its meeting."""
    by_id = {report.id: report for report in reports}
    return {item.parent: document.id for item, document in meetings(reports, by_id)}


def minute_for(item: Report, minutes: Sequence[Minute]) -> Minute | None:
    """The minute that names the item, else the one whose title is the item's; None where none or several fit."""
    agenda = item.agenda[0]
    named = [minute for minute in minutes if minute.item == agenda.number]
    titled = [minute for minute in minutes if not minute.item and alike(minute.title, agenda.title)]
    found = named or titled
    return found[0] if len(found) == 1 else None


def alike(one: str, other: str) -> bool:
    """Whether two titles say the same: the words of the shorter, which must be some, stand in the longer."""
    first, second = significant(one), significant(other)
    few, many = sorted((first, second), key=len)
    return first == second or (len(few) >= LEAST and few <= many)


def significant(title: str) -> set[str]:
    return set(WORDS.findall(title.lower())) - SMALL
