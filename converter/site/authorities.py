"""The pages of authorities: all of them, and each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from converter.directory import Entry, directory, neighbours, predecessors
from converter.site.authority_index import authorities_page
from converter.site.changing import movement_since, over_all, step_lines, steps
from converter.site.corpus import Json, by_authority, newest_first, report_file
from converter.site.judgements import Line, register
from converter.site.listing import printed_month, report_row, table_head
from converter.site.markup import count_of, front, up
from converter.site.missing import Gaps, Missing, Referring
from converter.site.missing_lines import missing_lines
from converter.site.recommendations import asked_over_time
from converter.site.standing import (
    Frameworks,
    Row,
    Standing,
    finer,
    frameworks_of,
    names_of,
    other_names,
    standing,
)
from converter.site.timeline import cell_html, link, picture, table
from converter.verdict import Blank, lower
from converter.write.escape import html_text, inline_text
from converter.write.places import day

ROOT = "../../"
NOTHING = Standing((), ())
DASH = "A dash: no report held here judges this area, because it is not part of the inspections that they are of."
AS_TABLE = "The same as a table, with a link to each judgement"


def authority_pages(corpus: Json, gaps: Gaps) -> Iterator[tuple[str, str]]:
    """The list of authorities and the page of each, with their files below docs/."""
    held = by_authority(corpus)
    frameworks = frameworks_of(corpus)
    themes = {theme["slug"]: theme["name"] for theme in corpus["themes"]}
    standings = {slug: standing(documents, frameworks) for slug, documents in held.items()}
    yield "authorities/index.md", authorities_page(corpus, frameworks)
    for slug in held:
        lack = list(not_held(slug, gaps.gone.get(slug, ()), gaps.unsure.get(slug, ())))
        yield f"authorities/{slug}.md", authority_page(slug, held, standings, frameworks, themes, lack)


# ---------------------------------------------------------------- one authority


def authority_page(
    slug: str,
    held: Mapping[str, Sequence[Json]],
    standings: Mapping[str, Standing],
    frameworks: Frameworks,
    themes: Mapping[str, str],
    lack: Sequence[str],
) -> str:
    """How an authority was judged over time, what is held about it, and how those most like it were judged."""
    documents = held[slug]
    name = str(documents[0]["authority"]["name"])
    found = standings[slug]
    lines = [front(name, f"Inspection reports on {name}.", "authority"), f"# {inline_text(name)}", ""]
    lines += [*head(slug, found, held)]
    if found.reports:
        lines += timelines(name, found, finer(documents, frameworks), frameworks)
    if changes := steps(found):
        lines += ["## What changed { #changes }", ""]
        lines += [f"{inline_text(over_all(found))}\n"] if over_all(found) else []
        lines += [line for step in changes for line in step_lines(step)]
    lines += [asked_over_time(documents)]
    lines += reports_held(slug, documents)
    lines += lack
    lines += neighbour_lines(slug, standings, frameworks)
    lines += theme_lines(slug, documents, themes)
    return "\n".join(lines) + "\n"


def head(slug: str, found: Standing, held: Mapping[str, Sequence[Json]]) -> Iterator[str]:
    """The latest judgements, and what the directory knows of the place."""
    parts = []
    if found.reports:
        last = found.reports[-1]
        moved = html_text(movement_since(found))
        parts.append(f'<p>Judged last in <a href="{link(ROOT, last)}">{printed_month(last)}</a>. {moved}</p>')
        listed = "".join(fact(row.name, latest_html(row)) for row in found.rows if is_latest(row))
        parts.append(f'<dl class="facts latest">{listed}</dl>')
    entry = directory().get(slug)
    if entry:
        parts.append(f'<dl class="facts">{"".join(fact(*row) for row in place_facts(entry, held))}</dl>')
    if parts:
        yield "\n".join(['<div class="card">', *parts, "</div>", ""])


def fact(term: str, value: str) -> str:
    """A term and its value, which is HTML."""
    return f"<div><dt>{html_text(term)}</dt><dd>{value}</dd></div>"


def is_latest(row: Row) -> bool:
    """Whether a row belongs to the latest judgements: the newest report judges its area, or gave up to judge all."""
    return row.cells[-1].blank is not Blank.NOT_PART or row.area == "overall"


def latest_html(row: Row) -> str:
    """What the newest report says of an area, and where it says nothing, the last report that gave a grade."""
    cell = row.cells[-1]
    said = html_text(cell.words) if cell.blank is Blank.NOT_PART else cell_html(cell, ROOT)
    before = next((earlier for earlier in reversed(row.cells) if earlier.rank), None)
    if cell.rank or not before:
        return said
    return f"{said}; in {printed_month(before.report)} {cell_html(before, ROOT)}"


def place_facts(entry: Entry, held: Mapping[str, Sequence[Json]]) -> Iterator[tuple[str, str]]:
    yield "Region", html_text(entry.region)
    yield "Type", html_text(entry.type)
    if entry.until:
        yield "Until", day(date.fromisoformat(entry.until))
        after = [directory()[slug] for slug in entry.successors]
        yield "Now", " and ".join(place_link(found, held) for found in after)
    if before := predecessors(entry.slug):
        yield "Before", " and ".join(place_link(found, held) for found in before)
    yield "Codes", f"{html_text(entry.la_code)} (local authority), {html_text(entry.gss_code)} (GSS)"


def place_link(entry: Entry, held: Mapping[str, Sequence[Json]]) -> str:
    """An authority's name, a link where something about it is held."""
    name = html_text(entry.name)
    return f'<a href="{ROOT}authorities/{entry.slug}/">{name}</a>' if entry.slug in held else name


def timelines(name: str, found: Standing, more: Standing, frameworks: Frameworks) -> Iterator[str]:
    """The judgements drawn and as a table; the finer ones of 2009-12 folded away."""
    caption = f"Judgements of {name} by inspection"
    yield f"## Judgements{' over time' if len(found.reports) > 1 else ''} {{ #judgements }}\n"
    yield f"{drawn_and_told(found, caption)}\n"
    if names := [renamed(*one) for one in other_names(found, frameworks)]:
        yield f"{' '.join(names)}\n{{ .quiet }}\n"
    if more.rows:
        caption = f"Finer judgements of {name}"
        shown = ", ".join(printed_month(report) for report in more.reports)
        yield f'<details class="finer">\n<summary>{len(more.rows)} finer judgements of {shown}</summary>'
        yield f"{picture(more, caption)}\n{table(more, caption, ROOT)}\n</details>\n"


def drawn_and_told(found: Standing, caption: str) -> str:
    """The judgements as a picture with its table folded away, or where there is no picture as the table alone."""
    drawn, told = picture(found, caption), table(found, caption, ROOT)
    if not drawn:
        return told
    return f'{drawn}\n<details class="same">\n<summary>{AS_TABLE}</summary>\n{told}\n</details>'


def renamed(report: Json, names: Mapping[str, str]) -> str:
    """What a report calls the areas that later ones call otherwise."""
    said = "; ".join(f"{inline_text(lower(now))} as “{inline_text(then)}”" for now, then in names.items())
    return f"The report of {printed_month(report)} has {said}."


def reports_held(slug: str, documents: Sequence[Json]) -> Iterator[str]:
    page = f"authorities/{slug}.md"
    reports = [report for report in documents if report["kind"] == "report"]
    if reports:
        yield "\n".join(
            ["## Reports held { #reports }", "", table_head(), *(report_row(page, report) for report in reports), ""]
        )
    packs = [report for report in documents if report["kind"] == "pack"]
    if packs:
        yield "## Committee papers { #packs }\n"
        yield from (f"- [{inline_text(pack['title'])}]({up(page, report_file(pack))})" for pack in packs)
        yield ""


def not_held(slug: str, gone: Sequence[Missing], unsure: Sequence[Referring]) -> Iterator[str]:
    """What the reports refer to that is not here, with the places where they do."""
    if gone or unsure:
        yield "## Referred to and not held { #not-held }\n"
        yield "Inspections that reports refer to and that are not here."
        yield "[The same for every authority](../coverage/index.md#missing)\n"
        yield from missing_lines(f"authorities/{slug}.md", gone, unsure)


def neighbour_lines(slug: str, standings: Mapping[str, Standing], frameworks: Frameworks) -> Iterator[str]:
    """How the authorities most like this one were judged last, and which of them are not held."""
    near = neighbours(slug)
    if not near:
        return
    lines = [Line(entry.slug, entry.name, standings.get(entry.slug, NOTHING)) for entry in near]
    shown = [line for line in lines if line.found.reports]
    yield "## Statistical neighbours { #neighbours }\n"
    yield f"The {len(near)} authorities whose circumstances are listed as most like those of {directory()[slug].name}."
    if missing := [inline_text(line.name) for line in lines if not line.found.reports]:
        yield f"No report with grades is held here on {', '.join(missing)}."
    if shown:
        own = Line(slug, directory()[slug].name, standings[slug])
        listed = [own] if own.found.reports else []
        newest = newest_first([line.found.reports[-1] for line in listed or shown])[:1]
        areas = names_of(newest, frameworks)
        yield "\n" + register([*listed, *shown], areas, ROOT, "neighbours-judged", slug)
        yield f"\n{DASH}\n{{ .quiet }}"
    yield ""


def theme_lines(slug: str, documents: Sequence[Json], themes: Mapping[str, str]) -> Iterator[str]:
    reports = [report for report in documents if report["kind"] == "report"]
    counts = Counter(theme for report in reports for row in report["paragraphs"] for theme in row["themes"])
    if counts:
        yield "## What inspectors wrote about { #themes }\n"
        for theme, count in counts.most_common():
            yield f"- [{inline_text(themes[theme])}](../themes/{theme}/{slug}.md) {count_of(count, 'paragraph')}"
