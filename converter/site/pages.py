"""Index pages as Markdown: home, authorities, themes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from converter.site.corpus import (
    Held,
    Json,
    blocks,
    dated,
    inspections,
    newest_first,
    numbered,
    reference,
    report_file,
    year,
)
from converter.site.markup import count_of, front, plural, up
from converter.site.meetings import meeting_pages
from converter.write.badges import badge
from converter.write.escape import inline_text, line_start
from converter.write.places import day, month

LISTED = 120
EXCERPT = 220
MONTH_LENGTH = len("2024-07")


def index_pages(corpus: Json) -> Mapping[str, str]:
    """Every index page by its file below docs/."""
    held = by_theme(corpus)
    pages = {"authorities/index.md": authorities_page(corpus), "themes/index.md": themes_page(corpus, held)}
    names = {theme["slug"]: theme["name"] for theme in corpus["themes"]}
    for slug, reports in by_authority(corpus).items():
        pages[f"authorities/{slug}.md"] = authority_page(reports, names)
    for theme in corpus["themes"]:
        found = held.get(theme["slug"], [])
        pages[f"themes/{theme['slug']}/index.md"] = theme_page(theme, found)
        for slug, some in by_place(found).items():
            pages[f"themes/{theme['slug']}/{slug}.md"] = theme_place_page(theme, some)
    return {**pages, **meeting_pages(corpus)}


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
        f"## Themes {{ #themes }}\n\n{themes}",
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


def by_theme(corpus: Json) -> dict[str, list[Held]]:
    """The blocks about each theme, newest report first; a block stands once under each of its themes."""
    held: dict[str, list[Held]] = defaultdict(list)
    for block in blocks(corpus):
        for theme in dict.fromkeys(block.row["themes"]):
            held[theme].append(block)
    return held


def by_place(held: list[Held]) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = defaultdict(list)
    for block in held:
        if block.report["authority"]:
            found[block.report["authority"]["slug"]].append(block)
    return dict(sorted(found.items()))


def theme_links(page: str, corpus: Json) -> Iterator[str]:
    held = by_theme(corpus)
    for theme in corpus["themes"]:
        count = len(held.get(theme["slug"], []))
        link = up(page, f"themes/{theme['slug']}/index.md")
        yield f"- [{inline_text(theme['name'])}]({link}) {count_of(count, 'paragraph')}"


def themes_page(corpus: Json, held: Mapping[str, list[Held]]) -> str:
    lines = [front("Themes", "What the reports are about, theme by theme.", "index"), "# Themes", ""]
    for theme in corpus["themes"]:
        count = len(held.get(theme["slug"], []))
        lines += [
            f"[{inline_text(theme['name'])}]({theme['slug']}/index.md) {count_of(count, 'paragraph')}<br>",
            f"{inline_text(theme['description'])}",
            "",
        ]
    return "\n".join(lines) + "\n"


def theme_page(theme: Json, held: list[Held]) -> str:
    """What a theme covers, its authorities, and its newest paragraphs."""
    page = f"themes/{theme['slug']}/index.md"
    reports = {block.report["id"] for block in held}
    lines = [
        front(theme["name"], theme["description"], "theme"),
        f"# {inline_text(theme['name'])}",
        "",
        line_start(inline_text(theme["description"])),
        "{ .lede }",
        "",
    ]
    if not held:
        return "\n".join([*lines, "No paragraph on this theme is held yet.", ""])
    lines += [f"{plural(len(held), 'paragraph')} in {plural(len(reports), 'report')}.", ""]
    lines += ["## By authority { #authorities }", ""]
    for slug, some in by_place(held).items():
        lines.append(
            f"- [{inline_text(some[0].report['authority']['name'])}]({slug}.md) {count_of(len(some), 'paragraph')}"
        )
    shown = held[:LISTED]
    title = "Paragraphs" if len(shown) == len(held) else f"The newest {LISTED} paragraphs"
    lines += ["", f"## {title} {{ #paragraphs }}", ""]
    lines += [entry(page, block, EXCERPT) for block in shown]
    return "\n".join(lines) + "\n"


def theme_place_page(theme: Json, held: list[Held]) -> str:
    """Every paragraph on a theme in one authority's documents, by document."""
    authority = held[0].report["authority"]
    page = f"themes/{theme['slug']}/{authority['slug']}.md"
    title = f"{theme['name']}: {authority['name']}"
    lines = [
        front(title, f"{theme['name']} in the reports on {authority['name']}.", "theme"),
        f"# {inline_text(title)}",
        "",
    ]
    lines += [
        f"[All authorities](index.md) · [{inline_text(authority['name'])}](../../authorities/{authority['slug']}.md)",
        "{ .eyebrow }",
        "",
    ]
    report_id = ""
    for block in held:
        if block.report["id"] != report_id:
            report_id = block.report["id"]
            lines += [f"## [{inline_text(block.report['title'])}]({up(page, report_file(block.report))})", ""]
        lines.append(entry(page, block, None))
    return "\n".join(lines) + "\n"


def entry(page: str, held: Held, limit: int | None) -> str:
    """One paragraph in a list: where it stands, the grade of its section, its text."""
    text = held.row["text"]
    if limit is not None and len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0] + " …"
    grade = f" {badge(held.row['grade'])}" if held.row["grade"] else ""
    where = f"[{inline_text(reference(held))}]({up(page, held.page)}){{ .where }}"
    return f"{where}{grade}\n\n{line_start(inline_text(text))}\n{{ .quoted }}\n"
