"""What a document's own words say of other places, before anybody knows what is held (`link/references/listen.py`)."""

from __future__ import annotations

from dataclasses import dataclass

IN_AGENDA, IN_NOTES = -1, -2  # in place of a section's


@dataclass(frozen=True, slots=True)
class When:
    """A date as it is printed: a year, and the months where they are named."""

    year: int
    months: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """2018 or 2018-05, the last month where there are several."""
        return f"{self.year}-{self.months[-1]:02}" if self.months else str(self.year)

    def may_be(self, other: When) -> bool:
        """Whether two dates can be one."""
        if not self.months or not other.months:
            return self.year == other.year
        return self.year == other.year and not set(self.months).isdisjoint(other.months)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that speak of another inspection: where they stand, what kind it was and when, as far as they say it.

    `kind` is empty where they don't tell; `last` means the one before, `back` the one named before in the text, `many`
    more than one, `echo` words that mean an inspection only if the report dates one so ("shortfalls identified in
    2018"); `whose` holds the words in which another authority may be named.
    """

    start: int
    end: int
    kind: str = ""
    when: When | None = None
    last: bool = False
    back: bool = False
    many: bool = False
    echo: bool = False
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A mention of an inspection, the other authority that it names, if any, and the judged area in which it stands."""

    mention: Mention
    authority: str
    area: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number or a name from `start` to `end`, of the kind that the profile's pattern says.

    The pattern matched from `first` to `last`.
    """

    kind: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class HeardRun:
    """A run of text that says something, at the anchor `here`, in a part of a section, of the agenda or of the notes.

    `laws` are the first and last place of each link and its address.
    """

    section: int
    part: int
    here: str
    text: str
    numbered: tuple[Numbered, ...] = ()
    inspected: tuple[Inspected, ...] = ()
    laws: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that a document's words say of other places, in reading order.

    `in_step` says whether the paragraphs that it cites are those that it means.
    """

    runs: tuple[HeardRun, ...] = ()
    in_step: bool = True
