"""The paragraphs on a theme in one place's documents, each in full, by document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby, pairwise
from urllib.parse import quote

from converter.site.corpus import Held, Json, counts, report_file
from converter.site.markup import front
from converter.write.badges import badge_html
from converter.write.escape import inline_text
from converter.write.places import place_anchor, place_slug
from converter.write.wording import plural

BUDGET = 190_000  # characters of the documents shown on one page; the rest of its HTML is below 30,000
CAUTION = (
    "Themes are [found by rules](../about.md#themes): a good place to start, not proof that nothing else was said."
)
OVERHEAD = 420  # characters of HTML around a paragraph
GRADED = re.compile(
    r"(?:\s*[:–-]\s*|\s+(?:is|are|(?:is )?that it)\s+)?\(?\b(?:grade \d\b\W*)?"
    r"(?:outstanding|good|requires? improvement(?: to be good)?|adequate|inadequate)\)?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Whom documents are about: an authority, else their publisher or committee."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """What all paragraphs of a document share on these pages, escaped; addresses are from the root of the site.

    `sections` has for the anchor of each section the rest of a link to where its paragraphs stand.
    """

    address: str
    cited: str
    counted: str
    name: str
    published: bool
    sections: Mapping[str, str]


class Sources(dict[str, Source]):
    """The documents by their ids, each put together when it is first asked for."""

    def __init__(self, reports: Iterable[Json]) -> None:
        super().__init__()
        self.reports = {str(report["id"]): report for report in reports}

    def __missing__(self, identity: str) -> Source:
        self[identity] = source_of(self.reports[identity])
        return self[identity]


def source_of(report: Json) -> Source:
    """A document as its paragraphs link to it."""
    name = counts(report)
    named = {anchor: (section["anchor"], section_name(section)) for anchor, section in reversed(list(stood_in(report)))}
    return Source(
        address=escape(str(report["url"]).lstrip("/")),
        cited=f'data-citation="{escape(str(report["citation"]))}"',
        counted=f' data-counts="{name}"' if name != "paragraph" else "",
        name=name.capitalize(),
        published=published(report),
        sections={anchor: f'{quote(str(to))}">{escape(title)}' for anchor, (to, title) in named.items() if title},
    )


def place_of(report: Json) -> Place:
    """The authority of a document, else what the first part of its address stands for."""
    authority = report["authority"] or {"slug": "", "name": ""}
    slug = place_slug(report["id"], authority["slug"])
    if authority["slug"]:
        return Place(slug, authority["name"])
    return Place(slug, str(report["publisher"] or slug.replace("-", " ").capitalize()))


def by_place(held: Iterable[Held]) -> dict[Place, list[Held]]:
    """The blocks of each place, by its name."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for _, some in groupby(held, key=lambda block: str(block.report["id"])):
        blocks = list(some)
        found[place_of(blocks[0].report).slug] += blocks
    named = {place_of(some[0].report): some for some in found.values()}
    return dict(sorted(named.items(), key=lambda entry: entry[0].name))


def place_pages(theme: Json, place: Place, held: Sequence[Held], sources: Sources) -> Iterator[tuple[str, str]]:
    """The page of a theme in one place, and pages of their own for its older documents where they grow too long."""
    folder = f"themes/{theme['slug']}/{place.slug}"
    groups = [list(some) for _, some in groupby(held, key=lambda block: str(block.report["id"]))]
    parts = [head(theme, place, held, groups)]
    room = BUDGET
    for some in groups:
        room -= sum(len(block.row["text"]) + OVERHEAD for block in some)
        report = some[0].report
        link, name = f"../../{report_file(report)}", place_anchor(report["id"])
        title = f"## [{inline_text(report['title'])}]({link}) {{ #{name} }}"
        if room > 0 or some is groups[0]:
            parts += [title, document(some, sources[str(report["id"])], up=3)]
            continue
        parts += [title, f"[{counted(some)} on a page of their own]({place.slug}/{name}.md)"]
        yield f"{folder}/{name}.md", own_page(theme, place, some, sources[str(report["id"])])
    yield f"{folder}.md", "\n\n".join(parts) + "\n"


def head(theme: Json, place: Place, held: Sequence[Held], groups: Sequence[Sequence[Held]]) -> str:
    title = f"{theme['name']}: {place.name}"
    where = f"{place.name}" if held[0].report["authority"] else f"reports of {place.name}"
    authority = held[0].report["authority"]
    others = f" · [All about {inline_text(place.name)}](../../authorities/{place.slug}.md)" if authority else ""
    lines = [
        front(title, f"What {counted(held)} on {where} say about {lower(theme['name'])}.", "held"),
        f"[{inline_text(theme['name'])} everywhere](index.md){others}\n{{ .eyebrow }}",
        f"# {inline_text(title)}",
        f"{counted(held)} in {plural(len(groups), 'document')}, the newest first.\n{{ .lede }}",
        f"{CAUTION.replace('../', '../../')}\n{{ .quiet }}",
    ]
    return "\n\n".join(lines)


def counted(held: Sequence[Held]) -> str:
    """How many paragraphs, and how many points of lists that are about other things as well."""
    points = sum(1 for block in held if block.row.get("point"))
    paragraphs = [plural(len(held) - points, "paragraph")] if len(held) > points else []
    return " and ".join([*paragraphs, *([plural(points, "point") + " from lists"] if points else [])])


def own_page(theme: Json, place: Place, some: Sequence[Held], source: Source) -> str:
    """One document's paragraphs on a theme."""
    report = some[0].report
    title = f"{theme['name']}: {report['title']}"
    lines = [
        front(title, f"What {report['title']} says about {lower(theme['name'])}.", "held"),
        f"[{inline_text(theme['name'])}: {inline_text(place.name)}](../{place.slug}.md)\n{{ .eyebrow }}",
        f"# {inline_text(title)}",
        document(some, source, up=4),
    ]
    return "\n\n".join(lines) + "\n"


def document(some: Sequence[Held], source: Source, up: int) -> str:
    """The paragraphs of one document as HTML, with what a citation of each needs; `up` is how deep the page lies.

    Where paragraphs stand is said once for those that follow each other in one section.
    """
    root = "../" * up
    lines, last = [], ""
    for block in some:
        stands = stands_html(block, source, root)
        lines.append(entry(block, source, root, stands if stands != last else ""))
        last = stands
    rows = "\n".join(lines)
    return f'<div class="document" {source.cited} data-page="{root}{source.address}"{source.counted}>\n{rows}\n</div>'


def stands_html(block: Held, source: Source, root: str) -> str:
    """The section of a paragraph, with the grade there."""
    row = block.row
    link, grade = source.sections.get(row["section"], ""), badge_html(row["grade"])
    within = f'<a href="{root}{source.address}#{link}</a> ' if link else ""
    return f'<span class="stands">{within}{grade}</span>' if within or row["grade"] else ""


def entry(block: Held, source: Source, root: str, stands: str) -> str:
    """One paragraph: where it stands, its number, its words."""
    row = block.row
    anchor, fragment = anchored(str(row["anchor"]))
    link = f"{root}{source.address}#{fragment}"
    said = " <br>".join(escape(part) for part in (*pieces(row), row.get("more")) if part)
    number = escape(str(row["number"] or ""))
    shown = f'<a class="number" href="{link}" aria-label="{source.name} {number}">{number}</a>'
    on = f' data-on="p. {row["page"]}"' if row["page"] and source.published else ""
    kind = "paragraph point" if row.get("point") else "paragraph"
    body = f"{shown} {said}" if number else f'{said} <a class="there" href="{link}">Read it there</a>'
    return f'<div class="{kind}" data-anchor="{anchor}"{on}>{stands}<p>{body}</p></div>'


@lru_cache(maxsize=4096)
def anchored(anchor: str) -> tuple[str, str]:
    """An anchor as an attribute and as the end of an address; most reports share most of theirs."""
    return escape(anchor), quote(anchor)


def pieces(row: Json) -> list[str]:
    """The text of a block, each further block, list item and line of it by itself."""
    if not row.get("breaks"):
        return [row["text"]]
    places = [0, *row["breaks"], len(row["text"]) + 1]
    return [row["text"][start : end - 1] for start, end in pairwise(places)]


def published(report: Json) -> bool:
    """Whether the PDF that a document is made from lies beside it, so that its page can be named and opened."""
    return any(source["chosen"] and source["url"] for source in report["sources"])


def stood_in(report: Json) -> Iterator[tuple[str, Json]]:
    """Each section's anchor with the section that says where its blocks stand: one whose grade holds, else its own."""
    above: list[Json] = []
    for section in report["sections"]:
        above = [*(outer for outer in above if outer["level"] < section["level"]), section]
        graded = (outer for outer in reversed(above) if outer["grade"] and outer["title"])
        yield section["anchor"], next(graded, section)


def stands_in(block: Held) -> str:
    """The name of the section that a block stands in, the beginning of the report where it has none."""
    sections = dict(reversed(list(stood_in(block.report))))
    found = sections.get(block.row["section"])
    return (section_name(found) if found else "") or "summary"


def section_name(section: Json) -> str:
    """A section's title without the grade that it prints, which the badge says."""
    title = str(section["title"] or "")
    return (GRADED.sub("", title).strip() or title) if section["grade"] else title


def lower(name: str) -> str:
    """A theme's name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
