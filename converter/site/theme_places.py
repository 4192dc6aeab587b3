"""The paragraphs on a theme in one place's documents, each in full, by document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    for block in held:
        found[place_of(block.report).slug].append(block)
    named = {place_of(some[0].report): some for some in found.values()}
    return dict(sorted(named.items(), key=lambda entry: entry[0].name))


def place_pages(theme: Json, place: Place, held: Sequence[Held]) -> Mapping[str, str]:
    """The page of a theme in one place, and pages of their own for its older documents where they grow too long."""
    folder = f"themes/{theme['slug']}/{place.slug}"
    groups = [list(some) for _, some in groupby(held, key=lambda block: str(block.report["id"]))]
    pages = {}
    parts = [head(theme, place, held, groups)]
    room = BUDGET
    for some in groups:
        room -= sum(len(block.row["text"]) + OVERHEAD for block in some)
        report = some[0].report
        link, name = f"../../{report_file(report)}", place_anchor(report["id"])
        title = f"## [{inline_text(report['title'])}]({link}) {{ #{name} }}"
        if room > 0 or some is groups[0]:
            parts += [title, document(some, up=3)]
            continue
        parts += [title, f"[{counted(some)} on a page of their own]({place.slug}/{name}.md)"]
        pages[f"{folder}/{name}.md"] = own_page(theme, place, some)
    return {f"{folder}.md": "\n\n".join(parts) + "\n", **pages}


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


def own_page(theme: Json, place: Place, some: Sequence[Held]) -> str:
    """One document's paragraphs on a theme."""
    report = some[0].report
    title = f"{theme['name']}: {report['title']}"
    lines = [
        front(title, f"What {report['title']} says about {lower(theme['name'])}.", "held"),
        f"[{inline_text(theme['name'])}: {inline_text(place.name)}](../{place.slug}.md)\n{{ .eyebrow }}",
        f"# {inline_text(title)}",
        document(some, up=4),
    ]
    return "\n\n".join(lines) + "\n"


def document(some: Sequence[Held], up: int) -> str:
    """The paragraphs of one document as HTML, with what a citation of each needs; `up` is how deep the page lies."""
    report = some[0].report
    address = "../" * up + str(report["url"]).lstrip("/")
    name = counts(report)
    counted = f' data-counts="{name}"' if name != "paragraph" else ""
    rows = "\n".join(entry(block, address) for block in some)
    return (
        f'<div class="document" data-citation="{escape(str(report["citation"]))}" '
        f'data-page="{escape(address)}"{counted}>\n{rows}\n</div>'
    )


def entry(block: Held, address: str) -> str:
    """One paragraph: where it stands, with the grade there, its number, its words."""
    row = block.row
    anchor = quote(str(row["anchor"]))
    link = f"{escape(address)}#{anchor}"
    said = " <br>".join(escape(part) for part in (*pieces(row), row.get("more")) if part)
    number = str(row["number"] or "")
    section = section_of(block)
    title = section_name(section)
    within = f'<a href="{escape(address)}#{quote(str(section["anchor"]))}">{escape(title)}</a> ' if title else ""
    stands = f'<span class="stands">{within}{badge_html(row["grade"])}</span>' if within or row["grade"] else ""
    shown = f'<a class="number" href="{link}" aria-label="{counts(block.report).capitalize()} {escape(number)}">'
    shown += f"{escape(number)}</a>"
    on = f' data-on="p. {row["page"]}"' if row["page"] and published(block.report) else ""
    kind = "paragraph point" if row.get("point") else "paragraph"
    body = f"{shown} {said}" if number else f'{said} <a class="there" href="{link}">Read it there</a>'
    return f'<div class="{kind}" data-anchor="{escape(str(row["anchor"]))}"{on}>{stands}<p>{body}</p></div>'


def pieces(row: Json) -> list[str]:
    """The text of a block, each further block, list item and line of it by itself."""
    places = [0, *row.get("breaks", ()), len(row["text"]) + 1]
    return [row["text"][start : end - 1] for start, end in pairwise(places)]


def published(report: Json) -> bool:
    """Whether the PDF that a document is made from lies beside it, so that its page can be named and opened."""
    return any(source["chosen"] and source["url"] for source in report["sources"])


def section_of(block: Held) -> Json:
    """The section that says where a block stands: the one whose grade holds for it, else its own."""
    above: list[Json] = []
    for section in block.report["sections"]:
        above = [*(outer for outer in above if outer["level"] < section["level"]), section]
        if section["anchor"] == block.row["section"]:
            graded = (outer for outer in reversed(above) if outer["grade"] and outer["title"])
            return next(graded, section)
    return {"anchor": "", "title": None, "grade": None}


def stands_in(block: Held) -> str:
    """The name of the section that a block stands in, the beginning of the report where it has none."""
    return section_name(section_of(block)) or "summary"


def section_name(section: Json) -> str:
    """A section's title without the grade that it prints, which the badge says."""
    title = str(section["title"] or "")
    return (GRADED.sub("", title).strip() or title) if section["grade"] else title


def lower(name: str) -> str:
    """A theme's name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
