"""The list of authorities: when each was judged last, and how; and the reports that are about no authority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from converter.site.corpus import Json, dated, inspections, numbered, report_file
from converter.site.grid import also, finder
from converter.site.listing import printed_day
from converter.site.markup import front, up
from converter.site.standing import Frameworks
from converter.site.tiles import Tile, tiles
from converter.verdict import RANKS
from converter.write.badges import badge_html
from converter.write.escape import html_text, inline_text
from converter.write.places import month
from converter.write.wording import plural

PAGE = "authorities/index.md"
HEADS = (
    '<th scope="col" data-sort="text">Authority</th><th scope="col" data-sort="text">Region</th>'
    '<th scope="col" data-sort="text" data-name="date">Judged last</th>'
    '<th scope="col" data-sort="grade">Overall</th><th scope="col" data-sort="number">Reports</th>'
)


def authorities_page(corpus: Json, frameworks: Frameworks) -> str:
    """Every authority of which anything is held, by name, and then the reports of other publishers."""
    about = "Every authority with a report on this site, and how it was judged last."
    head = front("Authorities", about, "places", wide=True)
    found = tiles(corpus, frameworks)
    parts = [f"{head}\n# Authorities", lede(found), finder(len(found), "Find by name, region or grade"), table(found)]
    others = [report for report in inspections(corpus) if not report["authority"]]
    return "\n\n".join(filter(None, [*parts, *publisher_part(others)])) + "\n"


def lede(found: Sequence[Tile]) -> str:
    if not found:
        return "No report on an authority is held yet."
    said = f"{plural(len(found), 'authority', 'authorities')}, with the overall grade of the newest report held on each"
    return f"{said}. [Every area of judgement](../judgements/index.md)\n{{ .lede }}"


def table(found: Sequence[Tile]) -> str:
    if not found:
        return ""
    rows = "\n".join(map(row, found))
    return (
        '<table class="register counts places-table" id="places">\n'
        '<caption class="pp-hidden">Authorities and their latest overall grades</caption>\n'
        f"<thead><tr>{HEADS}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def row(tile: Tile) -> str:
    link = f'<a href="{escape(tile.slug)}/">{html_text(tile.name)}</a>'
    rank = f' data-value="{RANKS[tile.grade]}"' if tile.grade else ""
    return (
        f'<tr{also(tile.slug)}><th scope="row">{link}</th><td>{html_text(tile.region)}</td>'
        f'<td data-value="{tile.dated}">{month(tile.dated[:7]) or "–"}</td>'
        f'<td{rank}>{judged(tile)}</td><td data-value="{tile.reports}">{plural(tile.reports, "report")}</td></tr>'
    )


def judged(tile: Tile) -> str:
    """The overall grade, else why there is none and what two areas were given."""
    if tile.grade:
        return badge_html(tile.grade)
    areas = "".join(f"<small>{html_text(name)} {badge_html(grade)}</small>" for name, grade in tile.areas)
    return f"<span>{tile.words}</span>{areas}"


# ---------------------------------------------------------------- other publishers


def publisher_part(others: Sequence[Json]) -> Iterator[str]:
    """The reports about no authority, under their publishers' names."""
    if others:
        yield "## Reports of other publishers { #publishers }"
        head = "| Publisher | Report | Published | Numbered paragraphs |\n| --- | --- | --- | --- |"
        yield "\n".join([head, *(publisher_row(PAGE, report) for report in others)])


def publisher_row(page: str, report: Json) -> str:
    """A report about no authority, under its publisher's name."""
    publisher = str(report["publisher"] or "")
    title = str(report["title"]).removeprefix(f"{publisher}: ")
    linked = f"[{inline_text(title)}]({up(page, report_file(report))})"
    return f"| {inline_text(publisher) or '–'} | {linked} | {printed_day(dated(report))} | {numbered(report)} |"
