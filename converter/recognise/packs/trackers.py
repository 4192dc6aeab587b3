"""Trackers: tables that follow up what a committee asked for, a row for each, and whether it is done with.

A table is a tracker where its paper or section says so and its head names what was asked for and what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from converter.meeting import Tracker, TrackerRow
from converter.model import Block, Paragraph, Section, Spans, Table, block_text, plain
from converter.profiles import Profile
from converter.recognise.packs.decisions import REFERENCE

HEAD_ROWS = 3
LEAST_COLUMNS, LEAST_MEANINGS = 4, 3
ASKED = {"item", "outcome"}
CAME_OF_IT = {"update", "status", "review"}
SAYS = {"outcome", "update", "status", "review"}
ROW = "tracker"
DENIED = re.compile(r"\b(?:not|never|cannot|nor)\b|n['’]t\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.;:!?]\s")
SHORT = 160
DONE = re.compile(
    r"(?:(?:action|item) )?(?:completed?|closed|done|discharged|implemented)(?: ?\(?y/n\)?)?\W*", re.IGNORECASE
)
YES = re.compile(r"(?:yes|y|[✓✔☑])\W*", re.IGNORECASE)


@dataclass
class Search:
    """Looks for trackers part by part; it lives only inside `with_trackers`."""

    profile: Profile
    named: bool
    found: list[Tracker] = field(default_factory=list)

    def section(self, section: Section) -> Section:
        self.hear(plain(section.title))
        return replace(section, content=tuple(self.part(part) for part in section.content))

    def part(self, part: Paragraph | Block) -> Paragraph | Block:
        if isinstance(part, Paragraph):
            return replace(part, blocks=tuple(self.block(block, part.anchor) for block in part.blocks))
        return self.block(part, part.anchor if isinstance(part, Table) else "")

    def block(self, block: Block, anchor: str) -> Block:
        if not isinstance(block, Table):
            self.hear(block_text(block))
            return block
        head = head_rows(block, self.profile)
        if not head or not (self.named or names_tracker(block, head, self.profile)):
            return block
        tracker = tracker_of(block, anchor, head, sum(len(other.rows) for other in self.found), self.profile)
        self.found.append(tracker)
        closed = frozenset(row.anchor for row in tracker.rows if row.closed)
        return replace(block, marks=(*[""] * head, *(row.anchor for row in tracker.rows)), closed=closed)

    def hear(self, text: str) -> None:
        """Note that a title or a short line says that what follows is a tracker."""
        self.named = self.named or (len(text) < SHORT and bool(self.profile.first("trackers", text)))


def with_trackers(
    sections: Sequence[Section], titles: Iterable[str], profile: Profile
) -> tuple[tuple[Section, ...], tuple[Tracker, ...]]:
    """The sections with an address for each row of a tracker, and the trackers; `titles` are the item's and papers'."""
    search = Search(profile, any(profile.first("trackers", title) for title in titles))
    done = tuple(search.section(section) for section in sections)
    return done, tuple(search.found)


def names_tracker(table: Table, head: int, profile: Profile) -> bool:
    """Whether a row above the heads of the columns says that the table is a tracker."""
    return any(profile.first("trackers", plain(cell)) for row in table.rows[:head] for cell in row)


def head_rows(table: Table, profile: Profile) -> int:
    """How many rows the head of a tracker has, the last of them naming its columns; 0 where the table is none."""
    for at, row in enumerate(table.rows[:HEAD_ROWS]):
        known = [mean for cell in row if (mean := meaning(cell, profile))]
        means = set(known)
        enough = len(known) >= LEAST_COLUMNS and len(means) >= LEAST_MEANINGS
        if enough and means & ASKED and means & CAME_OF_IT and at + 1 < len(table.rows):
            return at + 1
    return 0


def meaning(cell: Spans, profile: Profile) -> str:
    """What a column holds, by its printed head."""
    text = " ".join(plain(cell).split())
    found = profile.first("follow", text) if text else None
    return str(found[0].means["column"]) if found else ""


def tracker_of(table: Table, anchor: str, head: int, before: int, profile: Profile) -> Tracker:
    """The tracker in a table whose first `head` rows are its head; `before` rows of the page have addresses."""
    columns = tuple(" ".join(plain(cell).split()) for cell in table.rows[head - 1])
    means = tuple(meaning(cell, profile) for cell in table.rows[head - 1])
    rows = tuple(
        row_of(row, columns, means, before + number, profile) for number, row in enumerate(table.rows[head:], 1)
    )
    return Tracker(anchor, columns, means, rows)


def is_closed(text: str, profile: Profile) -> bool:
    """Whether a cell says that nothing more is to be done, and does not say it in order to deny it."""
    found = profile.first("closed", text)
    return bool(found) and not DENIED.search(SENTENCE_END.split(text[: found[1].start()])[-1] if found else "")


def row_of(
    row: Sequence[Spans], columns: Sequence[str], means: Sequence[str], number: int, profile: Profile
) -> TrackerRow:
    cells = tuple(plain(cell).strip() for cell in row)
    padded = (*cells, *[""] * (len(means) - len(cells)))
    says = [cell for mean, cell in zip(means, padded, strict=False) if mean in SAYS]
    names = [cell for mean, cell in zip(means, padded, strict=False) if mean in {"item", "reference"}]
    closed = any(is_closed(" ".join(cell.split()), profile) for cell in says)
    closed = closed or any(
        DONE.fullmatch(column) and YES.fullmatch(cell) for column, cell in zip(columns, padded, strict=False)
    )
    references = tuple(dict.fromkeys(found for cell in names for found in REFERENCE.findall(cell)))
    return TrackerRow(f"{ROW}-{number}", padded, closed, references)
