"""Makes a corpus of many reports from a few, only ever to measure with: never publish it.

    python -m bench.corpus --n 431 --from ../shared/corpus/reports OUT [--seed 8]

The reports of the folder are written again and again, each time for another authority and another day of the years
in which its framework was used, until there are `--n`; one in twenty is a text. A PDF keeps its words: a comment at
its end makes its bytes its own, and the sidecar beside it gives the authority and the days. A text has another name
and other years, and some of its words changed. To every hundred reports comes a committee pack, not counted among
them. The same folder, number and seed make the same files.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from converter.directory import Entry, directory
from converter.errors import ReportError
from converter.job import find_sources
from converter.model import Report
from converter.profiles import profile_named
from converter.study import understood

SEED, TEXTS, REPORTS_A_PACK, VARIED = 8, 0.05, 100, 0.03
FIRST, LAST = date(2010, 1, 1), date(2026, 10, 31)
SPANS = {
    "slac": (FIRST, date(2012, 12, 31)),
    "sif": (date(2013, 11, 1), date(2017, 12, 31)),
    "ilacs": (date(2018, 1, 1), LAST),
    "jtai": (date(2016, 1, 1), LAST),
    "area-send": (date(2016, 5, 1), LAST),
}
YEAR = re.compile(r"(?<!\d)20[012]\d(?!\d)")
WORD = re.compile(r"\b[a-z]{5,}\b")
LINE = 80  # a shorter line may be a heading
KEPT = {"outstanding", "adequate", "inadequate", "requires", "require", "improvement", "judged", "judgement", "grade"}
KEPT |= {"immediately", "within", "three", "months", "recommendation", "recommendations", "should", "inspection"}


@dataclass(frozen=True, slots=True)
class Original:
    """A source and the reports in it, the first of which is the report or the pack itself."""

    path: Path
    reports: tuple[Report, ...]

    @property
    def main(self) -> Report:
        return self.reports[0]

    @property
    def is_pdf(self) -> bool:
        return self.path.suffix.lower() == ".pdf"

    @property
    def usable(self) -> bool:
        """Whether its copies can be told apart by place and day; a pack's are by its name alone."""
        known = bool(self.main.authority and self.main.end and not self.main.damaged)
        return known and (self.main.kind == "pack" or profile_named(self.main.framework).recognised)


@dataclass(frozen=True, slots=True)
class Copy:
    """An original for another place, so many weeks later."""

    original: Original
    place: Entry
    weeks: int = 0

    def moved(self, day: date | None) -> date | None:
        return day and day + timedelta(weeks=self.weeks)

    @property
    def years(self) -> int:
        """By how many years the year of its last day differs."""
        before, after = self.original.main.end, self.moved(self.original.main.end)
        return after.year - before.year if before and after else 0

    @property
    def ids(self) -> set[str]:
        """The addresses that its reports will have; those of a pack's papers follow from the pack's."""
        made = (report for report in self.original.reports if report.kind == "report" and report.end)
        return {f"{self.place.slug}/{self.moved(report.end):%Y-%m}-{report.framework}" for report in made} | self.pack

    @property
    def pack(self) -> set[str]:
        return {f"{self.place.slug}/{self.original.path.stem}"} if self.original.main.kind == "pack" else set()

    @property
    def name(self) -> str:
        """The name of its file."""
        return max(self.pack or self.ids).replace("/", "-") + self.original.path.suffix


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--n", type=int, default=431)
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.out.exists() and any(options.out.iterdir()):
        sys.exit(f"bench.corpus: {options.out} is not empty; name a new folder")
    copies = planned(originals(options.source), options.n, options.seed)
    write(copies, options.out, options.seed)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    pdfs = sum(copy.original.is_pdf for copy in copies)
    packs = sum(copy.original.main.kind == "pack" for copy in copies)
    print(f"{options.n} reports ({pdfs} PDFs) and {packs} packs, {size / 1e6:,.0f} MB, in {options.out}")


def originals(folder: Path) -> list[Original]:
    """The sources of a folder whose copies can be told apart, as the converter understands them."""
    return [made for path in find_sources(folder) if (made := original(path)) and made.usable]


def original(path: Path) -> Original | None:
    try:
        return Original(path, understood(path))
    except ReportError:
        return None


# ---------------------------------------------------------------- which copies


def planned(found: Sequence[Original], count: int, seed: int) -> list[Copy]:
    """`count` reports of which no two have one address, and the packs that come with them."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    taken: set[str] = set()
    return [placed(one, taken, chance) for one in chosen(found, count)]


def chosen(found: Sequence[Original], count: int) -> Iterator[Original]:
    """The originals to copy, each as often as the next of its kind: texts, PDFs, packs."""
    packs = [one for one in found if one.main.kind == "pack"]
    texts = [one for one in found if one.main.kind != "pack" and not one.is_pdf]
    pdfs = [one for one in found if one.main.kind != "pack" and one.is_pdf]
    if not texts and not pdfs:
        sys.exit("bench.corpus: no reports with a place and a day below --from")
    wanted = (round(count * TEXTS) if pdfs else count) if texts else 0
    yield from islice(cycle(texts), wanted)
    yield from islice(cycle(pdfs), count - wanted)
    yield from islice(cycle(packs), -(-count // REPORTS_A_PACK))


def placed(one: Original, taken: set[str], chance: random.Random) -> Copy:
    """The next copy of an original: first itself, then for places and days by chance until its addresses are free."""
    copy = Copy(one, own_place(one.main))
    while copy.ids & taken:
        weeks = 0 if one.main.kind == "pack" else chance.choice(weeks_of(one.main))
        copy = Copy(one, chance.choice(open_on(copy.moved(one.main.end))), weeks)
    taken |= copy.ids
    return copy


def own_place(report: Report) -> Entry:
    """The entry of a report's own authority, which may be fictional."""
    name = report.authority.name if report.authority else ""
    slug = report.authority.slug if report.authority else ""
    return directory().get(slug) or Entry(slug, name, (), "", "", "", "", "", (), "", ())


def open_on(day: date | None) -> list[Entry]:
    """The authorities that were not abolished by then."""
    return [entry for entry in directory().values() if not entry.until or entry.until >= str(day)]


def weeks_of(report: Report) -> range:
    """By how many weeks a report may move and be judged as it was: within the years of what its framework judges."""
    end = report.end or FIRST
    first, last = SPANS.get(report.framework, (end - timedelta(days=365), end + timedelta(days=365)))
    edges = [
        date.fromisoformat(day)
        for row in profile_named(report.framework).judged
        for day in (row.since, row.until)
        if day
    ]
    length = end - (report.start or end)
    first = max([first, *(edge for edge in edges if edge <= end - length)])
    last = min([last, *(edge - timedelta(days=1) for edge in edges if edge > end - length)])
    return range(-max((end - length - first).days // 7, 0), max((last - end).days // 7, 0) + 1)


# ---------------------------------------------------------------- what is written


def write(copies: Iterable[Copy], out: Path, seed: int) -> None:
    """Every copy with its sidecar."""
    out.mkdir(parents=True, exist_ok=True)
    for copy in copies:
        path = out / copy.name
        path.write_bytes(content(copy, random.Random(f"{seed} {copy.name}")))  # noqa: S311 (no secret)
        if copy.original.main.kind != "pack":
            path.with_suffix(".yml").write_text(sidecar(copy), encoding="utf-8")


def content(copy: Copy, chance: random.Random) -> bytes:
    """The bytes of a copy, which no other has."""
    before = copy.original.path.read_bytes()
    if copy.original.is_pdf:
        return before + f"\n% {copy.name}\n".encode()
    return varied(before.decode("utf-8"), copy, chance).encode()


def varied(text: str, copy: Copy, chance: random.Random) -> str:
    """The text of a report with another name and other years, and some words of its long lines changed."""
    words = sorted({word for word in WORD.findall(text) if word not in KEPT})
    lines = (changed(line, words, chance) if len(line) > LINE else line for line in text.split("\n"))
    named = "\n".join(lines).replace(own_place(copy.original.main).name, copy.place.name)
    return YEAR.sub(lambda year: str(int(year[0]) + copy.years), named)


def changed(line: str, words: Sequence[str], chance: random.Random) -> str:
    def other(word: re.Match[str]) -> str:
        return chance.choice(words) if word[0] not in KEPT and chance.random() < VARIED else word[0]

    return WORD.sub(other, line)


def sidecar(copy: Copy) -> str:
    """What tells a copy from its original; a day that the original does not print is not given either."""
    report = copy.original.main
    days = {"start": report.start, "end": report.end, "published": report.published}
    lines = [f"{key}: {copy.moved(day)}" for key, day in days.items() if day]
    return "\n".join([f"authority: {json.dumps(copy.place.name)}", *lines]) + "\n"


if __name__ == "__main__":
    main()
