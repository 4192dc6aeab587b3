"""Index pages as Markdown: home, authorities, themes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from converter.site.corpus import (
    Json,
    blocks,
    dated,
    inspections,
    newest_first,
    numbered,
    report_file,
    year,
)
from converter.site.glossary import glossary_pages
from converter.site.markup import count_of, front, plural, up
from converter.site.meetings import meeting_pages
from converter.site.themes import theme_pages
from converter.write.badges import badge
from converter.write.escape import inline_text
from converter.write.places import day, month

MONTH_LENGTH = len("2024-07")


def index_pages(corpus: Json) -> Mapping[str, str]:
    """Every index page by its file below docs/."""
    pages = {"authorities/index.md": authorities_page(corpus)}
    names = {theme["slug"]: theme["name"] for theme in corpus["themes"]}
    for slug, reports in by_authority(corpus).items():
        pages[f"authorities/{slug}.md"] = authority_page(reports, names)
    return {**pages, **theme_pages(corpus), **glossary_pages(corpus), **meeting_pages(corpus)}


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


def table_head() -> str:
    return "| Report | Inspected | Overall | Numbered paragraphs |\n| --- | --- | --- | --- |"


def report_row(page: str, report: Json) -> str:
    link = f"[{inline_text(report['title'])}]({up(page, report_file(report))})"
    when = printed_day(dated(report))
    return f"| {link} | {when} | {overall(report)} | {numbered(report)} |"


def printed_day(iso: str) -> str:
    """A day or a month as people write it, a dash where there is none."""
    return (day(date.fromisoformat(iso)) if len(iso) > MONTH_LENGTH else month(iso)) or "–" if iso else "–"


TWO_HALVES = {"help-and-protection": "Safeguarding", "children-in-care": "Looked after"}
TWO_AREAS = {"help-and-protection": "Help and protection", "children-in-care": "Children in care"}


def overall(report: Json) -> str:
    """The overall grade; of a report that gives none (2009-12, and from April 2026) its grades of two areas."""
    if report["overall"]:
        return badge(report["overall"])
    grades = {row["area"]: row["grade"] for row in report["judgements"]}
    names = TWO_HALVES if report["framework"] == "slac" else TWO_AREAS
    return "<br>".join(f"{name} {badge(grades[area])}" for area, name in names.items() if area in grades) or "–"


# ---------------------------------------------------------------- authorities


def by_authority(corpus: Json) -> dict[str, list[Json]]:
    """The documents of each authority, newest first."""
    held: dict[str, list[Json]] = defaultdict(list)
    for report in newest_first(corpus["reports"]):
        if report["authority"]:
            held[report["authority"]["slug"]].append(report)
    return dict(sorted(held.items()))


def place_names(corpus: Json) -> dict[str, str]:
    return {slug: reports[0]["authority"]["name"] for slug, reports in by_authority(corpus).items()}


def authorities_page(corpus: Json) -> str:
    lines = [front("Authorities", "Every authority with a report on this site.", "index"), "# Authorities", ""]
    lines += ["| Authority | Reports | Latest | Overall |", "| --- | --- | --- | --- |"]
    for slug, documents in by_authority(corpus).items():
        reports = [report for report in documents if report["kind"] == "report"]
        latest = reports[0] if reports else None
        cells = [str(len(reports)), year(latest) if latest else "–", overall(latest) if latest else "–"]
        lines.append(f"| [{inline_text(documents[0]['authority']['name'])}]({slug}.md) | {' | '.join(cells)} |")
    if others := [report for report in inspections(corpus) if not report["authority"]]:
        lines += ["", "## Reports of other publishers { #publishers }", ""]
        lines += ["| Publisher | Report | Published | Numbered paragraphs |", "| --- | --- | --- | --- |"]
        lines += [publisher_row("authorities/index.md", report) for report in others]
    return "\n".join(lines) + "\n"


def publisher_row(page: str, report: Json) -> str:
    """A report about no authority, under its publisher's name."""
    publisher = str(report["publisher"] or "")
    title = str(report["title"]).removeprefix(f"{publisher}: ")
    link = f"[{inline_text(title)}]({up(page, report_file(report))})"
    return f"| {inline_text(publisher) or '–'} | {link} | {printed_day(dated(report))} | {numbered(report)} |"


def authority_page(documents: list[Json], names: Mapping[str, str]) -> str:
    name = documents[0]["authority"]["name"]
    slug = documents[0]["authority"]["slug"]
    page = f"authorities/{slug}.md"
    lines = [front(name, f"Inspection reports on {name}.", "authority"), f"# {inline_text(name)}", ""]
    reports = [report for report in documents if report["kind"] == "report"]
    if reports:
        lines += ["## Reports { #reports }", "", table_head(), *(report_row(page, report) for report in reports), ""]
    packs = [report for report in documents if report["kind"] == "pack"]
    if packs:
        lines += ["## Committee papers { #packs }", ""]
        lines += [f"- [{inline_text(pack['title'])}]({up(page, report_file(pack))})" for pack in packs] + [""]
    counts = Counter(theme for report in reports for row in report["paragraphs"] for theme in row["themes"])
    if counts:
        lines += ["## What inspectors wrote about { #themes }", ""]
        lines += [
            f"- [{inline_text(names[theme])}](../themes/{theme}/{slug}.md) {count_of(n, 'paragraph')}"
            for theme, n in counts.most_common()
        ]
    return "\n".join(lines) + "\n"


# ---------------------------------------------------------------- themes


def theme_links(page: str, corpus: Json) -> Iterator[str]:
    counts = Counter(theme for block in blocks(corpus) for theme in block.row["themes"])
    for theme in corpus["themes"]:
        link = up(page, f"themes/{theme['slug']}/index.md")
        yield f"- [{inline_text(theme['name'])}]({link}) {count_of(counts[theme['slug']], 'paragraph')}"
