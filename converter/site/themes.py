"""The pages of themes: all of them by year and framework, and each by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import TypeVar

from converter.profiles import profile_named
from converter.site.chart import chart, grades_by_year
from converter.site.corpus import Held, Json, newest_first, reference, report_file, year
from converter.site.markup import front, up
from converter.site.theme_places import CAUTION, Place, Sources, by_place, place_pages, stands_in
from converter.write.badges import badge
from converter.write.escape import inline_text, line_start
from converter.write.wording import deadline_words, plural, shortened

NEWEST = 24  # paragraphs on a theme's page,
OF_ONE = 4  # of one document at most,
ASKED = 12  # and recommendations
EXCERPT = 280
SHADES = 4
ALSO = 8  # other themes that a theme's paragraphs are about, too
T = TypeVar("T")


def theme_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """Every page of themes with its file below docs/."""
    entries, points = by_theme(corpus), points_by_theme(corpus)
    held = {slug: [block for block in some if not block.row.get("point")] for slug, some in entries.items()}
    sources = Sources(corpus["reports"])
    yield "themes/index.md", themes_page(corpus, held)
    names = {theme["slug"]: theme["name"] for theme in corpus["themes"]}
    for theme in corpus["themes"]:
        found = held.get(theme["slug"], [])
        places = by_place(entries.get(theme["slug"], []))
        some_points = points.get(theme["slug"], [])
        yield f"themes/{theme['slug']}/index.md", theme_page(theme, found, places, some_points, names)
        for place, some in places.items():
            yield from place_pages(theme, place, some, sources)


def by_theme(corpus: Json) -> dict[str, list[Held]]:
    """What is about each theme, newest report first: blocks, and each point of a list that is about it by itself.

    A block stands once under each of its themes, a point (`point` in its row) only where its list has not the theme.
    """
    held: dict[str, list[Held]] = defaultdict(list)
    for report in newest_first(corpus["reports"]):
        for row in (*report["paragraphs"], *points_of_lists(report)):
            for theme in row["themes"]:
                held[theme].append(Held(report, row))
    return held


def points_of_lists(report: Json) -> Iterator[Json]:
    """A row for each recommendation in a list, with the themes that the list as a whole has not."""
    holders = {anchor: row for row in report["paragraphs"] for anchor in row.get("items", ())}
    for point in report["recommendations"]:
        if holder := holders.get(point["anchor"]):
            own = [theme for theme in point["themes"] if theme not in holder["themes"]]
            said = {"number": None, "anchor": point["anchor"], "text": point["text"], "more": "", "themes": own}
            yield {**holder, **said, "point": True}


def points_by_theme(corpus: Json) -> Mapping[str, list[tuple[Json, Json]]]:
    """The recommendations about each theme with their reports, newest first."""
    found: defaultdict[str, list[tuple[Json, Json]]] = defaultdict(list)
    for report in newest_first([report for report in corpus["reports"] if report["kind"] == "report"]):
        for point in report["recommendations"]:
            for theme in point["themes"]:
                found[theme].append((report, point))
    return found


def inspected(held: Sequence[Held]) -> list[Held]:
    """The blocks that are of inspection reports."""
    return [block for block in held if block.report["kind"] == "report"]


# ---------------------------------------------------------------- all themes


def themes_page(corpus: Json, held: Mapping[str, Sequence[Held]]) -> str:
    """What each theme covers, and how much of each year and framework is about it."""
    lines = [
        front("Themes", "What inspection reports are about, theme by theme, year by year.", "themes", wide=True),
        "# Themes",
        "How many paragraphs of inspection reports are about each theme. A count leads to the paragraphs; the stronger "
        f"a cell's colour, the larger the theme's part of its column. {CAUTION}\n{{ .lede }}",
        "## By framework { #frameworks }",
        matrix(corpus, held, "framework", lambda report: str(report["framework"])),
        "## By year of inspection { #years }",
        matrix(corpus, held, "year", year),
        "## What each theme covers { #themes }",
    ]
    for theme in corpus["themes"]:
        count = plural(len(held.get(theme["slug"], [])), "paragraph")
        name = f"[{inline_text(theme['name'])}]({theme['slug']}/index.md)"
        lines.append(f'{name} <span class="count">{count}</span><br>\n{inline_text(theme["description"])}')
    return "\n\n".join(lines) + "\n"


def matrix(corpus: Json, held: Mapping[str, Sequence[Held]], name: str, column_of: Callable[[Json], str]) -> str:
    """How many paragraphs of inspection reports are about each theme, as HTML; each count leads to the search."""
    counts = {
        theme["slug"]: Counter(column_of(block.report) for block in inspected(held.get(theme["slug"], [])))
        for theme in corpus["themes"]
    }
    newest: dict[str, str] = {}
    for report in corpus["reports"]:
        if report["kind"] == "report" and (column := column_of(report)):
            newest[column] = max(newest.get(column, ""), year(report))
    columns = sorted(newest, key=lambda column: (newest[column], column), reverse=True)
    if not columns:
        return "No report is held yet."
    totals = {column: sum(row[column] for row in counts.values()) for column in columns}
    reports = Counter(column_of(report) for report in corpus["reports"] if report["kind"] == "report")
    inspections = "".join(f"<td>{reports[column]}</td>" for column in columns)
    heads = "".join(f'<th scope="col">{escape(short_name(name, column))}</th>' for column in columns)
    rows = "\n".join(
        f'<tr><th scope="row"><a href="{theme["slug"]}/">{escape(theme["name"])}</a></th>'
        + "".join(cell(theme, counts[theme["slug"]][column], totals[column], name, column) for column in columns)
        + "</tr>"
        for theme in corpus["themes"]
    )
    return (
        f'<div class="table matrix"><table class="pp-table">\n<thead><tr><th scope="col">Theme</th>{heads}</tr>'
        f'</thead>\n<tbody>\n<tr class="total"><th scope="row">Reports held</th>{inspections}</tr>\n'
        f"{rows}\n</tbody>\n</table></div>"
    )


def cell(theme: Json, count: int, total: int, name: str, column: str) -> str:
    """A count, in a colour the stronger the larger its share of the column."""
    if not count:
        return "<td>–</td>"
    shade = min(SHADES, 1 + int(count / total * 100 / 3))
    link = f"../search/?theme={theme['slug']}&amp;{name}={escape(column)}&amp;kind=paragraph"
    said = f"{theme['name']}, {short_name(name, column)}: {plural(count, 'paragraph')}"
    return f'<td class="shade-{shade}"><a href="{link}" aria-label="{escape(said)}">{count}</a></td>'


def short_name(name: str, column: str) -> str:
    """What a column is called."""
    return profile_named(column).name if name == "framework" else column


# ---------------------------------------------------------------- one theme


def theme_page(
    theme: Json,
    held: Sequence[Held],
    places: Mapping[Place, Sequence[Held]],
    points: Sequence[tuple[Json, Json]],
    names: Mapping[str, str],
) -> str:
    """What a theme covers, how it was judged over the years, its newest paragraphs, and whom they are about."""
    page = f"themes/{theme['slug']}/index.md"
    lines = [
        front(theme["name"], theme["description"], "theme"),
        "[All themes](../index.md)\n{ .eyebrow }",
        f"# {inline_text(theme['name'])}",
        f"{line_start(inline_text(theme['description']))}\n{{ .lede }}",
    ]
    if not held:
        return "\n\n".join([*lines, "No paragraph on this theme is held yet."]) + "\n"
    lines += [summary(theme, held, places, points), also(theme, held, names)]
    if years := grades_by_year(inspected(held)):
        caption = "How many paragraphs of inspection reports on this theme stand in sections of each grade"
        lines += ["## By the grade of their section { #grades }", chart(years, caption)]
    shown = list(of_several(points, lambda pair: str(pair[0]["id"]), ASKED))
    if shown:
        lines += ["## What inspectors asked for last { #recommendations }", *asked(page, shown)]
    asked_for = {(report["id"], point["anchor"]) for report, point in shown}
    others = [
        block
        for block in held
        if not asked_for & {(block.report["id"], at) for at in (block.row["anchor"], *block.row.get("items", ()))}
    ]
    if others:
        lines += ["## In the newest documents { #paragraphs }", *newest(page, others)]
    lines += ["## By authority { #authorities }", place_table(theme, places)]
    return "\n\n".join(lines) + "\n"


def summary(
    theme: Json,
    held: Sequence[Held],
    places: Mapping[Place, Sequence[Held]],
    points: Sequence[tuple[Json, Json]],
) -> str:
    """How much there is, and the way to all of it."""
    documents = {str(block.report["id"]) for block in held}
    years = sorted({year(block.report) for block in held} - {""})
    span = f", {years[0]} to {years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
    search = f"../../search.md?theme={theme['slug']}"
    points_too = f" and {plural(len(points), 'recommendation')} or areas for improvement" if points else ""
    lines = [
        f"**{plural(len(held), 'paragraph')}**{points_too} in {plural(len(documents), 'document')} on "
        f"{plural(len(places), 'authority', 'authorities')}{span}. [Search in them]({search}) · "
        "[By authority](#authorities)",
        f"{CAUTION.replace('../', '../../')}\n{{ .quiet }}",
    ]
    return "\n\n".join(lines)


def also(theme: Json, held: Sequence[Held], names: Mapping[str, str]) -> str:
    """What else the paragraphs are about, each leading to those that are about both."""
    counts = Counter(slug for block in held for slug in block.row["themes"] if slug != theme["slug"])
    links = (
        f"[{inline_text(names[slug])}](../../search.md?theme={theme['slug']}&theme={slug}) {count}"
        for slug, count in counts.most_common(ALSO)
    )
    return f"Also about: {', '.join(links)}." if counts else ""


def asked(page: str, points: Sequence[tuple[Json, Json]]) -> Iterator[str]:
    """Recommendations with their reports."""
    for report, point in points:
        link = f"{up(page, report_file(report))}#{point['anchor']}"
        when = (
            f' <span class="count">{inline_text(deadline_words(point["deadline"]))}</span>' if point["deadline"] else ""
        )
        yield (
            f"[{inline_text(report['short'])}]({link}){{ .where }}{when}\n\n"
            f"{line_start(inline_text(shortened(point['text'], EXCERPT)))}\n{{ .quoted }}"
        )


def newest(page: str, held: Sequence[Held]) -> Iterator[str]:
    """The beginnings of the newest paragraphs, not too many of one document."""
    for block in of_several(held, lambda block: str(block.report["id"]), NEWEST):
        grade = f" {badge(block.row['grade'])}" if block.row["grade"] else ""
        name = reference(block) if block.row["number"] else f"{block.report['short']}: {stands_in(block)}"
        where = f"[{inline_text(name)}]({up(page, block.page)}){{ .where }}"
        yield f"{where}{grade}\n\n{line_start(inline_text(shortened(block.row['text'], EXCERPT)))}\n{{ .quoted }}"


def of_several(entries: Sequence[T], group: Callable[[T], str], most: int) -> Iterator[T]:
    """The first of the entries, at most so many of one group."""
    seen: Counter[str] = Counter()

    def wanted(entry: T) -> bool:
        seen[group(entry)] += 1
        return seen[group(entry)] <= OF_ONE

    return islice(filter(wanted, entries), most)


def place_table(theme: Json, places: Mapping[Place, Sequence[Held]]) -> str:
    """Whom the paragraphs are about: how many, when last, and how a section on the theme itself was judged then."""
    judged = {place: judgement(theme["slug"], held) for place, held in places.items()}
    graded = any(judged.values())
    head = "| Authority | Paragraphs | Newest |" + (" Judged |" if graded else "")
    lines = [head, "| --- | --- | --- |" + (" --- |" if graded else "")]
    for place, held in places.items():
        cells = [f"[{inline_text(place.name)}]({place.slug}.md)", str(len(held)), newest_year(held)]
        lines.append(f"| {' | '.join([*cells, *([judged[place] or '–'] if graded else [])])} |")
    return "\n".join(lines)


def newest_year(held: Sequence[Held]) -> str:
    return max((year(block.report) for block in held), default="") or "–"


def judgement(slug: str, held: Sequence[Held]) -> str:
    """The newest grade of a section that is about the theme before all others, with its year."""
    for report in {block.report["id"]: block.report for block in inspected(held)}.values():
        for section in report["sections"]:
            if section["grade"] and section["themes"][:1] == [slug]:
                return f"{badge(section['grade'])} {year(report)}"
    return ""
