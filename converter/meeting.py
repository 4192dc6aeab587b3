"""What a committee's pack says of its meeting, its papers, its decisions and its trackers; all values are frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its front sheet prints it; what the sheet does not print is empty.

    `supplement` says that the papers add to an agenda that was published before.
    """

    committee: str
    council: str
    time: str = ""
    place: str = ""
    quorum: str = ""
    members: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    supplement: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of an agenda item: where it begins on the item's page, the pages of the PDF, and its header block.

    `kind` is minutes, paper, appendix or report; `reference` the number that the committee gave it ("PAF/01/15");
    `report` the address of an inspection report that is a document of its own; `fields` are the printed labels and
    values of its head.
    """

    kind: str
    title: str
    reference: str = ""
    anchor: str = ""
    pages: tuple[int, int] | None = None
    report: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a committee decided: `kind` is resolved, recommended, agreed, noted or vote.

    `minute` and `title` are those of the minute it stands in, `who` decided it, `votes` are as printed ("9:6"),
    `about` are the references of the papers it names.
    """

    kind: str
    anchor: str
    text: str
    minute: str
    title: str
    who: str
    votes: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minute:
    """One minute: its number and title as printed, and the agenda item that it names ("(Item 4)")."""

    number: str
    title: str
    anchor: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting, and on which day it was held."""

    day: date | None
    minutes: tuple[Minute, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A row of a tracker: its cells as printed, and whether it says that nothing more is to be done."""

    anchor: str
    cells: tuple[str, ...]
    closed: bool
    reference: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracker:
    """A table that follows up what a committee asked for; `columns` are its printed heads, `means` what each is.

    A column means committee, item, approach, officer, date, outcome, responsible, review, update or status; it is
    empty where no such meaning is known.
    """

    anchor: str
    columns: tuple[str, ...]
    means: tuple[str, ...]
    rows: tuple[TrackerRow, ...]
