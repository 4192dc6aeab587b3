"""A page for each numbered paragraph, made from the finished site, so that a link to it previews its own words.

It holds the paragraph as its report's page shows it, where it stands, and the way on; the report's page is the
canonical one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise, takewhile
from types import MappingProxyType
from urllib.parse import quote

from converter.site.beside import beside_section, way_up
from converter.site.corpus import Held, Json, counts, reference
from converter.site.linked_data import paragraph_script
from converter.site.names import Names
from converter.site.paragraph_blocks import blocks_in, moved_down, source_line
from converter.site.referred import Referring, referred_line
from converter.write.badges import WORDS, badge_html
from converter.write.places import place_anchor, place_slug
from converter.write.wording import shortened

LONGEST = 240
NOTHING: Mapping[str, Sequence[Held]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """All that the pages of a report's paragraphs are made from, beside the names of the site.

    `shown` are the blocks of its finished page, `referred` and `beside` what other reports add to a paragraph's page,
    all by anchor; `source` ends each page.
    """

    report: Json
    shown: Mapping[str, str]
    source: str
    referred: Mapping[str, str]
    beside: Mapping[str, str]


@dataclass(frozen=True)
class Frame:
    """What the pages of one report have in common."""

    report: Json
    names: Names

    @cached_property
    def place(self) -> str:
        return str(self.report["url"]).strip("/")

    @cached_property
    def root(self) -> str:
        return root_of(self.report)

    @cached_property
    def counted(self) -> str:
        return counts(self.report)

    @cached_property
    def address(self) -> str:
        """The beginning of the whole address of each page; empty where the site's is not known."""
        return escape(self.names.address + quote(f"{self.place}/")) if self.names.address else ""

    @cached_property
    def themes(self) -> str:
        """The end of the address of a theme's page for the place of the report."""
        slug = place_slug(self.report["id"], (self.report["authority"] or {"slug": ""})["slug"])
        return f"/{quote(slug)}/#{quote(place_anchor(self.report['id']))}"

    @cached_property
    def head(self) -> str:
        """The head of a page from its canonical address on."""
        root = self.root
        feed = f'<link rel="alternate" type="application/atom+xml" href="{root}feed.xml">\n' if self.address else ""
        return f"""<meta name="twitter:card" content="summary"><link rel="canonical" href="{self.address or ".."}">
<link rel="icon" href="{root}{quote(self.names.icon)}"><link rel="stylesheet" href="{root}assets/pinpoint.css">
<link rel="stylesheet" href="{root}assets/paragraph.css"><script src="{root}assets/paragraph.js" type="module"></script>
{feed}"""

    @cached_property
    def top(self) -> str:
        """A page between its head and its heading."""
        root, name = self.root, self.counted
        counted = f' data-counts="{name}"' if name != "paragraph" else ""
        site = escape(self.names.site)
        return f"""
</head><body class="pp-alone" data-md-color-scheme="default"><script src="{root}assets/theme.js"></script>
<header class="pp-header"><div class="pp-header__row md-grid"><a class="pp-brand" href="{root}">{site}</a>
<a href="{root}search/">Search</a></div></header>
<main class="md-grid">
<div class="pp-text pp-text--document" data-citation="{escape(self.report["citation"])}" data-page="../"{counted}>
<p class="eyebrow">{way_up(self.report, root)}</p>
"""


def root_of(report: Json) -> str:
    """The way from the page of a report's paragraph to the home page."""
    return "../" * (str(report["url"]).strip("/").count("/") + 2)


def given(
    report: Json, built: str, places: Mapping[str, Sequence[Referring]], passages: Mapping[str, Sequence[Held]]
) -> Given:
    """What is needed for a report, whose own page was `built`.

    `places` are those that refer to each address, `passages` those of other reports beside it.
    """
    root = root_of(report)
    anchors = [row["anchor"] for row in report["paragraphs"] if row["number"]]
    shown = dict(blocks_in(built))
    addresses = {anchor: f"{report['id']}#{anchor}" for anchor in anchors}
    referred = {
        anchor: referred_line(report, places[address], root)
        for anchor, address in addresses.items()
        if address in places
    }
    beside = {
        anchor: beside_section(passages[address], root) for anchor, address in addresses.items() if address in passages
    }
    own = {anchor: shown[anchor] for anchor in anchors if anchor in shown}
    return Given(report, own, moved_down(source_line(built)), referred, beside)


def paragraph_pages(given: Given, names: Names) -> Iterator[tuple[str, str]]:
    """The anchor and the page of every numbered paragraph of a report."""
    report = given.report
    frame = Frame(report, names)
    rows = [row for row in report["paragraphs"] if row["number"]]
    sections = {section["anchor"]: section for section in report["sections"] if section["title"]}
    order = {row["anchor"]: at for at, row in enumerate(report["paragraphs"])}
    for (before, row), (_, after) in pairwise(pairwise([None, *rows, None])):
        anchor = row["anchor"]
        section = sections.get(row["section"])
        said = " ".join(said_at(report["paragraphs"], order[anchor], section))
        body = given.shown.get(anchor) or f"<p>{escape(row['text'])}</p>"
        foot = themes_of(row, frame) + given.referred.get(anchor, "")
        end = given.beside.get(anchor, "") + given.source
        yield anchor, page(frame, row, said, (body, foot, end), section, (before, after))


def said_at(rows: Sequence[Json], at: int, section: Json | None) -> Iterator[str]:
    """The text of a numbered block, and where that is the heading of its section what stands under it."""
    text = rows[at]["text"]
    yield text
    if section and section["number"] and section["title"] == text:
        yield from (other["text"] for other in takewhile(lambda other: not other["number"], rows[at + 1 :]))


def page(
    frame: Frame,
    row: Json,
    said: str,
    body: tuple[str, str, str],
    section: Json | None,
    beside: tuple[Json | None, Json | None],
) -> str:
    """The whole page of one paragraph; `body` is its block, what leads on from it, and what ends the page."""
    held = Held(frame.report, row)
    anchor = quote(row["anchor"])
    title = escape(f"{reference(held)}{graded(row)}")
    site = escape(frame.names.site)
    preview = escape(shortened(said, LONGEST))
    address = f"{frame.address}{escape(anchor)}/"
    owner = f'<meta property="og:url" content="{address}">' if frame.address else ""
    foot = f'<p class="pp-printed" hidden>{site}: {address}</p>' if frame.address else ""
    within = section if section and section["title"] != row["text"] else None
    where = f'<a href="../#{quote(within["anchor"])}">{escape(within["title"])}</a> ' if within else ""
    stands = f'<p class="within">{where}{badge_html(row["grade"])}</p>\n' if where or row["grade"] else ""
    name = frame.counted
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} - {site}</title>
<meta name="description" content="{preview}">
<meta property="og:type" content="article"><meta property="og:site_name" content="{site}">
<meta property="og:title" content="{title}"><meta property="og:description" content="{preview}">{owner}
{frame.head}{paragraph_script(held, frame.names)}{frame.top}<h1>{name.capitalize()} {escape(row["number"])}</h1>
{stands}{moved_down(body[0])}
{body[1]}<p class="onward"><a href="../#{anchor}">Read it in its report</a></p>
<p class="between">{step(beside[0], "previous", name)}{step(beside[1], "next", name)}</p>
{body[2]}
</div></main>{foot}</body></html>
"""


def themes_of(row: Json, frame: Frame) -> str:
    """What a paragraph is about, with links to the same themes elsewhere in the reports on its place."""
    links = (
        f'<a href="{frame.root}themes/{slug}{frame.themes}">{escape(frame.names.themes.get(slug, slug))}</a>'
        for slug in row["themes"]
    )
    line = ", ".join(links)
    return f'<p class="about">About: {line}</p>\n' if line else ""


def graded(row: Json) -> str:
    return f": {WORDS[row['grade']].lower()}" if row["grade"] in WORDS else ""


def step(row: Mapping[str, str] | None, way: str, name: str) -> str:
    """The link to the paragraph before or after."""
    if row is None:
        return ""
    said = f"{name.capitalize()} {escape(row['number'])}"
    word = f"← {said}" if way == "previous" else f"{said} →"
    return f'<a class="{way}" rel="{way[:4]}" href="../{quote(row["anchor"])}/">{word}</a> '
