"""The directory of English authorities: what they are called, where they are, their codes and which are most alike."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).with_name("authorities.csv")


@dataclass(frozen=True, slots=True)
class Entry:
    """An authority: `neighbours` are the codes of those most like it; one that was abolished has its last day in
    `until`, and the slugs of those that took over in `successors`."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    region: str
    type: str
    la_code: str
    gss_code: str
    ofsted_urn: str
    neighbours: tuple[str, ...]
    until: str
    successors: tuple[str, ...]


@lru_cache(maxsize=1)
def directory() -> Mapping[str, Entry]:
    """Every entry by its slug."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["slug"]: entry(row) for row in csv.DictReader(file)})


def entry(row: Mapping[str, str]) -> Entry:
    lists = {key: tuple(filter(None, row[key].split(";"))) for key in ("aliases", "neighbours", "successors")}
    return Entry(**{**row, **lists})  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Entry]:
    """Every entry by its local authority code."""
    return MappingProxyType({found.la_code: found for found in directory().values()})


def neighbours(slug: str) -> tuple[Entry, ...]:
    """The authorities most like this one, in the order of the directory; none for one that it does not know."""
    found = directory().get(slug)
    return tuple(by_code()[code] for code in found.neighbours) if found else ()


def predecessors(slug: str) -> tuple[Entry, ...]:
    """The abolished authorities that this one took over from."""
    return tuple(found for found in directory().values() if slug in found.successors)
