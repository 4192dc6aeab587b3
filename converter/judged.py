"""What a framework judges, and in which inspections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from converter.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Judged:
    """An area that a framework judges, and its name there.

    It has a judgement of its own in inspections that began on the day `since` or later, and before the day `until`.
    Before `since` it was judged together with the area `within`, where that is given. With `halves` each half of a
    2009-12 report judges it, and nothing judges it as a whole.
    """

    area: str
    name: str
    since: str = ""
    until: str = ""
    within: str = ""
    halves: bool = False

    def alone(self, began: str) -> bool:
        """Whether an inspection that began then gives it a judgement of its own."""
        return not self.halves and self.since <= began and (not self.until or began < self.until)

    def together(self, began: str) -> bool:
        """Whether an inspection that began then judges it together with another area."""
        return bool(self.within) and began < self.since


def read_judged(name: str, rows: Any) -> tuple[Judged, ...]:
    """The areas of a profile as they stand in its file; raises SettingsError naming the file and what is wrong."""
    if not isinstance(rows, Sequence) or not all(isinstance(row, Mapping) for row in rows):
        raise SettingsError(f"{name}.yml: judged: must be a list of areas; begin each with '- area:'")
    return tuple(read_one(name, row) for row in rows)


def read_one(name: str, row: Mapping[str, Any]) -> Judged:
    known = [field.name for field in fields(Judged)]
    if unknown := set(row) - set(known):
        raise SettingsError(f"{name}.yml: judged: unknown key {min(unknown)!r}; use {', '.join(known)}")
    if not row.get("area") or not row.get("name"):
        raise SettingsError(f"{name}.yml: judged: an area needs its slug and its name; add 'area' and 'name'")
    for key in ("since", "until"):
        check_day(name, key, row.get(key, ""))
    values: dict[str, Any] = {key: value if key == "halves" else str(value) for key, value in row.items()}
    return Judged(**values)


def check_day(name: str, key: str, value: Any) -> None:
    try:
        if value:
            date.fromisoformat(str(value))
    except ValueError as error:
        raise SettingsError(f"{name}.yml: judged: {key}: {value!r} is no day; write it as 2023-01-31") from error
