"""What people touch, in a real Chromium: search, arrive at a paragraph, phone and desktop, keyboard, colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
REPORT = "reports/norbury/2015-06-sif/"
PACK = "reports/norbury-children-and-families-scrutiny-committee/2016-03-10/"
KINDS = {
    "home": "",
    "report": REPORT,
    "old report": "reports/norbury/2011-11-slac/",
    "pack": PACK,
    "item": PACK + "item-5/",
    "minutes": PACK + "item-3/",
    "tracker": PACK + "item-6/",
    "decisions": "decisions/",
    "trackers": "trackers/",
    "authorities": "authorities/",
    "authority": "authorities/norbury/",
    "themes": "themes/",
    "theme": "themes/care-leavers/",
    "theme in a place": "themes/care-leavers/norbury/",
    "search": "search/?q=plans",
    "about": "about/",
}
SCHEMES = {"default": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "slate": ["color-contrast"]}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at desktop width whose script errors and requests to other hosts fail the test."""
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    fresh = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    yield fresh
    context.close()
    assert errors == []
    assert hosts <= {"127.0.0.1", ""}


def test_search_then_click_then_land_on_the_paragraph(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#home-q").fill("telephone")
    page.locator("#home-q").press("Enter")
    first = page.locator("#search-results a").first
    expect(first).to_be_visible()
    href = first.get_attribute("href") or ""
    first.click()
    page.wait_for_url(f"**/{href.split('/pinpoint/')[-1].lstrip('./')}")
    anchor = urlsplit(page.url).fragment
    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("telephone")


def test_a_search_can_be_sent_as_an_address(page: Page, address: str) -> None:
    page.goto(address + "search/?q=care+leavers")
    expect(page.locator("#search-q")).to_have_value("care leavers")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.locator("#search-q").fill("adoption")
    expect(page.locator("#search-results mark").first).to_have_text(re.compile("adopt", re.IGNORECASE))
    page.wait_for_url("**/search/?q=adoption")


def test_nothing_found_says_so(page: Page, address: str) -> None:
    page.goto(address + "search/?q=zzzzqqqq")
    expect(page.locator("#search-status")).to_contain_text("zzzzqqqq")
    expect(page.locator("#search-results li")).to_have_count(0)


def test_what_is_typed_is_never_markup(page: Page, address: str) -> None:
    page.goto(address + "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.locator("#search-status")).not_to_be_empty()
    assert page.locator("main img").count() == 0


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


def test_a_slash_goes_to_the_search_field(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


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
    page.get_by_text("1 row closed").click()
    expect(booklet).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_on_a_phone(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + KINDS[kind], wait_until="networkidle")
    for scheme, rules in SCHEMES.items():
        if scheme == "slate":
            page.get_by_role("button", name="Switch to dark mode").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        for width in (PHONE, DESKTOP):
            page.set_viewport_size(width)  # type: ignore[arg-type]
            found = Axe().run(page, options={"runOnly": rules}).response["violations"]
            assert [(row["id"], [node["target"] for node in row["nodes"]][:3]) for row in found] == []
    context.close()
