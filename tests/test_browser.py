"""What people touch, in a real Chromium: search, arrive at a paragraph, phone and desktop, keyboard, colours."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import DESKTOP, PHONE
from inspected import corpus_of, inspected
from kinds import KINDS, PACK, PDF, REPORT
from playwright.sync_api import Browser, Page, expect

from converter.directory import directory
from converter.site.grid import grid
from converter.site.judgements import judgements_page
from converter.site.standing import frameworks_of
from converter.site.tiles import tiles

CHECKED = KINDS | {"single paragraph from a PDF": PDF + "p5/"}
EVERYWHERE = {
    "home",
    "report",
    "single paragraph",
    "search",
    "authority",
    "judgements",
}  # `make explore`: every kind of page
NARROW = {"width": 320, "height": 844}
SCHEMES = {"default": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "slate": ["color-contrast"]}


def test_a_number_is_the_link_to_its_paragraph(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    number = page.locator("#p13 > a.number, a.number[href='#p13']").first
    number.click()
    assert page.url.endswith("#p13")
    expect(page.locator("#p13")).to_be_in_viewport()


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_paragraph_arrived_at_is_marked_and_not_covered(page: Page, address: str, width: dict[str, int]) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(address + REPORT + "#p20")
    box = page.locator("#p20").bounding_box()
    header = page.locator("header").first.bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] >= header["height"]
    colour = "node => getComputedStyle(node, '::before').backgroundColor"
    assert page.locator("#p20").evaluate(colour) != page.locator("#p21").evaluate(colour)


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_decision_leads_to_its_minute(page: Page, address: str, width: dict[str, int]) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(address + "decisions/")
    kind = page.locator("a.kind.recommended").first
    expect(kind).to_have_text("Recommended")
    kind.click()
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("one contract in each district")


def test_what_was_decided_is_one_click_from_the_paper(page: Page, address: str) -> None:
    page.goto(address + PACK + "item-5/")
    page.get_by_role("link", name="Recommended, minute 5").click()
    expect(page).to_have_url(re.compile(r"2016-05-12/item-2/#"))


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_row_of_a_tracker_is_arrived_at_and_marked(page: Page, address: str, width: dict[str, int]) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(address + "trackers/")
    page.get_by_role("link", name="Family hubs in the holidays").click()
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("Nadia Stanwardine")
    marked = row.locator("td").first.evaluate("cell => getComputedStyle(cell).backgroundColor")
    assert marked not in {"rgba(0, 0, 0, 0)", "transparent"}


def test_a_tracker_on_a_phone_names_each_cell(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address + PACK + "item-6/")
    cell = page.locator("#tracker-1 td[data-label='LEAD OFFICER']")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"LEAD OFFICER: "'
    box = cell.bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE["width"]


def test_what_needs_no_further_action_is_folded_away(page: Page, address: str) -> None:
    page.goto(address + "trackers/")
    booklet = page.get_by_role("link", name="Booklet on money for care leavers")
    expect(booklet).to_be_hidden()
    page.get_by_text("1 row closed", exact=True).click()
    expect(booklet).to_be_visible()


REGISTER = re.compile(r'<form class="register-filters".*?</table></div>', re.DOTALL)


def with_three_places(page: Page, address: str) -> None:
    """Puts a register of three authorities into the page of judgements."""
    reports = (
        inspected("Essex", "2023-06-30", overall="outstanding"),
        inspected("Brent", "2018-05-18", overall="good"),
        inspected("Devon", "2025-01-16", overall="inadequate"),
    )
    written = REGISTER.findall(judgements_page(corpus_of(*reports)))[0]
    body = REGISTER.sub(lambda _: written, page.request.get(address + "judgements/").text())
    page.route("**/judgements/*", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))


def test_the_register_is_sorted_and_filtered_and_its_address_can_be_sent(page: Page, address: str) -> None:
    with_three_places(page, address)
    page.goto(address + "judgements/")
    shown = page.locator("#judged-last tbody tr:not([hidden])")
    names = shown.locator("th")
    expect(page.locator(".register-filters output")).to_have_text("3 of 3 shown")
    overall = page.get_by_role("button", name="Overall")
    overall.click()
    expect(names).to_have_text(["Essex", "Brent", "Devon"])
    overall.click()
    expect(names).to_have_text(["Devon", "Brent", "Essex"])
    expect(page.get_by_role("columnheader", name="Overall")).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Judged last in").select_option("2023")
    expect(names).to_have_text(["Essex"])
    assert page.url.endswith("/judgements/?sort=overall&order=up&year=2023")
    page.get_by_role("button", name="Show all").click()
    expect(shown).to_have_count(3)
    page.goto(address + "judgements/?region=East of England&sort=authority&order=down")
    expect(names).to_have_text(["Essex"])


def test_a_register_on_a_phone_is_filtered_by_words_and_put_in_order(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address + "recommendations/norbury/")
    words = page.get_by_label("Words")
    expect(words).to_be_hidden()
    page.get_by_role("button", name="Filter and sort").click()
    shown = page.locator("#points tbody tr:not([hidden])")
    every = shown.count()
    words.fill("private fostering")
    assert 0 < shown.count() < every
    words.fill("")
    page.get_by_label("Sort by").select_option("deadline")
    assert page.url.endswith("?sort=deadline&order=down")
    page.get_by_role("button", name="Show all").click()
    expect(shown).to_have_count(every)


def with_a_map(page: Page, address: str) -> None:
    """Puts the map of all the authorities of today into the home page."""
    places = [entry for entry in directory().values() if not entry.until]
    reports = [
        inspected(entry.name, "2019-06-30", overall="inadequate" if entry.slug == "brent" else "good")
        | {"authority": {"slug": entry.slug, "name": entry.name}}
        for entry in places
    ]
    corpus = corpus_of(*reports)
    written = grid(tiles(corpus, frameworks_of(corpus)), [])
    home = re.sub(r'<ul class="tiles".*?</ul>', lambda _: written, page.request.get(address).text(), flags=re.DOTALL)
    page.route(address, lambda route: route.fulfill(body=home, content_type="text/html; charset=utf-8"))


def test_an_authority_is_found_on_the_map_by_its_names_or_grade(page: Page, address: str) -> None:
    with_a_map(page, address)
    page.goto(address)
    field, shown = page.get_by_label("Find an authority"), page.locator(".tile:visible b")
    for asked, found in {
        "hull": "Kingston upon Hull",
        "INAD": "Brent",
        "bath good": "Bath and North East Somerset",
    }.items():
        field.fill(asked)
        expect(page.locator(".finder output")).to_have_text("1 of 153")
        assert shown.all_text_contents() == [found]
    field.press("Enter")
    page.wait_for_url("**/authorities/bath-and-north-east-somerset/")


def test_the_map_folds_away_on_a_phone_and_north_is_at_the_top(page: Page, address: str) -> None:
    with_a_map(page, address)
    page.goto(address)
    north, south, west = (
        page.locator(f".region.{name}").bounding_box() for name in ("north-east", "south-east", "south-west")
    )
    assert north
    assert south
    assert west
    assert north["y"] + north["height"] <= south["y"]
    assert west["x"] + west["width"] <= south["x"]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.reload()
    expect(page.locator(".tile:visible")).to_have_count(0)
    page.get_by_text("South West").click()
    tiles = page.locator(".tile:visible")
    expect(tiles).to_have_count(15)
    box = tiles.first.bounding_box()
    assert box
    assert box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_narrow_header_has_a_link_to_the_search_in_the_place_of_its_field(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address + REPORT)
    expect(page.locator("#pp-q")).to_be_hidden()
    header = page.locator("header").bounding_box()
    assert header
    assert header["height"] <= 60
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    expect(page.locator("#search-q")).to_be_focused()


def test_a_tap_says_what_an_abbreviation_means(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address + REPORT)
    word, said = page.locator("abbr").first, page.get_by_role("status").filter(has_text="Board")
    expect(word).to_have_attribute("title", "Local Safeguarding Children Board")
    expect(said).to_have_count(0)
    word.click()
    expect(said).to_have_text("Local Safeguarding Children Board")
    box = said.bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE["width"]
    page.keyboard.press("Escape")
    expect(said).to_have_count(0)
    page.get_by_text("Abbreviations in this document").click()
    expect(page.locator(".abbreviations a", has_text="Local Safeguarding Children Board")).to_be_visible()


CONTROLS = """[...document.querySelectorAll("header, footer, button, input, select, .pp-drawer, .pp-contents, .tools")]
    .filter(node => node.checkVisibility({visibilityProperty: true})).map(node => node.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("kind", CHECKED)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_and_paper_has_no_controls(
    browser: Browser, address: str, kind: str
) -> None:
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + CHECKED[kind], wait_until="networkidle")
    everywhere = kind in EVERYWHERE or "AXE_EVERYWHERE" in os.environ
    for scheme, rules in SCHEMES.items() if everywhere else [next(iter(SCHEMES.items()))]:
        if scheme == "slate" and kind.startswith("single"):
            page.emulate_media(color_scheme="dark")
        elif scheme == "slate":
            page.get_by_role("button", name="Switch to dark mode").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        for width in (NARROW, DESKTOP):
            page.set_viewport_size(width)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth") <= width["width"]
            if everywhere or width is NARROW:
                options = {"runOnly": rules, "resultTypes": ["violations"]}
                found = Axe().run(page, options=options).response["violations"]
                assert [(row["id"], [node["target"] for node in row["nodes"]][:3]) for row in found] == []
    page.emulate_media(media="print")
    assert page.evaluate(CONTROLS) == []
    context.close()
