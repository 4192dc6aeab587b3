"""The pages of the register of recommendations: all of an authority, all of a year, and the way to both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

from converter.site.corpus import Json, dated, report_file, year
from converter.site.markup import front, up
from converter.site.paged import chunked, named
from converter.site.register import Entry, earlier, entries, filters, link, row, table, text_of
from converter.write.escape import html_text, inline_text
from converter.write.wording import deadline_words, plural, shortened

NEWEST = 30
BUDGET = 200_000  # characters of rows on one page; the rest of its HTML is below 40,000
UNDATED = "undated"
BUDGET_IN_SHORT = 90_000  # characters of points on the page of an authority; of older reports only the counts
SHORT = 160  # characters of a point on the page of its authority
RAISED = (
    "“Also raised before” counts the points about a matter that an earlier report on the same authority raised too. "
    "Such likeness is found by words: read both before saying that something was asked again."
)
LIKENESS = (
    "“Earlier on the same matter” names points of earlier reports on the same authority that are about the same thing. "
    "They are found by words and often ask for something else about it: read both before saying it was asked again."
)


def recommendation_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """Every page of the register with its file below docs/."""
    names = {theme["slug"]: theme["name"] for theme in corpus["themes"]}
    found = entries(corpus["reports"])
    places, years = grouped(found, lambda entry: entry.place.slug), grouped(found, year_of)
    yield "recommendations/index.md", index_page(found, places, years, names)
    for slug, some in places.items():
        yield from parts(slug, some, names, f"Recommendations: {some[0].place.name}", place_lede(some))
    for name, some in years.items():
        by_name = sorted(some, key=lambda entry: (entry.place.name, entry.paper))
        yield from parts(name, by_name, names, year_title(name), year_lede(some))


def grouped(found: Sequence[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """The recommendations by `key`, each group in their order."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        groups[key(entry)].append(entry)
    return dict(sorted(groups.items()))


def year_of(entry: Entry) -> str:
    return year(entry.report) or UNDATED


# ---------------------------------------------------------------- all of a place, all of a year


def parts(
    name: str, some: Sequence[Entry], names: Mapping[str, str], title: str, lede: str
) -> Iterator[tuple[str, str]]:
    """The page of some recommendations, and further ones where they are too many for one."""
    rows = ((entry, row(entry, names, "../../")) for entry in some)
    pages = list(chunked(rows, lambda one: len(one[1]), BUDGET))
    chunks = [[entry for entry, _ in page] for page in pages]
    files = named(name, len(chunks))
    for file, chunk, page in zip(files, chunks, pages, strict=True):
        lines = [
            front(title, f"{title}: what is asked, of whom, by when.", "register", wide=True),
            "[All recommendations](index.md)\n{ .eyebrow }",
            f"# {inline_text(title)}",
            f"{lede}\n{{ .lede }}",
            *([whereabouts(file, files, chunks)] if len(chunks) > 1 else []),
            *([f"{LIKENESS}\n{{ .quiet }}"] if any(entry.before for entry in chunk) else []),
            filters(chunk, names, "points"),
            table((row for _, row in page), title),
        ]
        yield f"recommendations/{file}.md", "\n\n".join(filter(None, lines)) + "\n"


def whereabouts(file: str, files: Sequence[str], chunks: Sequence[Sequence[Entry]]) -> str:
    """Links to the other pages of a long list, each called by what it holds."""
    labels = [f"{inline_text(chunk[0].place.name)} to {inline_text(chunk[-1].place.name)}" for chunk in chunks]
    links = (
        f"**{label}**" if other == file else f"[{label}]({other}.md)"
        for other, label in zip(files, labels, strict=True)
    )
    return f"On {len(files)} pages; filters work on one at a time: {' · '.join(links)}"


def place_lede(some: Sequence[Entry]) -> str:
    """How many recommendations of how many documents there are on a place, and the way to it."""
    place, authority = some[0].place, some[0].report["authority"]
    name = inline_text(place.name)
    about = f"[{name}](../authorities/{place.slug}.md)" if authority else name
    return f"{counted(some)} on {about}, newest first; each links to its place in the document."


def year_title(name: str) -> str:
    return "Recommendations of documents without a date" if name == UNDATED else f"Recommendations of {name}"


def year_lede(some: Sequence[Entry]) -> str:
    return f"{counted(some)}, by authority; each links to its place in the document."


def counted(some: Sequence[Entry]) -> str:
    """How many recommendations, those of inspections apart from those of committees' papers."""
    told = []
    for papers, one, many in ((False, "inspection report", ""), (True, "committee paper", "")):
        group = [entry for entry in some if entry.paper is papers]
        if group:
            documents = len({entry.report["id"] for entry in group})
            kind = "recommendation" if papers else "recommendation or area for improvement"
            kinds = "" if papers else "recommendations and areas for improvement"
            told.append(f"{plural(len(group), kind, kinds)} of {plural(documents, one, many)}")
    return " and ".join(told)


# ---------------------------------------------------------------- the index


def index_page(
    found: Sequence[Entry],
    places: Mapping[str, Sequence[Entry]],
    years: Mapping[str, Sequence[Entry]],
    names: Mapping[str, str],
) -> str:
    """What the register is, its newest points, and the way to every authority and year."""
    lines = [
        front("Recommendations", "What inspection reports ask for, of whom, by when.", "register", wide=True),
        "# Recommendations",
        "Every recommendation and area for improvement of the documents held, as printed, with its deadline and whom "
        "it asks, as far as the report says so.\n{ .lede }",
    ]
    if not found:
        return "\n\n".join([*lines, "No document with a recommendation is held yet."]) + "\n"
    newest = found[:NEWEST]
    by_year = " ".join(f"[{name}]({name}.md)" for name in sorted(years, reverse=True))
    lines += [
        f"{counted(found)}.\n{{ .quiet }}",
        f"## By year {{ #years }}\n\n{by_year}\n{{ .places }}",
        "## By authority { #authorities }",
        f"{RAISED}\n{{ .quiet }}",
        place_table(places.values()),
        "## The newest { #newest }",
        filters(newest, names, "newest-points"),
        table((row(entry, names, "../") for entry in newest), "The newest recommendations", "newest-points"),
    ]
    return "\n\n".join(filter(None, lines)) + "\n"


def place_table(places: Iterable[Sequence[Entry]]) -> str:
    """How much was asked of each authority, how much of it on a matter raised before, and when last."""
    rows = "\n".join(place_row(some) for some in sorted(places, key=lambda some: some[0].place.name))
    return (
        '<table class="register counts" id="places">\n'
        '<caption class="pp-hidden">Recommendations by authority</caption>\n'
        '<thead><tr><th scope="col" data-sort="text">Authority</th><th scope="col" data-sort="number">Documents</th>'
        '<th scope="col" data-sort="number">Points</th><th scope="col" data-sort="number">Also raised before</th>'
        f'<th scope="col" data-sort="text">Latest</th></tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
    )


def place_row(some: Sequence[Entry]) -> str:
    place = some[0].place
    documents = len({entry.report["id"] for entry in some})
    again = sum(1 for entry in some if entry.before)
    cells = (("Documents", documents), ("Points", len(some)), ("Also raised before", again))
    counts = "".join(count_cell(label, count) for label, count in cells)
    latest = max(dated(entry.report) for entry in some)
    name = f'<a href="{escape(place.slug)}/">{html_text(place.name)}</a>'
    cell = f'<td data-label="Latest" data-value="{latest}">{latest[:4] or "–"}</td>'
    return f'<tr><td data-label="Authority" data-value="{escape(place.name)}">{name}</td>{counts}{cell}</tr>'


def count_cell(label: str, count: int) -> str:
    """A count with its label for narrow pages, where none falls away."""
    return (
        f'<td data-label="{label}" data-value="{count}">{count}</td>'
        if count
        else '<td class="none" data-value="0">0</td>'
    )


# ---------------------------------------------------------------- on the page of an authority


def asked_over_time(documents: Sequence[Json]) -> str:
    """For the page of an authority: what each of its inspections asked for, newest first; empty where none did."""
    found = entries([report for report in documents if report["kind"] == "report"])
    if not found:
        return ""
    slug = found[0].place.slug
    page = f"authorities/{slug}.md"
    whole = up(page, f"recommendations/{slug}.md")
    by_report = grouped_by_report(found)
    lines = [f"## Areas for improvement{' over time' if len(by_report) > 1 else ''} {{ #recommendations }}"]
    room = BUDGET_IN_SHORT
    for some in by_report:
        report = some[0].report
        again = sum(1 for entry in some if entry.before)
        count = plural(len(some), "point") + (f", {again} on an earlier matter" if again else "")
        lines.append(
            f"[{inline_text(report['short'])}]({up(page, report_file(report))}){{ .where }} "
            f'<span class="count">{count}</span>'
        )
        listed = in_short(some)
        room -= len(listed)
        lines += [listed] if room >= 0 else []
    lines.append(f"[All of them with deadlines and whom they ask]({whole})")
    return "\n\n".join(lines) + "\n"


def grouped_by_report(found: Sequence[Entry]) -> list[list[Entry]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        groups[entry.report["id"]].append(entry)
    return list(groups.values())


def in_short(some: Sequence[Entry]) -> str:
    """The points of one report as a list that can be folded away, those on a matter raised before marked."""
    points = "".join(f"<li>{short_link(entry)}{when(entry)}{asked_again(entry)}</li>" for entry in some)
    return f'<details class="asked"><summary>{plural(len(some), "point")} in short</summary><ul>{points}</ul></details>'


def short_link(entry: Entry) -> str:
    return f'<a href="../../{escape(entry.address)}">{html_text(shortened(text_of(entry), SHORT))}</a>'


def when(entry: Entry) -> str:
    words = deadline_words(entry.point["deadline"])
    return f' <span class="count">{html_text(words)}</span>' if words else ""


def asked_again(entry: Entry) -> str:
    """A mark on what is about the same matter as earlier points, with links to those."""
    shown, more = earlier(entry)
    links = ", ".join([*(link(one, "../../") for one in shown), *more])
    return f' <span class="again">earlier on the same matter: {links}</span>' if links else ""
