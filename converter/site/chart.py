"""A chart that is a table: how many paragraphs of each year stand in sections of each grade."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from converter.site.corpus import Held, year
from converter.write.badges import WORDS

FAIR = "requires-improvement"
COLUMNS = {
    "outstanding": WORDS["outstanding"],
    "good": WORDS["good"],
    FAIR: "Requires improvement or adequate",
    "inadequate": WORDS["inadequate"],
    "none": "No grade",
}
RANKED = {"adequate": FAIR}  # the middle grades of 2009-12 and of 2013 on rank alike


def grades_by_year(held: Iterable[Held]) -> Mapping[str, Counter[str]]:
    """The paragraphs of each year, newest first, by the grade of the section that they stand in."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for block in held:
        if when := year(block.report):
            grade = RANKED.get(block.row["grade"], block.row["grade"])
            found[when][grade if grade in COLUMNS else "none"] += 1
    return dict(sorted(found.items(), reverse=True))


def chart(years: Mapping[str, Counter[str]], caption: str) -> str:
    """The table as HTML: a bar and the figures behind it in each row; nothing where there is nothing to show.

    The bar is a picture of the row's own figures, so a screen reader is spared it.
    """
    if not years:
        return ""
    most = max(sum(counts.values()) for counts in years.values())
    shown = [grade for grade in COLUMNS if any(counts[grade] for counts in years.values())]
    heads = "".join(
        f'<th scope="col"><i class="pp-dot {grade}"></i><span>{COLUMNS[grade]}</span></th>' for grade in shown
    )
    rows = "\n".join(row(when, counts, shown, most) for when, counts in years.items())
    legend = "".join(f'<li><i class="pp-dot {grade}"></i> {COLUMNS[grade]}</li>' for grade in shown)
    return (
        f'<div class="chart">\n<ul class="legend" aria-hidden="true">{legend}</ul>\n'
        f'<table class="pp-table">\n<caption>{caption}</caption>\n'
        f'<thead><tr><th scope="col">Year</th><td aria-hidden="true"></td>{heads}'
        f'<th scope="col">All</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def row(when: str, counts: Counter[str], shown: list[str], most: int) -> str:
    cells = "".join(f"<td>{counts[grade] or '–'}</td>" for grade in shown)
    return (
        f'<tr><th scope="row">{when}</th><td class="bar" aria-hidden="true">{bar(counts, shown, most)}</td>'
        f"{cells}<td>{sum(counts.values())}</td></tr>"
    )


def bar(counts: Counter[str], shown: list[str], most: int) -> str:
    """One year's paragraphs as one bar, from the best grade to the worst; the year that has `most` fills the width."""
    parts, start = [], 0.0
    for grade in shown:
        width = 100 * counts[grade] / most
        if width:
            parts.append(f'<rect class="{grade}" x="{start:.1f}%" width="{width:.1f}%" height="100%"/>')
        start += width
    return f'<svg width="100%" height="12">{"".join(parts)}</svg>'
