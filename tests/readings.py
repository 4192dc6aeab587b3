"""What readers found in real reports, and how near the converter comes to it: themes, references, abbreviations.

`references_readings.csv` names every reference to another inspection that a reader found in 34 reports by its paragraph
or block, with the report that it means, "not-held" or "uncertain"; the rules were tuned on the ten "tuned" ones.

`themes_readings.csv` names paragraphs by file and number and holds no word of them. The points in `themes.yml` were
fitted to those marked "fitted"; those "held out" are of other reports, which played no part in that.

`terms_readings.csv` names, for whole reports, every place that defines an abbreviation and how many words it has there.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from converter.model import Report

REFERENCES = Path(__file__).with_name("references_readings.csv")
TERMS = Path(__file__).with_name("terms_readings.csv")
READINGS = Path(__file__).with_name("themes_readings.csv")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gave to a paragraph: themes, the main one first, and those that another reader might give too."""

    file: str
    number: str
    part: str
    themes: tuple[str, ...]
    maybe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many paragraphs were compared, F1 of the themes, and how often the main theme is the reader's."""

    paragraphs: int
    f1: float
    main: float


def readings(part: str) -> list[Reading]:
    with READINGS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    return [
        Reading(row["file"], row["number"], row["part"], tuple(row["themes"].split()), tuple(row["maybe"].split()))
        for row in rows
    ]


def score(wanted: Iterable[Reading], given: Mapping[Key, tuple[str, ...]]) -> Score:
    """F1 of themes, those that a reader only might give neither asked for nor wrong, and the share of main themes."""
    seen = right = found = asked = first = count = 0
    for want in wanted:
        got = given.get((want.file, want.number))
        if got is None:
            continue
        seen += 1
        count += len(got)
        right += len({*want.themes, *want.maybe} & set(got))
        asked += len(want.themes)
        found += len(set(want.themes) & set(got))
        first += got[:1] == want.themes[:1]
    precision, recall = right / max(count, 1), found / max(asked, 1)
    return Score(seen, 2 * precision * recall / max(precision + recall, 1e-9), first / max(seen, 1))


# ---------------------------------------------------------------- references


def reference_readings(part: str) -> dict[Key, Counter[str]]:
    """How often each outcome was read in each block, by report and anchor."""
    found: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    with REFERENCES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["part"] == part:
                found[row["report"], row["anchor"]][row["outcome"]] += 1
    return dict(found)


def reference_outcomes(reports: Iterable[Report]) -> dict[Key, Counter[str]]:
    """How often each outcome was given in each block; a point of a list counts for its block."""
    found: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for report in reports:
        for reference in report.references:
            if reference.authority:
                anchor = reference.anchor.partition("-b")[0] if "-b" in reference.anchor else reference.anchor
                found[report.id, anchor][reference.to or reference.status.replace(" ", "-")] += 1
    return dict(found)


def share_of_outcomes(wanted: Mapping[Key, Counter[str]], found: Mapping[Key, Counter[str]]) -> float:
    """The share of references that have the outcome read; one found where none was read counts against it."""
    reports = {report for report, _ in wanted}
    right = sum((wanted[key] & found.get(key, Counter())).total() for key in wanted)
    extra = sum((count - wanted.get(key, Counter())).total() for key, count in found.items() if key[0] in reports)
    missed = sum((count - found.get(key, Counter())).total() for key, count in wanted.items())
    return right / (right + max(extra, missed))


@dataclass(frozen=True, slots=True)
class Defined:
    """A place that defines an abbreviation: its block's address, empty on a front page, and how many words it has."""

    anchor: str
    abbreviation: str
    words: int


def defined() -> dict[str, set[Defined]]:
    """Every place at which a reader found a definition, by report; a report may have none."""
    found: dict[str, set[Defined]] = {}
    with TERMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            places = found.setdefault(row["report"], set())
            if row["abbreviation"]:
                places.add(Defined(row["anchor"], row["abbreviation"], int(row["words"])))
    return found
