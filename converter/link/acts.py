"""The legislation that reports name, as `converter/acts.yml` lists it, and where each of its provisions stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter.settings import load_yaml

TABLE = Path(__file__).parents[1] / "acts.yml"
SITE = "https://www.legislation.gov.uk/"
KINDS = {
    "section": r"(?:sections?\s|ss?\.?\s?)",
    "regulation": r"(?:regulations?\s|regs?\.?\s?)",
    "article": r"articles?\s",
    "rule": r"rules?\s",
    "part": r"parts?\s",
}
PLACES = {
    "Act": {"section": "section", "part": "part", "schedule": "schedule"},
    "Regulations": {"regulation": "regulation", "schedule": "schedule"},
    "Order": {"article": "article", "schedule": "schedule"},
    "Rules": {"schedule": "schedule"},
}
ARABIC = 2001  # Acts number their Parts in Arabic figures from this year, in Roman ones before
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = tuple(tens + units for tens in ("", "X") for units in UNITS)
PART = re.compile(r"(?P<number>\d+|[IVX]+)(?P<letter>[A-Z]?)")


@dataclass(frozen=True, slots=True)
class Act:
    """An Act or a statutory instrument; `places` are the words of an address for the kinds of its provisions."""

    title: str
    id: str
    places: Mapping[str, str]

    @property
    def year(self) -> int:
        """The year in its title."""
        return int(self.title[-4:])

    @property
    def url(self) -> str:
        """Its address."""
        return SITE + self.id

    def provision(self, kind: str, number: str) -> str:
        """The address of a provision, empty where the legislation has none of that kind that can be addressed."""
        place = self.places.get(kind)
        number = part_number(number, self.year) if kind == "part" else number
        return f"{self.url}/{place}/{number}" if place and number else ""


@dataclass(frozen=True, slots=True)
class Term:
    """A number that always means one provision, and its examples."""

    regex: re.Pattern[str]
    url: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legislation:
    """The table: acts by name and year, a regular expression that finds the names, and the terms."""

    acts: Mapping[tuple[str, int], Act]
    names: str
    terms: tuple[Term, ...]

    def act(self, name: str, year: str) -> Act | None:
        """The act of that name and year."""
        return self.acts.get((normal(name), int(year)))


@lru_cache(maxsize=1)
def legislation() -> Legislation:
    """The table of `acts.yml`."""
    content = load_yaml(TABLE)
    acts = dict(entries(content["acts"]))
    titled = {act.title: act for act in acts.values()}
    return Legislation(acts, names_in({name for name, _ in acts}), tuple(terms(content["terms"], titled)))


def entries(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[tuple[str, int], Act]]:
    """Each act under each of its names."""
    for row in rows:
        rules = {"rule": row["rules"]} if "rules" in row else {}
        act = Act(row["title"], row["id"], {**PLACES[row["title"].split()[-2]], **rules})
        for name in (row["title"], *row.get("also", ())):
            stem, _, year = name.rpartition(" ")
            yield (normal(stem), int(year)), act


def terms(rows: Iterable[Mapping[str, Any]], titled: Mapping[str, Act]) -> Iterator[Term]:
    """What numbers mean before certain words."""
    for row in rows:
        kind, number = row["number"].split()
        again = rf"(?:\s\({KINDS[kind]}{number}\))?"  # Section 47 (s47)
        regex = rf"\b(?P<value>{KINDS[kind]}{number}{again})(?=\s{row['before']}\b)"
        url = titled[row["of"]].provision(kind, number)
        yield Term(re.compile(regex, re.IGNORECASE), url, tuple(row["yes"]), tuple(row["no"]))


def normal(name: str) -> str:
    """A name as it is looked up: in small letters, without commas, full stops, apostrophes and a year's brackets."""
    bare = re.sub(r"\((\d{4})\)", r"\1", name.lower())
    return " ".join(re.sub(r"[,.’']", "", bare).replace("&", " and ").split())


def names_in(names: Iterable[str]) -> str:
    """What finds the names, the longest first, however their commas, apostrophes and spaces are printed."""
    return "|".join(r",?\s+".join(map(as_printed, name.split())) for name in sorted(names, key=len, reverse=True))


def as_printed(word: str) -> str:
    """A word of a name as reports print it."""
    if word == "and":
        return "(?:and|&)"
    if word.isdigit():
        return rf"\(?{word}\)?"  # the year of an Act in the name of its Regulations
    return re.sub(r"s$", "[’']?s", re.escape(word)).replace("etc", r"etc\.?")


def part_number(printed: str, year: int) -> str:
    """The number of a Part in the figures that Acts of that year use."""
    found = PART.fullmatch(printed)
    if not found:
        return ""
    number = found["number"]
    value = int(number) if number.isdigit() else ROMAN.index(number) if number in ROMAN else 0
    if not 0 < value < len(ROMAN):
        return ""
    return (str(value) if year >= ARABIC else ROMAN[value]) + found["letter"]
