"""A page for each numbered paragraph, made from the finished site, so that a link to it previews its own words.

It holds the paragraph as its report's page shows it, where it stands, and the way on; the report's page is the
canonical one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise, takewhile
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from converter.site.beside import beside_section, passages_beside, way_up
from converter.site.corpus import Held, Json, counts, reference
from converter.site.linked_data import paragraph_script
from converter.site.names import Names
from converter.site.referred import Referring, referred, referred_line
from converter.write.badges import WORDS, badge_html
from converter.write.places import place_anchor, place_slug
from converter.write.wording import shortened

BLOCK = re.compile(r'<(?P<name>p|div)\b(?:\s[\w:-]+(?:="[^"]*")?)*?\sid="(?P<id>[^"]+)"[^<>]*>')
HEADED = re.compile(
    r'<h(?P<level>[2-6])\b[^<>]*>\s*(?P<number><a class="number"[^<>]*\sid="(?P<id>[^"]+)"[^<>]*>[^<>]*</a>)'
    r"(?P<title>(?:(?!</h[2-6]>).)*)</h(?P=level)>"
    r'(?P<body>.*?)(?=<h[1-6]\b|<(?:p|div) class="(?:between|paragraph)\b|<(?:p|div)[^<>]*><a class="number"'
    r"|</article>)",
    re.DOTALL,
)
DIV = re.compile(r"<(?P<end>/?)div\b")
LINK = re.compile(r'(?P<name>\s(?:href|src))="(?P<to>[^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
SOURCE = '<div class="source">'
SAID = re.compile(r"<dt>(?P<term>Source|Made from|Licence)</dt><dd>(?P<said>.*?)</dd>", re.DOTALL)
LONGEST = 240
NOTHING: Mapping[str, Sequence[Held]] = MappingProxyType({})


def write_paragraphs(corpus: Json, site: Path, names: Names) -> None:
    """Write the page of every numbered paragraph into a built site."""
    names = replace(names, themes={theme["slug"]: theme["name"] for theme in corpus["themes"]})
    places, beside = referred(corpus["reports"]), passages_beside(corpus)
    for report in corpus["reports"]:
        place = report["url"].strip("/")
        built = (site / place / "index.html").read_text(encoding="utf-8")
        for anchor, content in paragraph_pages(report, built, names, places, beside):
            folder = site / place / anchor
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(content, encoding="utf-8")


def paragraph_pages(
    report: Json,
    built: str,
    names: Names,
    places: Mapping[str, Sequence[Referring]],
    passages: Mapping[str, Sequence[Held]] = NOTHING,
) -> Iterator[tuple[str, str]]:
    """The anchor and the page of every numbered paragraph of a report, whose own page was `built`.

    `places` are those that refer to each address, `passages` those of other reports beside it.
    """
    rows = [row for row in report["paragraphs"] if row["number"]]
    sections = {section["anchor"]: section for section in report["sections"] if section["title"]}
    shown = dict(blocks_in(built))
    source = moved_down(source_line(built))
    root = "../" * (report["url"].strip("/").count("/") + 2)
    for (before, row), (_, after) in pairwise(pairwise([None, *rows, None])):
        held = Held(report, row)
        body = shown.get(row["anchor"]) or f"<p>{escape(row['text'])}</p>"
        section = sections.get(row["section"])
        said = " ".join(said_at(report["paragraphs"], row, section))
        foot = themes_of(held, names, root)
        address = f"{report['id']}#{row['anchor']}"
        foot += referred_line(report, places.get(address, ()), root)
        end = beside_section(passages.get(address, ()), root) + source
        yield row["anchor"], page(held, said, (body, foot, end), section, (before, after), names)


def source_line(built: str) -> str:
    """The source and the licence at the foot of a report's page, in one line."""
    rows = SAID.findall(built.partition(SOURCE)[2])
    return f'<p class="source">{". ".join(f"{term}: {said}" for term, said in rows)}</p>' if rows else ""


def said_at(rows: Sequence[Json], row: Json, section: Json | None) -> Iterator[str]:
    """The text of a numbered block, and where that is the heading of its section what stands under it."""
    yield row["text"]
    if section and section["number"] and section["title"] == row["text"]:
        at = rows.index(row) + 1
        yield from (other["text"] for other in takewhile(lambda other: not other["number"], rows[at:]))


def blocks_in(built: str) -> Iterator[tuple[str, str]]:
    """Every block of a page with its anchor, as it stands there; a numbered heading with what stands under it."""
    for match in BLOCK.finditer(built):
        end = built.find("</p>", match.end()) + 4 if match["name"] == "p" else end_of_div(built, match.end())
        yield match["id"], built[match.start() : end]
    for match in HEADED.finditer(built):
        whole = len(DIV.findall(match["body"])) == 2 * match["body"].count("</div>")
        title = f"<h2>{match['number']} {match['title'].strip()}</h2>"
        yield match["id"], f"{title}\n{match['body'].strip() if whole else ''}"


def end_of_div(text: str, start: int) -> int:
    """Where the element ends whose content begins at `start`."""
    depth = 1
    for match in DIV.finditer(text, start):
        depth += -1 if match["end"] else 1
        if depth == 0:
            return text.index(">", match.end()) + 1
    return len(text)


def page(
    held: Held,
    said: str,
    body: tuple[str, str, str],
    section: Json | None,
    beside: tuple[Json | None, Json | None],
    names: Names,
) -> str:
    """The whole page of one paragraph; `body` is its block, what leads on from it, and what ends the page."""
    report, row = held.report, held.row
    place = f"{report['url'].strip('/')}/{row['anchor']}/"
    root = "../" * place.count("/")
    title = escape(f"{reference(held)}{graded(row)}")
    preview = escape(shortened(said, LONGEST))
    address = escape(names.address + quote(place)) if names.address else ""
    canonical = escape(names.address + quote(report["url"].lstrip("/"))) if names.address else ".."
    feed = f'<link rel="alternate" type="application/atom+xml" href="{root}feed.xml">\n' if names.address else ""
    name = counts(report)
    counted = f' data-counts="{name}"' if name != "paragraph" else ""
    owner = f'<meta property="og:url" content="{address}">' if address else ""
    foot = f'<p class="pp-printed" hidden>{escape(names.site)}: {address}</p>' if address else ""
    within = section if section and section["title"] != row["text"] else None
    where = f'<a href="../#{quote(within["anchor"])}">{escape(within["title"])}</a> ' if within else ""
    stands = f'<p class="within">{where}{badge_html(row["grade"])}</p>\n' if where or row["grade"] else ""
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} - {escape(names.site)}</title>
<meta name="description" content="{preview}">
<meta property="og:type" content="article"><meta property="og:site_name" content="{escape(names.site)}">
<meta property="og:title" content="{title}"><meta property="og:description" content="{preview}">{owner}
<meta name="twitter:card" content="summary"><link rel="canonical" href="{canonical}">
<link rel="icon" href="{root}{quote(names.icon)}"><link rel="stylesheet" href="{root}assets/pinpoint.css">
<link rel="stylesheet" href="{root}assets/paragraph.css"><script src="{root}assets/paragraph.js" type="module"></script>
{feed}{paragraph_script(held, names)}
</head><body class="pp-alone" data-md-color-scheme="default"><script src="{root}assets/theme.js"></script>
<header class="pp-header"><div class="pp-header__row md-grid"><a class="pp-brand" href="{root}">{escape(names.site)}</a>
<a href="{root}search/">Search</a></div></header>
<main class="md-grid">
<div class="pp-text pp-text--document" data-citation="{escape(report["citation"])}" data-page="../"{counted}>
<p class="eyebrow">{way_up(report, root)}</p>
<h1>{name.capitalize()} {escape(row["number"])}</h1>
{stands}{moved_down(body[0])}
{body[1]}<p class="onward"><a href="../#{quote(row["anchor"])}">Read it in its report</a></p>
<p class="between">{step(beside[0], "previous", name)}{step(beside[1], "next", name)}</p>
{body[2]}
</div></main>{foot}</body></html>
"""


def themes_of(held: Held, names: Names, root: str) -> str:
    """What a paragraph is about, with links to the same themes elsewhere in the reports on its place."""
    report = held.report
    place = place_slug(report["id"], (report["authority"] or {"slug": ""})["slug"])
    links = (
        f'<a href="{root}themes/{slug}/{quote(place)}/#{quote(place_anchor(report["id"]))}">'
        f"{escape(names.themes.get(slug, slug))}</a>"
        for slug in held.row["themes"]
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


def moved_down(body: str) -> str:
    """A block of a report's page as it stands in a folder below that page."""
    return LINK.sub(lambda match: f'{match["name"]}="{below(match["to"])}"', body)


def below(link: str) -> str:
    return link if ELSEWHERE.match(link) else f"../{link}"
