"""The authorities as tiles, region by region as on a map; the latest overall grade of each in colour and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from converter.directory import directory
from converter.recognise.authority import slugify
from converter.site.corpus import Json
from converter.site.tiles import Tile, publishers
from converter.write.badges import WORDS, badge_html
from converter.write.escape import html_text
from converter.write.wording import plural

ROOM = 12  # fewer tiles stand in one row or two, without a map,
REGIONS = 4  # and so do those of fewer regions: a map of them would be mostly sea
ELSEWHERE = "Elsewhere"


def grid(found: Sequence[Tile], others: Sequence[Json]) -> str:
    """The tiles with their legend, and the publishers of `others` after them, as HTML on the home page."""
    names = {tile.region for tile in found if tile.region}
    more = list(publisher_tiles(others))
    if len(found) < ROOM or len(names) < REGIONS:
        items = [*map(tile_html, found), *more]
        return "\n".join([*head(found), f'<ul class="tiles" id="places">{"".join(items)}</ul>'])
    parts = [region(name, [tile_html(tile) for tile in found if tile.region == name]) for name in sorted(names)]
    if rest := [*(tile_html(tile) for tile in found if not tile.region), *more]:
        parts.append(region(ELSEWHERE, rest))
    return "\n".join([*head(found), '<div class="regions" id="places">', *parts, "</div>"])


def head(found: Sequence[Tile]) -> list[str]:
    """What stands above the tiles: how many have which grade, and the field to find one."""
    parts = list(filter(None, (legend(found), finder(len(found)))))
    return ['<div class="tiles-head">', *parts, "</div>"] if parts else []


def region(name: str, items: Sequence[str]) -> str:
    """A region's block, which can be folded away; its class is its place on the map."""
    return (
        f'<details class="region {slugify(name)}" open><summary>{html_text(name)} '
        f'<span class="count">{len(items)}</span></summary>\n<ul class="tiles">{"".join(items)}</ul></details>'
    )


def tile_html(tile: Tile) -> str:
    """One authority: its name, the grade's word and the year are the text of the link."""
    areas = "".join(
        f' <small><i class="pp-dot {grade}" aria-hidden="true"></i>{html_text(name)}: {WORDS[grade].lower()}</small>'
        for name, grade in tile.areas
    )
    year = f" {tile.year}" if tile.year else ""
    return (
        f'<li{also(tile.slug)}><a class="tile {tile.grade or "none"}" href="authorities/{escape(tile.slug)}/">'
        f"<b>{html_text(tile.name)}</b> <span>{tile.words}{year}</span>{areas}</a></li>"
    )


def also(slug: str) -> str:
    """The other names of an authority, by which it can be found too."""
    entry = directory().get(slug)
    return f' data-also="{escape(" ".join(entry.aliases))}"' if entry and entry.aliases else ""


def publisher_tiles(others: Sequence[Json]) -> Iterator[str]:
    """A tile for each publisher of reports about no authority; it leads to the list of them."""
    for name, reports in publishers(others).items():
        yield (
            f'<li><a class="tile none" href="authorities/#publishers"><b>{html_text(name or "Other publishers")}</b> '
            f"<span>{plural(len(reports), 'report')}</span></a></li>"
        )


def legend(found: Sequence[Tile]) -> str:
    """How many authorities have each grade, the best first, then those without one; nothing for a single authority."""
    if len(found) < 2:
        return ""
    counts = Counter(tile.grade or tile.words for tile in found)
    grades = [f"{badge_html(grade)} {counts[grade]}" for grade in WORDS if counts[grade]]
    rest = [f'<span class="grade">{words}</span> {counts[words]}' for words in unjudged(counts)]
    return f'<ul class="tiles-legend">{"".join(f"<li>{item}</li>" for item in [*grades, *rest])}</ul>'


def unjudged(counts: Mapping[str, int]) -> list[str]:
    """The words of tiles without a grade, those of most tiles first."""
    return sorted((words for words in counts if words not in WORDS), key=lambda words: (-counts[words], words))


def finder(count: int, what: str = "Find an authority", place: str = "places") -> str:
    """The field that hides what does not match, for scripts to show; a few need none."""
    if count < ROOM:
        return ""
    return (
        f'<form class="finder" data-of="{place}" hidden><label for="find-{place}">{what}</label>'
        f'<input id="find-{place}" type="search" autocomplete="off" spellcheck="false"><output></output></form>'
    )
