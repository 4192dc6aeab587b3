"""The figures of `bench/site.py` as tables in Markdown: ratios beside their bars first, then what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
MISSING = "–"
COMPARED = 431  # the cost per report of a larger site is compared with that of one of so many
COST = ("wall", "cpu")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the first table: what it says, its bar, and how it follows from a run and all runs."""

    name: str
    bar: str
    value: Callable[[Json, Sequence[Json]], str]


def section(found: Json) -> str:
    """One heading with when, what and on what, then the tables."""
    runs = found["runs"]
    machine = f"{found['cores']} cores, {found['memory'] / 2**30:.0f} GB of memory, load before {found['load']:.1f}"
    head = [f"## {found['date']}, {found['commit']}", "", f"`{found['command']}`, on {machine}.", ""]
    parts = (table(runs), stage_table(runs, "cold", "Cold build"), stage_table(runs, "added", "One report added"))
    return "\n".join([*head, *("\n".join([*part, ""]) for part in (*parts, kind_table(runs)) if part)])


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> list[str]:
    """A table in Markdown, of which the first `words` columns are words and the others numbers."""
    marks = ["---"] * words + ["---:"] * (len(head) - words)
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]


def table(runs: Sequence[Json]) -> list[str]:
    """A column for each number of reports."""
    rows = [(line.name, line.bar, *(line.value(run, runs) for run in runs)) for line in LINES]
    known = [row for row in rows if any(cell != MISSING for cell in row[2:])]
    return grid(["", "bar", *(f"{run['n']:,} reports" for run in runs)], known, 2)


# ---------------------------------------------------------------- cells


def at(found: Any, path: str) -> Any:
    """What stands at a path such as `cold/wall`, None where nothing does."""
    for name in path.split("/"):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def figure(path: str, unit: float = 1, form: str = ",.1f") -> Callable[[Json, Sequence[Json]], str]:
    """A single figure in a unit."""

    def cell(run: Json, _: Sequence[Json]) -> str:
        value = at(run, path)
        return MISSING if value is None else f"{value / unit:{form}}"

    return cell


def quotient(above: str, *below: str) -> Callable[[Json, Sequence[Json]], str]:
    """One figure over the sum of others."""

    def cell(run: Json, _: Sequence[Json]) -> str:
        values = [at(run, path) for path in (above, *below)]
        return MISSING if None in values else f"{values[0] / sum(values[1:]):.2f}"

    return cell


def per_report(kind: str) -> Callable[[Json, Sequence[Json]], str]:
    """The cost of a report over that on the site that others are compared with."""

    def cell(run: Json, runs: Sequence[Json]) -> str:
        other = next((one for one in runs if one["n"] == COMPARED), None)
        if other is None or run is other:
            return MISSING
        return f"{run['cold'][kind] / run['n'] / (other['cold'][kind] / other['n']):.2f}"

    return cell


def heavy(run: Json, _: Sequence[Json]) -> str:
    return f"{len(run['weights']['heavy'])}"


def seen(name: str) -> Callable[[Json, Sequence[Json]], str]:
    """After how long a change was seen."""

    def cell(run: Json, _: Sequence[Json]) -> str:
        if "serve" not in run or name not in run["serve"]:
            return MISSING
        return "never" if run["serve"][name] is None else f"{run['serve'][name]:.1f}"

    return cell


BASE = "baseline/pdftotext/{}", "baseline/Material/{}"
STRICT = BASE[0], "baseline/Material, reports not in its navigation/{}"
LINES = (
    *(
        Line(f"cold build / ({name}), {said}", bar, quotient(f"cold/{kind}", *(one.format(kind) for one in base)))
        for name, base, bars in (
            ("pdftotext + Material", BASE, ("1.50", "")),
            ("pdftotext + Material without a navigation", STRICT, ("", "")),
        )
        for kind, said, bar in zip(COST, ("seconds", "processor seconds"), bars, strict=True)
    ),
    Line(f"cost per report / that at {COMPARED}, seconds", "1.15", per_report("wall")),
    Line(f"cost per report / that at {COMPARED}, processor seconds", "", per_report("cpu")),
    Line("one report added / cold build, seconds", "0.35", quotient("added/wall", "cold/wall")),
    Line("one report added / cold build, processor seconds", "", quotient("added/cpu", "cold/cpu")),
    Line("most memory, all processes (PSS), GB", "4.00", figure("cold/pss", 1e9, ".2f")),
    Line("most memory, all processes (RSS, shared pages counted often), GB", "", figure("cold/rss", 1e9, ".2f")),
    Line("report page, HTML / text: median", "2.00", figure("weights/reports/ratio/median", form=".2f")),
    Line("report page, HTML / text: most", "2.00", figure("weights/reports/ratio/most", form=".2f")),
    Line("report pages with more than that", "0", figure("weights/reports/ratio/above 2", form=",.0f")),
    Line(
        "report page, HTML / text in its main part: median", "", figure("weights/reports/ratio_main/median", form=".2f")
    ),
    Line(
        "first visit to the median report, compressed, KB",
        "250",
        figure("weights/first_visit/median/bytes", 1e3, ",.0f"),
    ),
    Line(
        "first visit to the largest report, compressed, KB",
        "250",
        figure("weights/first_visit/largest/bytes", 1e3, ",.0f"),
    ),
    Line("pages above 400 KB of HTML", "0", heavy),
    Line("make serve: a text changed, seconds until seen", "8", seen("text")),
    Line("make serve: a sidecar changed, seconds until seen", "8", seen("sidecar")),
    Line("make serve: a template changed, seconds until seen", "", seen("template")),
    Line("make serve: seconds until the first answer, the site built before", "", seen("answers")),
    Line("cold build, seconds", "", figure("cold/wall")),
    Line("cold build, processor seconds", "", figure("cold/cpu")),
    Line("one report added, seconds", "", figure("added/wall")),
    Line("pdftotext -layout, one after the other, seconds", "", figure("baseline/pdftotext/wall")),
    Line("pdftotext -layout, two at once, seconds", "", figure("baseline/pdftotext, two at once/wall")),
    Line("Material with its search, seconds", "", figure("baseline/Material/wall")),
    Line("Material without a navigation, seconds", "", figure(STRICT[1].format("wall"))),
    Line("documents", "", figure("documents", form=",.0f")),
    Line("paragraphs", "", figure("paragraphs", form=",.0f")),
    Line("recommendations", "", figure("recommendations", form=",.0f")),
    Line("files of the site", "", figure("weights/files", form=",.0f")),
    Line("size of the site, MB", "", figure("weights/bytes", 1e6, ",.0f")),
)


# ---------------------------------------------------------------- stages, kinds of pages


def stage_table(runs: Sequence[Json], build: str, title: str) -> list[str]:
    """Processor seconds, seconds by the clock and most memory of each stage."""
    built = [run for run in runs if build in run]
    if not built:
        return []
    names = dict.fromkeys(stage["name"] for run in built for stage in run[build]["stages"])
    head = [title, *(f"{run['n']:,}: {what}" for run in built for what in ("processor s", "s", "GB"))]
    rows = [[name, *(cell for run in built for cell in stage_cells(name, run[build]))] for name in names]
    rest = ["the rest", *(cell for run in built for cell in rest_cells(run[build]))]
    return grid(head, [*rows, rest], 1)


def stage_cells(name: str, build: Json) -> Iterator[str]:
    stage = next((one for one in build["stages"] if one["name"] == name), None)
    yield f"{stage['cpu']:,.1f}" if stage else MISSING
    yield f"{stage['wall']:,.1f}" if stage else MISSING
    yield f"{stage['pss'] / 1e9:.2f}" if stage and stage["pss"] is not None else MISSING


def rest_cells(build: Json) -> Iterator[str]:
    """What no stage tells: programs that start, results handed over, what was kept."""
    yield f"{build['cpu'] - sum(one['cpu'] for one in build['stages']):,.1f}"
    yield MISSING
    yield MISSING


def kind_table(runs: Sequence[Json]) -> list[str]:
    """The page with the most HTML of each kind, and how many there are."""
    kinds = dict.fromkeys(kind for run in runs for kind in sorted(run["weights"]["kinds"]))
    head = ["Kind of page", *(f"{run['n']:,}: {what}" for run in runs for what in ("pages", "largest, KB"))]
    return grid(head, [[kind, *(cell for run in runs for cell in kind_cells(kind, run))] for kind in kinds], 1)


def kind_cells(kind: str, run: Json) -> Iterator[str]:
    found = run["weights"]["kinds"].get(kind)
    yield f"{found['count']:,}" if found else MISSING
    yield f"{found['bytes'] / 1e3:,.0f}" if found else MISSING
