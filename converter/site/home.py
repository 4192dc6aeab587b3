"""The home page: what is held in figures, the newest reports, the authorities, the themes, and the ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.site.corpus import Json, blocks, inspections, newest_first, numbered, report_file
from converter.site.examples import examples_html
from converter.site.grid import grid
from converter.site.reports import report_list
from converter.site.standing import frameworks_of
from converter.site.tiles import tiles, when
from converter.write.escape import inline_text
from converter.write.wording import plural

LATEST = 6
PACKS = 3
NOTE = "The overall grade of the newest report held on each, and its year. [As a list](authorities/index.md)"
THEMES = "How many paragraphs are about each. [All themes by year and framework](themes/index.md)"


def home_summary(corpus: Json) -> str:
    """All that the home page says below the search field."""
    reports = inspections(corpus)
    if not reports:
        return "No report has been published here yet."
    parts = [examples_html(corpus, ""), figures(corpus, reports), *latest(reports), *places(corpus, reports)]
    return "\n\n".join(filter(None, [*parts, *themes(corpus), *ways_in(corpus)]))


def figures(corpus: Json, reports: Sequence[Json]) -> str:
    """How much is held, in one line."""
    slugs = {report["authority"]["slug"] for report in reports if report["authority"]}
    about = [report for report in reports if report["authority"]]
    others = len(reports) - len(about)
    items = [
        plural(len(about), "inspection report") if about else "",
        f"{plural(others, 'report')} of [other publishers](authorities/index.md#publishers)" if others else "",
        plural(sum(map(numbered, corpus["reports"])), "numbered paragraph"),
        plural(len(slugs), "authority", "authorities") if slugs else "",
        when(reports),
    ]
    return f"{' · '.join(filter(None, items))}\n{{ .figures }}"


def latest(reports: Sequence[Json]) -> Iterator[str]:
    """The newest reports, and the way to all."""
    yield "## Latest reports { #latest }"
    yield report_list(reports[:LATEST], "")
    if len(reports) > LATEST:
        yield f"[All {len(reports):,} reports](reports/index.md)\n{{ .onward }}"


def places(corpus: Json, reports: Sequence[Json]) -> Iterator[str]:
    """The authorities as a map of tiles."""
    found = tiles(corpus, frameworks_of(corpus))
    others = [report for report in reports if not report["authority"]]
    if found:
        yield "## Authorities { #authorities }"
        yield f"{NOTE}\n{{ .quiet }}"
        yield grid(found, others)


def themes(corpus: Json) -> Iterator[str]:
    """The themes with how many paragraphs are about each."""
    counts = Counter(theme for block in blocks(corpus) for theme in block.row["themes"])
    if corpus["themes"]:
        yield "## Themes { #themes }"
        yield f"{THEMES}\n{{ .quiet }}"
        yield "\n".join(
            f"- [{inline_text(theme['name'])}](themes/{theme['slug']}/index.md) "
            f'<span class="count">{counts[theme["slug"]]:,}<span class="pp-hidden"> paragraphs</span></span>'
            for theme in corpus["themes"]
        )


# ---------------------------------------------------------------- ways in


def ways_in(corpus: Json) -> Iterator[str]:
    """The registers and committees' papers, for those who come for these."""
    yield "## Registers { #registers }"
    yield "\n".join(
        f"- [{name}]({page})<br>\n  {said}" for name, page, said in [*inspection_ways(corpus), *committee_ways(corpus)]
    )


def inspection_ways(corpus: Json) -> Iterator[tuple[str, str, str]]:
    asked = sum(len(report["recommendations"]) for report in inspections(corpus))
    yield "Judgements", "judgements/index.md", "How each authority was judged last, area by area."
    if asked:
        said = f"{plural(asked, 'point')} that inspectors ask for, with deadlines and whom they ask."
        yield "Recommendations", "recommendations/index.md", said
    yield "Glossary", "glossary/index.md", "What abbreviations mean, by the documents that print them."
    yield "Coverage", "coverage/index.md", "What is held, how well it could be read, and what is missing."


def committee_ways(corpus: Json) -> Iterator[tuple[str, str, str]]:
    packs = newest_first([report for report in corpus["reports"] if report["kind"] == "pack"])
    if packs:
        yield "Decisions", "decisions/index.md", "What committees resolved, recommended and noted."
        yield "Trackers", "trackers/index.md", "What committees follow up, and what became of it."
    for pack in packs[:PACKS]:
        yield inline_text(pack["title"]), report_file(pack), "A committee's agenda, papers and minutes."
