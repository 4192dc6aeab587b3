"""Index pages as Markdown: all of them, and what the home page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from converter.site.authorities import authority_pages, place_names
from converter.site.corpus import Json, blocks, inspections, newest_first, numbered, report_file, year
from converter.site.coverage import coverage_page
from converter.site.glossary import glossary_pages
from converter.site.judgements import judgements_page
from converter.site.listing import report_row, table_head
from converter.site.markup import count_of, plural, up
from converter.site.meetings import decision_pages
from converter.site.recommendations import recommendation_pages
from converter.site.themes import theme_pages
from converter.site.trackers import trackers_page
from converter.write.escape import inline_text


def index_pages(corpus: Json) -> Mapping[str, str]:
    """Every index page by its file below docs/."""
    return {
        **authority_pages(corpus),
        "judgements/index.md": judgements_page(corpus),
        **recommendation_pages(corpus),
        **theme_pages(corpus),
        **glossary_pages(corpus),
        **decision_pages(corpus),
        "trackers/index.md": trackers_page(corpus),
        "coverage/index.md": coverage_page(corpus),
    }


# ---------------------------------------------------------------- home


def home_summary(corpus: Json) -> str:
    """What the site holds, for the home page: counts, the newest reports, authorities and themes."""
    reports = inspections(corpus)
    if not reports:
        return "No report has been published here yet."
    numbers = sum(map(numbered, corpus["reports"]))
    first, last = year(reports[-1]), year(reports[0])
    span = f"of {first}" if first == last else f"of {first} to {last}"
    counts = f"{held_reports(reports, span)}, with **{numbers:,} numbered paragraphs** that can each be linked to."
    latest = "\n".join(report_row("index.md", report) for report in reports[:12])
    names = " ".join(f"[{inline_text(name)}](authorities/{slug}.md)" for slug, name in place_names(corpus).items())
    themes = "\n".join(theme_links("index.md", corpus))
    packs = newest_first([report for report in corpus["reports"] if report["kind"] == "pack"])
    agendas = "\n".join(f"- [{inline_text(pack['title'])}]({report_file(pack)})" for pack in packs[:6])
    parts = [
        counts,
        f"## Latest reports {{ #latest }}\n\n{table_head()}\n{latest}",
        f"## Authorities {{ #authorities }}\n\n{names}\n{{ .places }}",
        f"## Themes {{ #themes }}\n\n{themes}\n\n[All themes by year and framework](themes/index.md)",
    ]
    if agendas:
        registers = "[Decisions](decisions/index.md) · [Trackers](trackers/index.md)"
        parts.append(f"## Committee papers {{ #packs }}\n\n{agendas}\n\n{registers}")
    return "\n\n".join(parts)


def held_reports(reports: Sequence[Json], span: str) -> str:
    """How many reports are held, those about authorities apart from those of other publishers."""
    slugs = [report["authority"]["slug"] for report in reports if report["authority"]]
    others = len(reports) - len(slugs)
    parts = []
    if slugs or not others:
        places = plural(len(set(slugs)), "authority", "authorities")
        parts.append(f"**{plural(len(slugs), 'inspection report')}** {span} on {places}")
    if others:
        parts.append(f"**{plural(others, 'report')}** of [other publishers](authorities/index.md#publishers)")
    return " and ".join(parts)


# ---------------------------------------------------------------- themes


def theme_links(page: str, corpus: Json) -> Iterator[str]:
    counts = Counter(theme for block in blocks(corpus) for theme in block.row["themes"])
    for theme in corpus["themes"]:
        link = up(page, f"themes/{theme['slug']}/index.md")
        yield f"- [{inline_text(theme['name'])}]({link}) {count_of(counts[theme['slug']], 'paragraph')}"
