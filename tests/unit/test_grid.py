"""The map of authorities: what each tile says, where it stands, and that the page stays small with all of England."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from conftest import ROOT
from held import HOSTILE
from inspected import corpus_of, inspected

from converter.directory import directory
from converter.recognise.authority import slugify
from converter.site.authority_index import authorities_page
from converter.site.grid import ELSEWHERE, grid, legend, tile_html
from converter.site.home import home_summary
from converter.site.standing import frameworks_of
from converter.site.tiles import Tile, tile, tiles

FRAMEWORKS = frameworks_of(corpus_of())
NOW = [entry for entry in directory().values() if not entry.until]
GRADES = ("outstanding", "good", "requires-improvement", "inadequate")


def england() -> dict[str, Any]:
    """A corpus with two reports on every authority of today."""
    reports = [
        inspected(entry.name, f"20{10 + at % 14}-06-1{again}", overall=GRADES[at % 4])
        | {"authority": {"slug": entry.slug, "name": entry.name}}
        for at, entry in enumerate(NOW)
        for again in (0, 1)
    ]
    return corpus_of(*reports)


LATE = inspected("Norbury", "2026-05-08", "ilacs", help_and_protection="good", children_in_care="requires-improvement")
OLD = inspected("Norbury", "2011-05-20", "slac", help_and_protection="adequate", children_in_care="good")
GOOD = inspected("Norbury", "2019-03-08", "ilacs", overall="good")
LOST = inspected("Norbury", "2019-03-08", "ilacs", care_leavers="good")
UNDATED = inspected("Norbury", "", "ilacs", overall="inadequate")
LETTER = inspected("Norbury", "2023-03-08", "area-send")


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ([GOOD], "Norbury Good 2019"),
        ([LETTER, GOOD], "Norbury Good 2019"),
        (
            [LATE, GOOD],
            "Norbury No overall grade 2026 Help and protection: good Children in care: requires improvement",
        ),
        ([OLD], "Norbury No overall grade 2011 Safeguarding: adequate Looked after: good"),
        ([LOST], "Norbury Overall grade not found 2019"),
        ([UNDATED], "Norbury Inadequate"),
        ([LETTER], "Norbury No graded report"),
        ([inspected("Norbury", "2019-03-08", overall="not-judged")], "Norbury Not judged overall 2019"),
    ],
)
def test_a_tile_says_its_grade_in_words(documents: list[dict[str, Any]], words: str) -> None:
    made = tile_html(tile("norbury", documents, FRAMEWORKS))
    assert " ".join(re.sub(r"<[^>]+>", "", made).split()) == words
    grade = words.split()[1].lower()
    assert f'class="tile {grade if grade in GRADES else "none"}" href="authorities/norbury/"' in made


def test_the_legend_counts_every_tile_once_the_best_first() -> None:
    found = [Tile(str(at), str(at), "", 1, grade, grade or "No overall grade") for at, grade in enumerate(["good"] * 3)]
    found += [Tile("a", "A", "", 1, "outstanding", ""), Tile("b", "B", "", 1, "", "No overall grade")]
    said = re.sub(r"<[^>]+>", " ", legend(found)).split()
    assert said == ["Outstanding", "1", "Good", "3", "No", "overall", "grade", "1"]
    assert legend(found[:1]) == ""


def test_each_region_has_its_place_on_the_map() -> None:
    css = (ROOT / "docs/assets/pinpoint.css").read_text(encoding="utf-8")
    areas = dict(re.findall(r"\.region\.([a-z-]+) \{ grid-area: (\w\w); \}", css))
    assert set(areas) == {slugify(name) for name in {entry.region for entry in NOW} | {ELSEWHERE}}
    drawn = re.search(r"grid-template-areas: ([^;]+);", css)
    assert drawn
    assert set(re.findall(r"\w\w", drawn[1])) == set(areas.values())


def test_all_of_england_is_a_map_on_a_small_page() -> None:
    corpus = england()
    made = home_summary(corpus)
    held = Counter(entry.region for entry in NOW)
    shown = dict(re.findall(r'<summary>([^<]+) <span class="count">(\d+)</span>', made))
    assert shown == {name: str(count) for name, count in held.items()}
    assert made.count('class="tile ') == len(NOW)
    assert len(made) < 100_000
    assert len(authorities_page(corpus, FRAMEWORKS)) < 100_000


@pytest.mark.parametrize(("count", "mapped"), [(1, False), (5, False), (11, False), (46, True)])
def test_few_authorities_stand_in_a_row_without_a_map(count: int, mapped: bool) -> None:
    step = len(NOW) // count
    some = {entry.slug for entry in NOW[::step][:count]}
    reports = [report for report in england()["reports"] if report["authority"]["slug"] in some]
    made = grid(tiles(corpus_of(*reports), FRAMEWORKS), [])
    assert made.count('class="tile ') == count
    assert ("<details" in made) is mapped
    assert ('class="finder"' in made) is mapped


def test_a_place_that_the_directory_does_not_know_and_a_publisher_stand_elsewhere() -> None:
    inquiry = {**GOOD, "id": "inquiry/2015-a", "authority": None, "publisher": HOSTILE}
    corpus = england()
    corpus["reports"] += [GOOD, inquiry]
    made = grid(tiles(corpus, FRAMEWORKS), [inquiry])
    elsewhere = made[made.index('<details class="region elsewhere"') :]
    assert elsewhere.count('class="tile ') == 2
    assert 'href="authorities/norbury/"' in elsewhere
    assert "<script" not in elsewhere


def test_what_an_authority_is_called_too_finds_it() -> None:
    found = tile(
        "kingston-upon-hull", [{**GOOD, "authority": {"slug": "kingston-upon-hull", "name": "Hull"}}], FRAMEWORKS
    )
    assert 'data-also="Hull;' not in tile_html(found)
    assert 'data-also="Hull Kingston upon Hull, City of"' in tile_html(found)


def test_the_list_of_authorities_has_a_row_for_each_with_what_it_is_sorted_by() -> None:
    made = authorities_page(corpus_of(GOOD, OLD, LATE | {"authority": {"slug": "essex", "name": "Essex"}}), FRAMEWORKS)
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", made)
    assert [re.sub(r"<[^>]+>", " ", row).split()[0] for row in rows] == ["Essex", "Norbury"]
    assert (
        '<td data-value="3"><strong class="grade good">Good</strong></td><td data-value="2">2 reports</td>' in rows[1]
    )
    assert '<td data-value="2026-05-08">May 2026</td><td><span>No overall grade</span>' in rows[0]
