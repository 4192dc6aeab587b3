"""Judgements over time: as a picture, and as the table that says the same.

Across the picture run the inspections, apart by their dates as far as there is room for their words; down it the areas.
A mark has the grade's colour and its word, on a narrow page its letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise
from urllib.parse import quote

from converter.site.corpus import Json, dated
from converter.site.listing import printed_month
from converter.site.standing import Row, Said, Standing, in_time
from converter.verdict import Blank
from converter.write.badges import WORDS, badge_html
from converter.write.escape import html_text

EDGE = 8.5  # of the width in per cent, left free at either side
DRAWN = 16  # inspections that the picture has room for, the newest
ROOMY = 6  # as many marks have room for their words beside each other
LETTERS = {"outstanding": "O", "good": "G", "requires-improvement": "RI", "adequate": "A", "inadequate": "I"}
SIGNS = {
    Blank.NOT_JUDGED: "nj",
    Blank.TOGETHER: "with",
    Blank.IN_HALVES: "½",
    Blank.NOT_PART: "–",
    Blank.NOT_FOUND: "?",
}
LINES = {
    "requires-improvement": ("Requires", "improvement"),
    Blank.NOT_JUDGED: ("not judged",),
    Blank.IN_HALVES: ("judged in", "each half"),
    Blank.NOT_FOUND: ("not found",),
    Blank.NOT_PART: ("–",),
}


def picture(found: Standing, name: str) -> str:
    """The judgements drawn, as HTML; its table says the same, so it is one image to a screen reader.

    What has no date stands in the table alone, and a single inspection too: the table is as short.
    """
    found = in_time(found)
    if len(found.reports) < 2:
        return ""
    every = len(found.reports)
    found = newest(found, DRAWN)
    places = positions(found.reports)
    kind = " timeline--dense" if len(found.reports) > ROOMY else ""
    label = f"{name}, drawn from {printed_month(found.reports[0])} to {printed_month(found.reports[-1])}"
    parts = [f'<div class="timeline{kind}" role="img" aria-label="{html_text(label)}. The table says the same.">']
    for half, rows in groupby(found.rows, key=lambda row: row.half):
        parts += [drawn("timeline__axis", half, axis(found.reports, places))]
        parts += [drawn("timeline__row", row.name, line(row, places)) for row in rows]
    return "\n".join([*parts, "</div>", *left_out(every), legend(found)])


def newest(found: Standing, most: int) -> Standing:
    """The same of the newest inspections alone."""
    return Standing(found.reports[-most:], tuple(replace(row, cells=row.cells[-most:]) for row in found.rows))


def left_out(every: int) -> Iterator[str]:
    if every > DRAWN:
        yield f'<p class="quiet">Drawn are the newest {DRAWN} of {every} inspections; the table has them all.</p>'


def drawn(kind: str, name: str, content: str) -> str:
    return f'<div class="{kind}"><span>{html_text(name)}</span><svg width="100%" height="34">{content}</svg></div>'


def positions(reports: Sequence[Json]) -> list[float]:
    """Where each inspection stands across the picture, in per cent: the more there are, the more evenly."""
    gaps = [days(after) - days(before) for before, after in pairwise(reports)]
    even = min(1.0, len(gaps) / ROOMY)
    total = sum(gaps)
    shares = [even / len(gaps) + (1 - even) * (gap / total if total else 1 / len(gaps)) for gap in gaps]
    found = [0.0]
    for share in shares:
        found.append(found[-1] + share)
    return [round(EDGE + at * (100 - 2 * EDGE), 1) for at in found]


def days(report: Json) -> int:
    """The day of an inspection as a number."""
    return date.fromisoformat(dated(report)).toordinal()


def axis(reports: Sequence[Json], places: Sequence[float]) -> str:
    """The month and year of each inspection."""
    marks = []
    for report, at in zip(reports, places, strict=True):
        month, _, year = printed_month(report).rpartition(" ")
        marks.append(f'<svg x="{at}%" y="20" overflow="visible">{text("axis", (month[:3], year))}</svg>')
    return "".join(marks)


def line(row: Row, places: Sequence[float]) -> str:
    """One area: its line, what moved between two grades, and a mark for each inspection."""
    parts = ['<line class="track" x1="0" x2="100%" y1="17" y2="17"/>']
    cells = list(zip(row.cells, places, strict=True))
    for (was, start), (now, end) in pairwise(cells):
        if was.rank and now.rank:
            parts.append(f'<line class="step" x1="{start}%" x2="{end}%" y1="17" y2="17"/>')
            parts.append(arrow(now.rank - was.rank, (start + end) / 2))
    return "".join([*parts, *(mark(row, cell, at) for cell, at in cells)])


def arrow(change: int, at: float) -> str:
    """A triangle that points the way of a change, nothing where there is none."""
    if not change:
        return ""
    way, shape = ("up", "M-5 4L0-5L5 4z") if change > 0 else ("down", "M-5-4L0 5L5-4z")
    return f'<svg class="{way}" x="{at:.1f}%" y="17" overflow="visible"><path d="{shape}"/></svg>'


def mark(row: Row, cell: Said, at: float) -> str:
    """What one inspection said of an area: a pill with the grade, or plain words why there is none."""
    key = cell.blank or cell.grade
    said = WORDS.get(cell.grade) or cell.words
    title = html_text(f"{row.name}, {printed_month(cell.report)}: {said}")
    words = ("judged with", cell.verdict.within) if cell.blank is Blank.TOGETHER else LINES.get(key, (said,))
    letters = SIGNS[cell.blank] if cell.blank else LETTERS[cell.grade]
    pills = "" if cell.blank else pill("word", 88, 28) + pill("letter", 30, 24)
    return (
        f'<svg class="mark {cell.grade or "blank"}" x="{at}%" y="17" overflow="visible"><title>{title}</title>'
        f"{pills}{text('word', words)}{text('letter', (letters,))}</svg>"
    )


def pill(kind: str, width: int, height: int) -> str:
    return f'<rect class="{kind}" x="{-width // 2}" y="{-height // 2}" width="{width}" height="{height}" rx="5"/>'


def text(kind: str, lines: Sequence[str]) -> str:
    """Words in the middle of a mark, one or two lines."""
    if len(lines) == 1:
        return f'<text class="{kind}" y="4">{html_text(lines[0])}</text>'
    first, second = map(html_text, lines)
    return f'<text class="{kind} two" y="-2">{first}</text><text class="{kind} two" y="9.5">{second}</text>'


def legend(found: Standing) -> str:
    """What the letters and signs of the picture mean, those that stand in it."""
    cells = [cell for row in found.rows for cell in row.cells]
    grades = [grade for grade in LETTERS if any(cell.grade == grade for cell in cells)]
    blanks = [blank for blank in Blank if any(cell.blank is blank for cell in cells)]
    names = [(sign, said, "sign") for sign, said in (("▲", "improved"), ("▼", "fell")) if moves(found, sign == "▲")]
    names += [(LETTERS[grade], WORDS[grade], "letter") for grade in grades]
    names += [(SIGNS[blank], meaning(blank), "sign" if blank is Blank.NOT_PART else "letter") for blank in blanks]
    items = "".join(f'<li class="{kind}"><b>{sign}</b> {said}</li>' for sign, said, kind in names)
    return f'<ul class="timeline__legend" aria-hidden="true">{items}</ul>'


def moves(found: Standing, improved: bool) -> bool:
    """Whether any area improved, or else fell, from one inspection to the next."""
    both = [pair for row in found.rows for pair in pairwise(row.cells) if pair[0].rank and pair[1].rank]
    return any((now.rank > was.rank) if improved else (now.rank < was.rank) for was, now in both)


def meaning(blank: Blank) -> str:
    return "judged with another area" if blank is Blank.TOGETHER else str(blank)


# ---------------------------------------------------------------- the table


def table(found: Standing, caption: str, root: str) -> str:
    """The judgements as an HTML table with a link to each; `root` leads from the page to the site's root."""
    heads = "".join(
        f'<th scope="col"><a href="{link(root, report)}">{printed_month(report)}</a></th>' for report in found.reports
    )
    parts = [
        f'<div class="table"><table class="pp-table standing">\n<caption>{html_text(caption)}</caption>',
        f'<thead><tr><th scope="col">Area</th>{heads}</tr></thead>',
    ]
    for half, rows in groupby(found.rows, key=lambda row: row.half):
        parts += ["<tbody>", *group_head(half, len(found.reports) + 1)]
        parts += [table_row(row, root) for row in rows]
        parts += ["</tbody>"]
    return "\n".join([*parts, "</table></div>"])


def group_head(half: str, width: int) -> Iterator[str]:
    if half:
        yield f'<tr><th scope="rowgroup" colspan="{width}" class="half">{html_text(half)}</th></tr>'


def table_row(row: Row, root: str) -> str:
    cells = "".join(f'<td data-label="{printed_month(cell.report)}">{cell_html(cell, root)}</td>' for cell in row.cells)
    return f'<tr><th scope="row">{html_text(row.name)}</th>{cells}</tr>'


def cell_html(cell: Said, root: str) -> str:
    """What stands in a cell: the grade, which links to the judgement, or why there is none."""
    words = badge_html(cell.grade) or html_text(cell.words)
    if cell.blank is Blank.NOT_PART:
        return f'<span aria-hidden="true">–</span><span class="pp-hidden">{words}</span>'
    if not cell.anchor:
        return f'<span class="blank">{words}</span>'
    return f'<a href="{link(root, cell.report, cell.anchor)}">{badge_html(cell.grade or "not-judged")}</a>'


def link(root: str, report: Json, anchor: str = "") -> str:
    """The address of a report, or of a place in it."""
    return root + quote(report["url"].lstrip("/")) + (f"#{quote(anchor)}" if anchor else "")
